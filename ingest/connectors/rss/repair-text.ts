const WINDOWS_1252 = new TextDecoder('windows-1252');
const UTF_8 = new TextDecoder('utf-8', { fatal: true });
/** The byte that each character is in windows-1252, for those that aren't their own. */
const BYTES = new Map(Array.from({ length: 32 }, (_, n) => [WINDOWS_1252.decode(Uint8Array.of(0x80 + n)), 0x80 + n]));
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f]/g;
const HIGH_CONTROLS = /[\x80-\x9f]/g;
/** Two characters that are the bytes of one in UTF-8, as windows-1252 shows them. */
const TWICE_ENCODED = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0192\u02c6-\u02dc\u2013-\u203a\u20ac\u2122]/;

/** Text without what wrong encodings leave in it: bytes of UTF-8 shown one by one, characters of windows-1252 as controls, and controls. */
export function repairText(text: string): string {
  const once = TWICE_ENCODED.test(text) ? encodedOnce(text) : text;
  return once.replace(CONTROLS, '').replace(HIGH_CONTROLS, (control) => WINDOWS_1252.decode(Uint8Array.of(control.charCodeAt(0))));
}

/** Only if the whole of it reads as UTF-8: by chance, text of any length doesn't. */
function encodedOnce(text: string): string {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const byte = code < 0x100 ? code : BYTES.get(text[at]!);
    if (byte === undefined) return text;
    bytes[at] = byte;
  }
  try {
    return UTF_8.decode(bytes);
  } catch {
    return text;
  }
}
