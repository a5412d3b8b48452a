import type { Random } from './random.ts';
import { DRAMA_NUMBERS, MAILBOXES } from './grammar/personal-data.ts';

/** Values for the slots of `grammar/personal-data.ts`; none of them can belong to anyone. */
export const PERSONAL_SLOTS: Record<string, (random: Random) => string> = {
  phone: (random) => random.pick(DRAMA_NUMBERS).replace(/x/g, () => String(random.between(0, 9))),
  email: (random) => `${random.pick(MAILBOXES)}${random.between(1, 99)}@example.org`,
  handle: (random) => `@${random.pick(MAILBOXES).replace('.', '_')}${random.between(1, 99)}@social.example`,
  nhs: testNhsNumber,
};

/** A number of the range 999 000 0000 to 999 999 9999, never issued to a patient, with a valid check digit (modulus 11). */
export function testNhsNumber(random: Random): string {
  for (;;) {
    const first9 = `999${String(random.between(0, 999_999)).padStart(6, '0')}`;
    let sum = 0;
    for (let i = 0; i < 9; i++) sum += Number(first9[i]) * (10 - i);
    const check = (11 - (sum % 11)) % 11;
    if (check === 10) continue;
    const all = first9 + String(check);
    return random.chance(0.6) ? `${all.slice(0, 3)} ${all.slice(3, 6)} ${all.slice(6)}` : all;
  }
}
