import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  type WrittenCell,
  type WrittenSheet,
  writeXlsx,
} from '../../cloudfunctions/modules/setup/spreadsheet';
import { type Day, dayOf, type Instant } from '../../types/day';
import { sumFen } from '../../types/money';
import { parseYuan, yuanText } from '../../types/yuan';
import { demoWorkbook } from './community/workbook';
import { demoUsers } from './users';

export const demoCommunity = { id: 'yunqi', name: '云栖苑' } as const;
export const demoSeed = 20261123;

/** The demo community of a day, as the sheets of one workbook. */
export function demoSheets(today: Day): readonly WrittenSheet[] {
  return demoWorkbook({ seed: demoSeed, today, people: demoUsers });
}

/** The rows of a sheet as texts, by the sheet's name, without headings. */
export type DemoSheets = ReadonlyMap<string, readonly (readonly string[])[]>;

/** What the register of a day says, for whoever tells what its people do. */
export function demoRegister(today: Day): DemoSheets {
  const textOf = (cell: WrittenCell) => (typeof cell === 'string' ? cell : cell.number);
  return new Map(
    demoSheets(today).map(({ name, rows }) => [name, rows.slice(1).map((row) => row.map(textOf))]),
  );
}

/** Brings the demo community in through `npm run import`, as any company's would be. */
export async function importDemo(cloudUrl: string, now: Instant): Promise<void> {
  const sheets = demoSheets(dayOf(now));
  const folder = mkdtempSync(join(tmpdir(), 'nuanlin-demo-'));
  const file = join(folder, `${demoCommunity.name}.xlsx`);
  writeFileSync(file, writeXlsx(sheets));
  const asked = ['--file', file, '--community', demoCommunity.id, '--name', demoCommunity.name, '--apply'];
  // What the old books say, against which the import is held.
  const totals = [
    ...['--arrears', totalOf(sheets, '期初欠费'), '--prepaid', totalOf(sheets, '预存')],
    ...['--vouchers', totalOf(sheets, '抵扣券')],
  ];
  const tool = join(__dirname, '..', 'import.mjs');
  try {
    await promisify(execFile)(process.execPath, [tool, ...asked, ...totals, '--cloud', cloudUrl]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The sum of a sheet's last column, in yuan. */
function totalOf(sheets: readonly WrittenSheet[], name: string): string {
  const [, ...rows] = sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  const amounts = rows.map((row) => {
    const cell = row.at(-1);
    const amount = typeof cell === 'object' ? parseYuan(cell.number) : undefined;
    if (amount === undefined) throw new Error(`no amount at the end of a row of ${name}`);
    return amount;
  });
  return yuanText(sumFen(amounts));
}
