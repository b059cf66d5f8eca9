import type { Colleague } from '../../../types/contract/ticketWork';
import { colleagueLine, freeWords } from './colleagueWords';

const now = Date.parse('2026-11-16T14:36:00+08:00');
const at = (hours: number) => Date.parse('2026-11-16T00:00:00+08:00') + hours * 3_600_000;
const sun: Colleague = {
  ...{ staffId: 'sun', name: '孙海', skills: ['弱电', '电工'], isOnDuty: true, open: 0 },
  ...{ freeInMinutes: 0, walkMinutes: 3.2, isAdvised: true },
};

test('what somebody can and has, when they are free, how far it is', () => {
  expect(colleagueLine(sun, now)).toBe('会弱电、电工，手上没有工单，现在有空，走过去约 4 分钟');
});

test.each<[Partial<Colleague>, string]>([
  [{ freeInMinutes: 40 }, '约 40 分钟后有空'],
  [{ shift: { from: at(8), to: at(18) } }, '现在有空，18:00 下班'],
  [{ isOnDuty: false }, '不在岗'],
  [{ isOnDuty: false, shift: { from: at(8), to: at(18) } }, '不在岗'],
  [{ isOnDuty: false, shift: { from: at(32), to: at(42) } }, '不在岗，明天 8:00 上班'],
])('%j is %s', (more, words) => {
  expect(freeWords({ ...sun, ...more }, now)).toBe(words);
});
