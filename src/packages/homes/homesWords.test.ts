import type { Member } from '../../../types/contract/people';
import { day } from '../../../types/day';
import { refused } from '../../../types/refusal';
import {
  bindRefusal,
  boundLine,
  canAskInstead,
  invitationOver,
  memberActions,
  memberLine,
} from './homesWords';

const member: Member = {
  tenureId: 't',
  name: '张*',
  relation: 'tenant',
  isBound: true,
  isMe: false,
  isSuspended: false,
  isContestable: false,
  from: '2026-01-01',
};
const refusal = (...args: Parameters<typeof refused>) => {
  const outcome = refused(...args);
  if (outcome.ok) throw new Error('it is a refusal');
  return outcome.refusal;
};

test('a wrong fact says how many tries are left', () => {
  expect(bindRefusal(refusal('BINDING_NOT_MATCHED', { left: 3 }))).toContain('今天还能试 3 次');
  expect(bindRefusal(refusal('PHONE_CODE_SPENT'))).not.toContain('还能试');
});

test('a request is offered where it helps', () => {
  expect(canAskInstead(refusal('TOO_MANY_ATTEMPTS'))).toBe(true);
  expect(canAskInstead(refusal('UNREACHABLE'))).toBe(false);
});

test('bound or waiting is said', () => {
  const home = { homeId: 'h', place: '3栋2单元1201' };
  expect(boundLine({ ...home, state: 'bound' })).toContain('已绑定');
  expect(boundLine({ ...home, state: 'waiting' })).toContain('确认');
});

test('a member: how, until when, with or without WeChat', () => {
  expect(memberLine({ ...member, to: '2027-06-30', isBound: false }, day('2026-11-16'))).toBe(
    '租客，住到2027年6月30日，还没有用微信',
  );
  expect(memberLine({ ...member, to: '2026-11-16', isBound: false }, day('2026-11-16'))).toBe(
    '租客，今天离开',
  );
  expect(memberLine({ ...member, relation: 'owner', isMe: true }, day('2026-11-16'))).toBe('业主，您自己');
});

test('an owner removes family and tenants, nobody removes an owner or oneself', () => {
  expect(memberActions(member, 'owner')).toEqual(['remove']);
  expect(memberActions({ ...member, isContestable: true }, 'family')).toEqual(['object']);
  expect(memberActions({ ...member, relation: 'owner' }, 'owner')).toEqual([]);
  expect(memberActions({ ...member, isMe: true }, 'owner')).toEqual([]);
  expect(memberActions({ ...member, isBound: false }, 'owner')).toEqual([]);
});

test('an invitation that is over says what to do', () => {
  expect(invitationOver({ state: 'open' })).toBeUndefined();
  expect(invitationOver({ state: 'accepted' })).toContain('再发一张');
  expect(invitationOver({ state: 'expired' })).toContain('再发一张');
});
