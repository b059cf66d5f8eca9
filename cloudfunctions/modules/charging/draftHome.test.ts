import { month } from '../../../types/day';
import { fen } from '../../../types/money';
import { period } from '../../../types/period';
import type { Bill } from './bill';
import { type BillRun, noTally } from './billRun';
import { draftHome, type HomeData } from './draftHome';
import { electricity, ownersFee, ownersMeter, propertyFee, read } from './testing/samples';

const march = period(month('2026-03'), 1);
const terms = {
  period: march,
  items: new Map([propertyFee, electricity].map((item) => [item._id, item])),
  collectsUtilities: true,
};
const run = {
  _id: 'c1·2026-03',
  communityId: 'c1',
  month: march.first,
  ...noTally,
  isFirst: false,
} as BillRun;
const start = { reading: read('2026-03-01', 1_000), cycleStart: read('2026-01-01', 0).day, usedInCycle: 0 };
const data: HomeData = {
  home: { _id: 'h1', place: { building: '3', unit: '2', room: '1201' }, area: 8_930 },
  assignments: [ownersFee, ownersMeter],
  inMonth: [],
  last: new Map(),
  meters: new Map([['m1', { multiplier: 1, start, readings: [read('2026-04-01', 1_100)] }]]),
};

function standing(part: Partial<Bill>): Bill {
  const [bill] = draftHome(data, terms, run).bills;
  if (!bill) throw new Error('no bill');
  return { ...bill, version: 1, ...part };
}

describe('one home in a run', () => {
  test('every assignment is billed, and counted', () => {
    const drafted = draftHome(data, terms, run);
    expect(drafted.bills.map(({ amount }) => amount)).toEqual([17_101, 5_380]);
    expect(drafted.tally).toMatchObject({ homesDone: 1, bills: 2, sum: 22_481, outliers: 2, unbillable: 0 });
    expect(draftHome(data, terms, run)).toEqual(drafted);
  });

  test('W3: what cannot be billed stands in the list, never nowhere', () => {
    const noReading = { ...data, meters: new Map([['m1', { multiplier: 1, start, readings: [] }]]) };
    const drafted = draftHome({ ...noReading, home: { ...data.home, area: 0 } }, terms, run);
    expect(drafted.bills).toEqual([]);
    expect(drafted.records.map(({ reason }) => reason)).toEqual(['areaMissing', 'readingMissing']);
    const without = draftHome(data, { ...terms, items: new Map() }, run);
    expect(without.records.map(({ reason }) => reason)).toEqual(['assignmentUnsound', 'assignmentUnsound']);
    const noMeter = draftHome({ ...data, meters: new Map() }, terms, run);
    expect(noMeter.records).toContainEqual(expect.objectContaining({ reason: 'subjectMissing' }));
  });

  test.each([
    ['published', 1],
    ['paid', 1],
    ['void', 0],
  ] as const)('one that is %s is left as it is', (state, counted) => {
    const inMonth = [standing({ state, amount: fen(9) })];
    const drafted = draftHome({ ...data, assignments: [ownersFee], inMonth }, terms, run);
    expect(drafted.bills).toEqual([]);
    expect(drafted.tally.bills).toBe(counted);
  });

  test('a month that an earlier bill of several months reaches into is not billed beside it', () => {
    const arrears = (months: number, state: Bill['state'] = 'published') =>
      new Map([
        [ownersFee._id, standing({ state, origin: 'opening', period: period(month('2026-01'), months) })],
      ]);
    const drafted = (last: HomeData['last']) =>
      draftHome({ ...data, assignments: [ownersFee], last }, terms, run);
    expect(drafted(arrears(3))).toMatchObject({ bills: [], records: [], tally: { homesDone: 1, bills: 0 } });
    expect(drafted(arrears(3, 'void')).bills).toHaveLength(1);
    expect(drafted(arrears(2)).bills).toHaveLength(1);
  });

  test('the first bills of a community are no outliers, later first ones are', () => {
    expect(draftHome(data, terms, { ...run, isFirst: true }).tally.outliers).toBe(0);
    expect(draftHome(data, terms, run).records[0]).toMatchObject({ outlier: 'firstTime' });
    const last = new Map([[ownersFee._id, standing({ state: 'paid' })]]);
    expect(draftHome({ ...data, last }, terms, run).tally.outliers).toBe(1);
  });

  test('the meter goes on from the later of its assignments’ bills', () => {
    const position = { ...start, reading: read('2026-03-20', 1_060), usedInCycle: 60 };
    const other = { ...ownersMeter, _id: 'h1·dian·2' };
    const last = new Map([[other._id, standing({ assignmentId: other._id, position })]]);
    const drafted = draftHome({ ...data, assignments: [ownersMeter, other], last }, terms, run);
    expect(drafted.bills[0]).toMatchObject({ amount: 2_152, range: { from: '2026-03-20' } });
  });
});
