import { limits } from '../../kernel/limits';
import { afterAnswer, reminders } from './consent';
import type { Consent } from './messagesStore';

const openid = 'o1';
const template = 'bill' as const;
const kept = (remaining: number, isBanned = false): Consent => ({
  _id: 'o1·bill',
  version: 1,
  openid,
  template,
  remaining,
  isBanned,
});
const after = (before: Consent | undefined, answer: 'accept' | 'reject' | 'ban' | 'filter') =>
  afterAnswer(before, { openid, template, answer });

test('each accepted request is one reminder more, up to what we count', () => {
  expect(after(undefined, 'accept')).toEqual({
    _id: 'o1·bill',
    openid,
    template,
    remaining: 1,
    isBanned: false,
  });
  expect(after(kept(2), 'accept')).toMatchObject({ remaining: 3 });
  expect(after(kept(limits.remindersKept), 'accept')).toMatchObject({ remaining: limits.remindersKept });
});

test('a refusal takes nothing away; a ban is remembered, an accepted request lifts it', () => {
  expect(after(kept(2), 'reject')).toBeUndefined();
  expect(after(undefined, 'reject')).toBeUndefined();
  expect(after(kept(2), 'filter')).toBeUndefined();
  expect(after(kept(2), 'ban')).toMatchObject({ remaining: 2, isBanned: true });
  expect(after(kept(2, true), 'ban')).toBeUndefined();
  expect(after(kept(2, true), 'accept')).toMatchObject({ remaining: 3, isBanned: false });
});

test('banned ones bring no reminder', () => {
  expect(reminders([kept(2), kept(3, true), kept(1)])).toBe(3);
});
