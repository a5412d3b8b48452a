interface OdsRowParts {
  code: string;
  name: string;
  /** Integrated care board of a practice. */
  board?: string;
  address?: string[];
  postcode?: string;
  open?: string;
  close?: string;
  /** Commissioner of a practice, trust of a site. */
  parent?: string;
  /** Prescribing setting: 4 is a GP practice; sites have none. */
  setting?: string;
}

/** The 27 columns of an extract of the Organisation Data Service, of an invented organisation. */
export function odsRow(parts: OdsRowParts): string[] {
  const { code, name, board = '', address = [], postcode = '', open = '19740401', close = '', parent = '', setting = '' } = parts;
  const lines = Array.from({ length: 5 }, (_, at) => address[at] ?? '');
  const status = close === '' ? 'A' : 'C';
  const row = [code, name, '', board, ...lines, postcode, open, close, status, '', parent, '', '', '', '', '', '', '0', '', '', ''];
  return [...row, setting, ''];
}

export function odsLine(parts: OdsRowParts): string {
  return odsRow(parts)
    .map((cell) => `"${cell}"`)
    .join(',');
}
