import { zip } from './write-xlsx.ts';

type Value = string | number | { date: string } | { percentage: number };

/** An OpenDocument spreadsheet, one sheet for each entry: enough of the format for readers. */
export function writeOds(sheets: Record<string, readonly (readonly Value[])[]>): Buffer {
  const tables = Object.entries(sheets).map(
    ([name, rows]) =>
      `<table:table table:name="${escape(name)}">${rows.map(rowXml).join('')}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`,
  );
  return odsOf(tables.join(''));
}

/** Of what stands in the body of the document. */
export function odsOf(body: string): Buffer {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`;
  return zip([
    ['mimetype', Buffer.from('application/vnd.oasis.opendocument.spreadsheet')],
    ['content.xml', Buffer.from(content)],
  ]);
}

function rowXml(values: readonly Value[]): string {
  return `<table:table-row>${values.map(cellXml).join('')}</table:table-row>`;
}

function cellXml(value: Value): string {
  if (typeof value === 'number')
    return `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
  if (typeof value === 'object' && 'date' in value)
    return `<table:table-cell office:value-type="date" office:date-value="${value.date}"><text:p>as shown</text:p></table:table-cell>`;
  if (typeof value === 'object')
    return `<table:table-cell office:value-type="percentage" office:value="${value.percentage}"><text:p>${Math.round(value.percentage * 100)}%</text:p></table:table-cell>`;
  if (value === '') return '<table:table-cell/>';
  const paragraphs = value.split('\n').map((line) => `<text:p>${escape(line)}</text:p>`);
  return `<table:table-cell office:value-type="string">${paragraphs.join('')}</table:table-cell>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
