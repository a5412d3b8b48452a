/** What one pass over a text's characters tells about which detectors could match at all. */
export interface Traits {
  digits: number;
  hasAt: boolean;
  /** A dot with a letter or digit on its right, as in a host. */
  hasInnerDot: boolean;
  hasColon: boolean;
  hasSlash: boolean;
  hasPlus: boolean;
  hasBracket: boolean;
  isAscii: boolean;
  length: number;
}

export function readTraits(text: string): Traits {
  const traits: Traits = {
    digits: 0,
    hasAt: false,
    hasInnerDot: false,
    hasColon: false,
    hasSlash: false,
    hasPlus: false,
    hasBracket: false,
    isAscii: true,
    length: text.length,
  };
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 0x60 && unit < 0x7b) continue;
    if (unit === 0x20) continue;
    if (unit >= 0x30 && unit <= 0x39) traits.digits += 1;
    else if (unit === 0x2e) traits.hasInnerDot ||= isWordUnit(text.charCodeAt(index + 1));
    else if (unit === 0x40) traits.hasAt = true;
    else if (unit === 0x2f) traits.hasSlash = true;
    else if (unit === 0x3a) traits.hasColon = true;
    else if (unit === 0x2b) traits.hasPlus = true;
    else if (unit === 0x28 || unit === 0x5b || unit === 0x7b || unit === 0x3c) traits.hasBracket = true;
    else if (unit > 0x7f) traits.isAscii = false;
  }
  return traits;
}

function isWordUnit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit > 0x7f;
}
