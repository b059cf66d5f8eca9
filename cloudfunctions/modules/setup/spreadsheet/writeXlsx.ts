import { columnName } from './sheet';
import { writeZip } from './zip';

/** A text, or a number by its digits (`1234.50`): no amount ever passes through a float. `isAmount`: yuan, shown with both decimals. */
export type WrittenCell = string | { readonly number: string; readonly isAmount?: true };

export interface WrittenSheet {
  /** At most 31 characters, without `[]:*?/\`. */
  readonly name: string;
  /** The first row is the heading: bold, and stays while the others scroll. */
  readonly rows: readonly (readonly WrittenCell[])[];
  /** In characters; 14 where it says nothing. */
  readonly widths?: readonly number[];
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** An xlsx with these sheets. The same sheets make the same bytes. A text stays a text, whatever it begins with. */
export function writeXlsx(sheets: readonly WrittenSheet[]): Buffer {
  const numbers = sheets.map((_, index) => index + 1);
  return writeZip([
    ['[Content_Types].xml', contentTypes(numbers)],
    [
      '_rels/.rels',
      `${xmlHead}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    ['xl/workbook.xml', workbook(sheets)],
    ['xl/_rels/workbook.xml.rels', workbookRelations(numbers)],
    ['xl/styles.xml', styles],
    ...sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(sheet)] as const),
  ]);
}

function contentTypes(numbers: readonly number[]): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${sheetType}.${type}+xml"/>`;
  return (
    `${xmlHead}<Types xmlns="${packages}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part('workbook', 'sheet.main') +
    part('styles', 'styles') +
    numbers.map((number) => part(`worksheets/sheet${number}`, 'worksheet')).join('') +
    '</Types>'
  );
}

function workbook(sheets: readonly WrittenSheet[]): string {
  const listed = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escaped(sheetName(name))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${xmlHead}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${listed.join('')}</sheets></workbook>`;
}

function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}

function workbookRelations(numbers: readonly number[]): string {
  const listed = numbers.map(
    (number) =>
      `<Relationship Id="rId${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  );
  const last = `<Relationship Id="rId${numbers.length + 1}" Type="${relations}/styles" Target="styles.xml"/>`;
  return `${xmlHead}<Relationships xmlns="${packages}/relationships">${listed.join('')}${last}</Relationships>`;
}

/** 0 plain, 1 the heading, 2 text that stays text when a person edits it, 3 an amount (`0.00`). */
const styles =
  `${xmlHead}<styleSheet xmlns="${main}">` +
  '<fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
  '<cellXfs count="4"><xf xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/>' +
  '<xf numFmtId="49" applyNumberFormat="1" xfId="0"/><xf numFmtId="2" applyNumberFormat="1" xfId="0"/></cellXfs></styleSheet>';

function worksheet({ rows, widths = [] }: WrittenSheet): string {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const widthOf = (index: number) => widths[index] ?? 14;
  const cols = Array.from(
    { length: columns },
    (_, index) => `<col min="${index + 1}" max="${index + 1}" width="${widthOf(index)}" customWidth="1"/>`,
  );
  return [
    `${xmlHead}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${cols.join('')}</cols><sheetData>`,
    ...rows.map((row, index) => rowXml(row, index + 1)),
    '</sheetData></worksheet>',
  ].join('');
}

function rowXml(row: readonly WrittenCell[], number: number): string {
  const cells = row.map((cell, index) => {
    const at = `${columnName(index)}${number}`;
    if (typeof cell !== 'string') {
      return `<c r="${at}"${cell.isAmount ? ' s="3"' : ''}><v>${digitsOf(cell.number)}</v></c>`;
    }
    if (cell === '') return '';
    const style = number === 1 ? 1 : 2;
    return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

function digitsOf(number: string): string {
  if (!/^-?\d+(\.\d+)?$/.test(number)) throw new Error(`no number: ${number}`);
  return number;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Without what XML cannot hold: control characters, halves of surrogate pairs. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => escapes[sign] as string);
}
