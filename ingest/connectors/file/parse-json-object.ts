type Parsed = { fields: Map<string, string> } | { problem: string };

/** Strings are passed over; a number that a double may round is caught with all its digits. */
const STRING_OR_LONG_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.]{15,}(?:[eE][+-]?\d+)?/g;
const LONG_NUMBER = /\d[\d.]{15}/;

/**
 * The fields of a JSON object as text, those of an object in it as "author.id". Of a key that stands twice the later counts; lists, and objects within
 * objects, are left out.
 */
export function parseJsonObject(text: string): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(LONG_NUMBER.test(text) ? quoteLongNumbers(text) : text);
  } catch {
    return { problem: 'is not valid JSON' };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { problem: 'is not a JSON object' };
  const fields = new Map<string, string>();
  for (const [name, field] of Object.entries(value)) {
    if (field !== null && typeof field === 'object' && !Array.isArray(field)) {
      for (const [inner, leaf] of Object.entries(field)) add(fields, `${name}.${inner}`, leaf);
    } else {
      add(fields, name, field);
    }
  }
  return { fields };
}

/** Ids above 2^53 would lose their last digits as numbers. */
function quoteLongNumbers(text: string): string {
  return text.replaceAll(STRING_OR_LONG_NUMBER, (found) => (found.startsWith('"') || !isNumber(found) ? found : `"${found}"`));
}

function isNumber(text: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text);
}

function add(fields: Map<string, string>, name: string, value: unknown): void {
  if (typeof value === 'string') fields.set(name, value);
  else if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) fields.set(name, String(value));
}
