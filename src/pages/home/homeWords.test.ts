import type { MyHome } from '../../../types/contract/people';
import type { TicketRow } from '../../../types/contract/tickets';
import { fen } from '../../../types/money';
import { paidBill } from '../../paying/testing';
import {
  type AtHome,
  courseOf,
  dueWords,
  homeLine,
  homesByCommunity,
  ongoingLine,
  otherPayerWords,
  payLabel,
  takenOffWords,
} from './homeWords';

const due = {
  homeId: 'h',
  amount: fen(128460),
  bills: [paidBill('物业费', '2026-10', 1), paidBill('物业费', '2026-11', 1), paidBill('水费', '2026-10', 1)],
  vouchers: fen(2000),
  prepaid: fen(0),
  lateFee: fen(0),
};
const home: AtHome = {
  homeId: 'h',
  communityId: 'c',
  place: '3栋2单元1201',
  communityName: '云栖苑',
  questioned: 0,
  prepaid: fen(0),
};
const now = Date.parse('2026-11-16T14:36:00+08:00');

test('what is due, and what was taken off', () => {
  expect(dueWords(due)).toBe('物业费 2 期、水费');
  expect(dueWords({ ...due, lateFee: fen(305) })).toBe('物业费 2 期、水费，含违约金 ¥3.05');
  expect(takenOffWords(due)).toBe('已自动抵扣 ¥20.00 抵扣券');
  expect(takenOffWords({ vouchers: fen(2000), prepaid: fen(100) })).toBe(
    '已自动抵扣 ¥20.00 抵扣券、¥1.00 预存',
  );
  expect(takenOffWords({ vouchers: fen(0), prepaid: fen(0) })).toBeUndefined();
});

test('another payer is named with how long to wait, oneself is not', () => {
  const live = { orderId: 'o', isMine: false, payer: '王*', until: now + 240_000, amount: fen(1) };
  expect(otherPayerWords({ ...home, live }, now)).toBe(
    '王* 正在付这笔费用，还有 4 分钟，14:40 前没付成您就能付。',
  );
  expect(otherPayerWords({ ...home, live: { ...live, isMine: true } }, now)).toBeUndefined();
  expect(otherPayerWords(home, now)).toBeUndefined();
});

test('the button says what it does', () => {
  const live = { orderId: 'o', isMine: true, payer: '我', until: now, amount: fen(1) };
  expect(payLabel(due, undefined)).toBe('一键缴费');
  expect(payLabel(due, live)).toBe('继续缴费');
  expect(payLabel({ ...due, amount: fen(0) }, undefined)).toBe('用预存和抵扣券缴清');
});

test('homes stand by community', () => {
  const mine = (homeId: string, communityName: string, isSuspended = false): MyHome => ({
    homeId,
    communityId: communityName,
    communityName,
    place: homeId,
    tenureId: 't',
    relation: 'owner',
    isSuspended,
  });
  const me = {
    homes: [mine('a', '云栖苑'), mine('b', '梧桐里'), mine('c', '云栖苑', true)],
    posts: [],
    waiting: [],
  };
  expect(homesByCommunity(me).map(({ homes }) => homes.length)).toEqual([2, 1]);
  expect(homeLine(mine('a', '云栖苑'))).toBe('业主');
  expect(homeLine(mine('a', '云栖苑', true))).toContain('客服正在核实');
});

test('a ticket stands at one stage of its course', () => {
  const at = (state: 'waiting' | 'accepted' | 'working' | 'finished') => courseOf({ type: 'repair', state });
  expect(at('waiting').at).toBe(0);
  expect(at('working').stages[at('working').at]).toBe('到场');
  expect(at('finished').stages[at('finished').at]).toBe('完成');
  expect(courseOf({ type: 'complaint', state: 'answered' })).toEqual({
    stages: ['受理', '答复', '评价'],
    at: 1,
  });
});

test('in care mode the row of repairs says what is going on', () => {
  expect(ongoingLine(undefined)).toContain('拍张照片');
  expect(ongoingLine({ title: '厨房漏水', state: 'working' } as TicketRow)).toBe('厨房漏水，处理中');
});
