import type { RowProblem } from '../sheets/problem';
import type { Workbook } from '../sheets/workbook';
import { readAssignments } from './assignments';
import type { ChargeContext } from './context';
import { Findings } from './findings';
import { partiesByHome, readHomes } from './homes';
import { type Items, readItems } from './items';
import type { Known, Moment } from './known';
import { readMeters } from './meters';
import { readArrears, readPrepaid } from './opening';
import { readReadings } from './readings';
import { readResidents } from './residents';
import { readStaff } from './staff';
import type { Step } from './step';
import { unreadPeople } from './unread';
import { readVouchers } from './vouchers';

/** What a file wants, row by row, and everything that is wrong with it. */
export interface Register {
  readonly steps: readonly Step[];
  /** In the order of the file: by sheet as they come, then by row. */
  readonly problems: readonly RowProblem[];
  readonly payee?: Items['payee'];
}

/** Reads all sheets against each other and against the records. Pure: the same file and records give the same. */
export function readRegister(workbook: Workbook, known: Known, moment: Moment): Register {
  const { rows, unread } = workbook;
  const findings = new Findings();
  const homes = readHomes(rows.homes, unread.homes, known, findings);
  const tenures = readResidents(rows.residents, homes, { known, findings, today: moment.today });
  const staff = readStaff(rows.staff, known, moment, findings);
  const items = readItems(workbook, known, findings);
  const parties = partiesByHome(known, tenures, moment.today);
  const isUnreadPerson = unreadPeople(unread.residents, homes);
  const context: ChargeContext = { ...moment, known, homes, items, parties, isUnreadPerson, findings };
  const meters = readMeters(rows.meters, context);
  const assignments = readAssignments(
    { assignments: rows.assignments, parking: rows.parking, meters },
    context,
  );
  const arrears = readArrears(rows.arrears, assignments, context);
  const prepaid = readPrepaid(rows.prepaid, context);
  const vouchers = readVouchers(rows.vouchers, context);
  const readings = readReadings(workbook, meters, context);
  return {
    steps: [
      ...items.steps,
      ...staff,
      ...homes.steps,
      ...tenures,
      ...meters.map(({ step }) => step),
      ...assignments,
      ...arrears,
      ...prepaid,
      ...vouchers,
      ...readings,
    ],
    problems: inFileOrder([...workbook.problems, ...findings.problems]),
    ...(items.payee ? { payee: items.payee } : {}),
  };
}

function inFileOrder(problems: readonly RowProblem[]): readonly RowProblem[] {
  const sheets = [...new Set(problems.map(({ sheet }) => sheet))];
  return [...problems].sort((a, b) =>
    a.sheet === b.sheet ? a.row - b.row : sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet),
  );
}
