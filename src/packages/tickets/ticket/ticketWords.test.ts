import type { ClockView, TicketView } from '../../../../types/contract/tickets';
import type { Instant } from '../../../../types/day';
import {
  countdownOf,
  isMoving,
  nextStep,
  pauseWords,
  ratingCheckWords,
  stepTitle,
  textCheckWords,
} from './ticketWords';

const now = Date.parse('2026-11-16T14:24:00+08:00');
const minute = 60_000;
const clock = (kind: ClockView['kind'], left: number, more: Partial<ClockView> = {}): ClockView => ({
  ...{ kind, startedAt: now + (left - 30) * minute, by: now + left * minute, level: 0 },
  ...more,
});
const on = (state: TicketView['state'], running?: ClockView) => ({
  state,
  clocks: running ? [running] : [],
  ...(running && running.kind !== 'acceptance' ? { clock: running } : {}),
});

test('a clock says what remains, what for, until when and what happens then', () => {
  expect(countdownOf(on('accepted', clock('arrive', 12)), now)).toEqual({
    ...{ label: '师傅已接单，到场', lead: '还有', number: '12', unit: '分钟', isLate: false },
    ...{ line: '最迟 14:36，超时会自动通知主管', share: 0.4 },
  });
});

test('a late one says by how much and who knows', () => {
  const late = countdownOf(on('offered', clock('respond', -24)), now);
  expect(late).toMatchObject({ lead: '已超', number: '24', unit: '分钟', share: 0, isLate: true });
  expect(late?.line).toContain('主管');
});

test('hours are said in words, another day with its day', () => {
  const far = countdownOf(on('working', clock('close', 20 * 60 + 5)), now);
  expect(far).toMatchObject({ number: '20 小时 5 分', unit: '' });
  expect(far?.line).toContain('明天 10:29');
});

test('what was late before is said beside the new deadline', () => {
  const again = countdownOf(on('accepted', clock('close', 60, { missed: 1 })), now);
  expect(again?.line).toBe('之前超时 1 次，现在最迟 15:24，超时会自动通知主管');
});

test('silence after the work is said beforehand; a clock that stands still counts nothing', () => {
  expect(countdownOf(on('finished', clock('acceptance', 72 * 60)), now)).toMatchObject({
    ...{ label: '修好了，等您验收', number: '3 天' },
    line: '到 11月19日 14:24 没有说不行，就算验收通过',
  });
  expect(countdownOf(on('paused', clock('close', 20, { pausedSince: now })), now)).toBeUndefined();
  expect(countdownOf(on('rated'), now)).toBeUndefined();
});

test('each step is told by who and what; an unknown one is still told', () => {
  expect(stepTitle({ what: 'accept', by: '张师傅' })).toBe('张师傅 已接单');
  expect(stepTitle({ what: 'reported', by: '您' })).toBe('已受理');
  expect(stepTitle({ what: 'somethingNew' })).toBe('有新的进展');
});

test('what comes next stands on top with its deadline', () => {
  expect(nextStep(on('accepted', clock('arrive', 12)), now)).toEqual({
    ...{ title: '到场，检查并维修', time: '最迟 14:36' },
  });
  const appointment = { from: now, to: now, isConfirmed: false };
  expect(nextStep({ ...on('paused'), appointment }, now)?.title).toBe('请您确认上门时间');
  expect(nextStep(on('rated'), now)).toBeUndefined();
  expect(nextStep(on('working', clock('close', -24)), now)?.time).toBe('原定 14:00');
});

test('a pause says what it waits for, to the owner', () => {
  const since = now as Instant;
  const appointment = { from: now, to: now, isConfirmed: false };
  expect(pauseWords({ since, reason: 'part', note: '缺软管' }, undefined)).toBe('等配件：缺软管');
  expect(pauseWords({ since, reason: 'owner', note: '' }, appointment)).toBe('等您确认上门时间');
  expect(pauseWords({ since, reason: 'owner', note: '' }, { ...appointment, isConfirmed: true })).toBe(
    '等您方便',
  );
});

test('the sender is told of words that were not passed, and the page looks again while they are checked', () => {
  expect(textCheckWords('passed')).toBeUndefined();
  expect(textCheckWords('refused')).toContain('换个说法');
  const ticket = { textCheck: 'passed', photos: [], steps: [], state: 'working' } as unknown as TicketView;
  expect(isMoving(ticket)).toBe(false);
  expect(isMoving({ ...ticket, photos: [{ check: 'pending', at: now }] })).toBe(true);
  expect(isMoving({ ...ticket, state: 'offered' })).toBe(true);
});

test('the words of a rating say what WeChat says of them; the stars stand all the same', () => {
  expect([undefined, 'passed' as const].map(ratingCheckWords)).toEqual([undefined, undefined]);
  expect(ratingCheckWords('pending')).toMatch(/正在检查.*星级已经记下/);
  expect(ratingCheckWords('refused')).toMatch(/没有通过.*星级已经记下/);
  const rated = { textCheck: 'passed', photos: [], steps: [], state: 'rated' } as unknown as TicketView;
  const rating = { stars: 2, words: [], text: '还是滴水', photos: [], at: now } as const;
  expect(isMoving({ ...rated, rating: { ...rating, textCheck: 'passed' } })).toBe(false);
  expect(isMoving({ ...rated, rating: { ...rating, textCheck: 'pending' } })).toBe(true);
});
