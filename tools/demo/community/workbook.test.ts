import { readRegister } from '../../../cloudfunctions/modules/setup/register/register';
import { moment, nothingKnown } from '../../../cloudfunctions/modules/setup/register/testing/samples';
import { readWorkbook } from '../../../cloudfunctions/modules/setup/sheets/workbook';
import { readSpreadsheet, writeXlsx } from '../../../cloudfunctions/modules/setup/spreadsheet';
import { day } from '../../../types/day';
import { demoUsers } from '../users';
import { demoWorkbook } from './workbook';

const today = day('2026-11-10');
const sheetsOf = (seed: number, on = today) => demoWorkbook({ seed, today: on, people: demoUsers });

test('the same seed, day and people make the same bytes; another seed others', () => {
  expect(writeXlsx(sheetsOf(1)).equals(writeXlsx(sheetsOf(1)))).toBe(true);
  expect(writeXlsx(sheetsOf(1)).equals(writeXlsx(sheetsOf(2)))).toBe(false);
});

test.each(['2026-11-10', '2027-01-31', '2027-02-01', '2028-02-29'])('on %s it is without a mistake', (on) => {
  const file = readSpreadsheet(writeXlsx(sheetsOf(7, day(on))), '云栖苑.xlsx');
  if (file.kind !== 'read') throw new Error(file.problem);
  const now = { ...moment, today: day(on) };
  const { problems, steps } = readRegister(readWorkbook(file.sheets), nothingKnown(), now);
  expect(problems).toEqual([]);
  const count = (kind: string) => steps.filter((step) => step.kind === kind).length;
  expect([count('home'), count('meter'), count('reading')]).toEqual([1200, 2400, 31_200]);
});

test('the demo’s owner owes a month and has a voucher, as in the pictures', () => {
  const sheets = sheetsOf(20261123);
  const yuanOf = (sheet: string) => {
    const rows = sheets.find(({ name }) => name === sheet)?.rows ?? [];
    const own = rows.filter(([building, unit, room]) => `${building}${unit}${room}` === '3栋2单元1201');
    const yuan = own.map((row) => Number((row.at(-1) as { number: string }).number));
    return yuan.reduce((sum, one) => sum + Math.round(one * 100), 0);
  };
  expect([yuanOf('期初欠费'), yuanOf('抵扣券'), yuanOf('预存')]).toEqual([60_768, 2_000, 0]);
});
