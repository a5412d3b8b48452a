/** Trusts have a code of three characters, which their sites' codes begin with; practices one of a letter and five digits. */
const TRUST_OR_SITE = /^R[A-Z0-9]{2}[A-Z0-9]{0,3}$/;
const TRUST = /^R[A-Z0-9]{2}$/;
const PRACTICE = /^[A-Z]\d{5}$/;

/** ODS code of the one trust or practice that these services belong to; undefined where there are several, or it can't be told from the codes. */
export function organisationOfCodes(codes: readonly string[]): string | undefined {
  const organisations = new Set(
    codes.map((code) => code.trim().toUpperCase()).map((code) => (TRUST_OR_SITE.test(code) ? code.slice(0, 3) : code)),
  );
  const [only, ...others] = organisations;
  return only !== undefined && others.length === 0 && (TRUST.test(only) || PRACTICE.test(only)) ? only : undefined;
}
