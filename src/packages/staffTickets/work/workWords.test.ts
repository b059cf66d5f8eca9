import type { Material, TicketView } from '../../../../types/contract/tickets';
import { fen } from '../../../../types/money';
import { refused } from '../../../../types/refusal';
import {
  checkInOf,
  comebackOf,
  isNotMine,
  materialsSum,
  notYetIn,
  pauseLine,
  restLine,
  visitLine,
} from './workWords';

const now = Date.UTC(2026, 10, 16, 6, 20);
const hour = 3_600_000;
const view = (more: Partial<TicketView>) =>
  ({ state: 'working', steps: [], ...more }) as unknown as TicketView;

test('materials cost their price as often as they are used', () => {
  const one = (price: number, quantity: number): Material => ({
    ...{ name: '软管', quantity, price: fen(price), isOldReturned: true },
  });
  expect(materialsSum([one(2_800, 1), one(150, 2)])).toBe(3_100);
  expect(materialsSum([])).toBe(0);
});

test('what came back is told until it is finished again', () => {
  const rejected = { at: 2, what: 'rejectWork', note: '还在滴' };
  const finished = { at: 1, what: 'finish' };
  expect(comebackOf(view({ steps: [{ at: 3, what: 'checkIn' }, rejected, finished] }))).toBe(rejected);
  expect(comebackOf(view({ steps: [{ ...finished, at: 4 }, rejected] }))).toBeUndefined();
  expect(comebackOf(view({}))).toBeUndefined();
});

test('the last check-in counts', () => {
  const steps = [
    { at: 9, what: 'checkIn' },
    { at: 3, what: 'checkIn' },
  ];
  expect(checkInOf({ steps })?.at).toBe(9);
});

test('a visit says whether the owner agreed', () => {
  const when = { from: now + hour, to: now + 2 * hour, isConfirmed: false };
  expect(visitLine(view({ window: when }), now)).toBe('业主希望 15:20 到 16:20 上门');
  expect(visitLine(view({ appointment: when }), now)).toBe('已提出 15:20 到 16:20 上门，等业主确认');
  expect(visitLine(view({ appointment: { ...when, isConfirmed: true } }), now)).toBe(
    '约好 15:20 到 16:20 上门',
  );
  expect(visitLine(view({}), now)).toBeUndefined();
});

test('what stands still says why, what is over says that it is', () => {
  expect(pauseLine({ paused: { since: now, reason: 'part', note: '缺软管' } })).toBe('等配件：缺软管');
  expect(pauseLine({})).toBe('');
  const silence = {
    kind: 'acceptance' as const,
    startedAt: now,
    by: now + 5 * 24 * 3_600_000,
    level: 0 as const,
  };
  const own = (state: TicketView['state'], clocks: TicketView['clocks']) =>
    restLine({ state, clocks, channel: 'app' });
  expect(own('finished', [silence])).toBe('已交给业主验收，5 天没有回应自动通过。');
  expect(own('finished', [])).toBe('已交给业主验收。');
  expect(own('working', [])).toBeUndefined();
});

test('a linked task waits for what opened it, not for an owner', () => {
  const task = (state: TicketView['state']) => restLine({ state, clocks: [], channel: 'linked' });
  expect(task('finished')).toBe('办完了，等关联的工单一起结束。');
  expect(task('closed')).toBe('关联的工单已结束，不用再做什么。');
  expect(task('cancelled')).toBe('已取消，不用去了。');
});

test("a ticket one may no longer read is somebody else's; one that is only not reached is not", () => {
  const answerTo = (code: 'NOT_ALLOWED' | 'UNREACHABLE') => {
    const outcome = refused(code);
    if (outcome.ok) throw new Error('it was not refused');
    return { kind: 'refused', refusal: outcome.refusal } as const;
  };
  expect(isNotMine(answerTo('NOT_ALLOWED'))).toBe(true);
  expect(isNotMine(answerTo('UNREACHABLE'))).toBe(false);
  expect(isNotMine({ kind: 'ready', value: view({}), at: 0 })).toBe(false);
});

test('a photo that stands in the ticket is not shown as being added too', () => {
  const sent = { key: 'a', path: 'a', fileId: 'cloud://a' };
  const arrived = { key: 'b', path: 'b', fileId: 'cloud://b' };
  const underWay = { key: 'c', path: 'c' };
  // Photos of a colleague come without their ids.
  expect(notYetIn([{ fileId: 'cloud://a' }, {}], [sent, arrived, underWay])).toEqual([arrived, underWay]);
});
