import { readWorkbook, sheetKinds } from '../../cloudfunctions/modules/setup/sheets/workbook';
import { readSpreadsheet } from '../../cloudfunctions/modules/setup/spreadsheet';
import { emptyWorkbook } from './template';

test('the empty workbook is understood, column by column', () => {
  const file = readSpreadsheet(emptyWorkbook(), 'template.xlsx');
  if (file.kind !== 'read') throw new Error(file.problem);
  const { present, problems, unused, rowCount } = readWorkbook(file.sheets);
  expect([...present]).toEqual(sheetKinds);
  expect({ problems, unused, rowCount }).toEqual({ problems: [], unused: [], rowCount: 0 });
});
