import type { Member } from '../../../../types/contract/people';
import {
  contestedFirst,
  decidedLine,
  memberChip,
  memberLine,
  memberName,
  objectionLine,
  objectionTitle,
  verdictLine,
} from './objectionWords';

const now = Date.parse('2026-11-10T09:05:00+08:00');
const plain: Member = {
  tenureId: 'a',
  name: '陈芳',
  relation: 'owner',
  isBound: true,
  isMe: false,
  isSuspended: false,
  isContestable: false,
  from: '2026-01-01',
};
const contested: Member = {
  ...plain,
  tenureId: 'b',
  name: '李雷',
  relation: 'tenant',
  isSuspended: true,
  objection: { reason: '不认识', at: now },
};

test('whom an objection is about stands first and is marked', () => {
  expect(contestedFirst([plain, contested]).map(({ tenureId }) => tenureId)).toEqual(['b', 'a']);
  expect(memberChip(contested)?.text).toBe('已暂停');
  expect(memberChip({ ...contested, isSuspended: false })?.text).toBe('有异议');
  expect(memberChip(plain)).toBeUndefined();
});

test('the line says why, or whether WeChat is there', () => {
  expect(memberLine(contested, now)).toBe('租客，异议：不认识（今天 9:05）');
  expect(memberLine(plain, now)).toBe('业主，已绑定微信');
  expect(memberLine({ ...plain, isBound: false }, now)).toBe('业主，还没有用微信');
  expect(memberName({ name: '' })).toBe('未登记姓名');
});

test('what a verdict does is said before and after', () => {
  expect(verdictLine(contested, 'stays')).toContain('李雷马上又能看账单');
  expect(verdictLine({ ...contested, isSuspended: false }, 'stays')).toContain('照常看账单');
  expect(verdictLine(contested, 'leaves')).toContain('看不到这套房屋');
  expect(decidedLine(contested, 'leaves')).toBe('李雷移出了，已通知双方。');
});

test('an objection in the list names home, person, relation and when', () => {
  expect(objectionTitle({ place: '3栋2单元1201', name: '' })).toBe('3栋2单元1201 未登记姓名');
  expect(objectionLine({ relation: 'tenant', at: now }, now)).toBe('租客，今天 9:05 提出');
});
