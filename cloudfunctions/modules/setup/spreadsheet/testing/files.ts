import { writeZip } from '../zip';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface HandMade {
  /** The XML between `<worksheet>` and `</worksheet>`. */
  readonly sheet: string;
  readonly texts?: string;
  readonly styles?: string;
  readonly workbook?: string;
}

/** A workbook of one sheet 表, its XML written by hand. */
export function handMade({ sheet, texts = '', styles = '', workbook = '' }: HandMade): Buffer {
  return writeZip([
    ['[Content_Types].xml', '<Types/>'],
    [
      'xl/workbook.xml',
      `<workbook ${main} xmlns:r="${office}">${workbook}<sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ],
    ['xl/sharedStrings.xml', `<sst ${main}>${texts}</sst>`],
    ['xl/styles.xml', `<styleSheet ${main}>${styles}</styleSheet>`],
    ['xl/worksheets/sheet1.xml', `<worksheet ${main}>${sheet}</worksheet>`],
  ]);
}
