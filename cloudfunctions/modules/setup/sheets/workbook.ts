import type { Sheet } from '../spreadsheet';
import {
  type AssignmentRow,
  assignmentSheet,
  type ItemRow,
  itemSheet,
  type TariffRow,
  tariffSheet,
} from './chargeSheets';
import {
  type HomeRow,
  homeSheet,
  type ResidentRow,
  residentSheet,
  type StaffRow,
  staffSheet,
} from './homeSheets';
import {
  isNamed,
  plainHeading,
  type ReadRow,
  type ReadSheet,
  readRows,
  type SheetLayout,
  type Unread,
} from './layout';
import {
  type ArrearRow,
  arrearSheet,
  type MeterRow,
  meterSheet,
  type ParkingRow,
  type PrepaidRow,
  parkingSheet,
  prepaidSheet,
  type ReadingRow,
  readingSheet,
} from './meterSheets';
import type { RowProblem } from './problem';
import { type VoucherRow, voucherSheet } from './voucherSheet';

/** Every kind of sheet, in the order we write them. */
export interface SheetRows {
  readonly homes: HomeRow;
  readonly residents: ResidentRow;
  readonly staff: StaffRow;
  readonly items: ItemRow;
  readonly tariffs: TariffRow;
  readonly assignments: AssignmentRow;
  readonly meters: MeterRow;
  readonly parking: ParkingRow;
  readonly arrears: ArrearRow;
  readonly prepaid: PrepaidRow;
  readonly vouchers: VoucherRow;
  readonly readings: ReadingRow;
}
export type SheetKind = keyof SheetRows;

export const layouts: { readonly [K in SheetKind]: SheetLayout<SheetRows[K]> } = {
  homes: homeSheet,
  residents: residentSheet,
  staff: staffSheet,
  items: itemSheet,
  tariffs: tariffSheet,
  assignments: assignmentSheet,
  meters: meterSheet,
  parking: parkingSheet,
  arrears: arrearSheet,
  prepaid: prepaidSheet,
  vouchers: voucherSheet,
  readings: readingSheet,
};
export const sheetKinds = Object.keys(layouts) as readonly SheetKind[];

/** What a file says, as far as it can be read. Kinds without a sheet have no rows. */
export interface Workbook {
  readonly rows: { readonly [K in SheetKind]: readonly ReadRow<SheetRows[K]>[] };
  /** What of each kind there is but could not be read. */
  readonly unread: { readonly [K in SheetKind]: Unread<SheetRows[K]> };
  /** The kinds the file has a sheet of: only of these can a row be missing. */
  readonly present: ReadonlySet<SheetKind>;
  readonly problems: readonly RowProblem[];
  /** Sheets and columns nobody reads. */
  readonly unused: readonly string[];
  readonly rowCount: number;
}

/** Reads all sheets whose names we know. Several sheets of one kind (a sheet for each building) count as one. */
export function readWorkbook(sheets: readonly Sheet[]): Workbook {
  const rows = ofEachKind((): unknown[] => []);
  const unread = ofEachKind(() => ({ rows: [] as unknown[], isWhole: false }));
  const present = new Set<SheetKind>();
  const problems: RowProblem[] = [];
  const unused: string[] = [];
  let rowCount = 0;
  for (const sheet of sheets) {
    const kind = kindOf(sheet.name);
    if (!kind) {
      if (sheet.rows.length > 0) unused.push(`工作表“${sheet.name}”`);
      continue;
    }
    // Rows of a kind are read by that kind's layout.
    const read = readRows(sheet, layouts[kind] as SheetLayout<unknown>) as ReadSheet<unknown>;
    present.add(kind);
    rows[kind].push(...read.rows);
    unread[kind].rows.push(...read.unread.rows);
    unread[kind].isWhole ||= read.unread.isWhole;
    problems.push(...read.problems);
    unused.push(...read.unused.map((heading) => `“${sheet.name}”的“${heading}”列`));
    rowCount += read.rowCount;
  }
  return {
    rows: rows as unknown as Workbook['rows'],
    unread: unread as unknown as Workbook['unread'],
    present,
    problems,
    unused,
    rowCount,
  };
}

function ofEachKind<T>(make: () => T): Record<SheetKind, T> {
  return Object.fromEntries(sheetKinds.map((kind) => [kind, make()])) as Record<SheetKind, T>;
}

/** A sheet called exactly so comes before one whose name ends so. */
function kindOf(sheetName: string): SheetKind | undefined {
  const bare = plainHeading(sheetName);
  const exact = sheetKinds.find((kind) => [layouts[kind].name, ...layouts[kind].aliases].includes(bare));
  return exact ?? sheetKinds.find((kind) => isNamed(layouts[kind] as SheetLayout<never>, sheetName));
}
