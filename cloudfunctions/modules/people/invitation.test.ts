import { addDays, type Instant } from '../../../types/day';
import type { Outcome } from '../../../types/refusal';
import { memberOpenids } from './household';
import { accept, type InvitationRecord, invitationState, invite } from './invitation';
import { held, household, now, today } from './testing/homes';

const home = household(held('a', 'owner'));
const wish = { invitationId: 'i', inviter: 'o-a', inviterName: '张三', relation: 'tenant' } as const;
const code = (outcome: Outcome<unknown>) => (outcome.ok ? undefined : outcome.refusal.code);
const made = (more: object = {}): InvitationRecord => {
  const invited = invite(home, { ...wish, ...more }, { now, today, open: 0 });
  if (!invited.ok) throw new Error(invited.refusal.code);
  return { ...invited.value, version: 1 };
};
const joining = { openid: 'o-new', tenureId: 't', residentId: 'r' };
const take = (invitation: InvitationRecord, at = now, on = today, there = home) =>
  accept(there, invitation, joining, at, on);

test('lasts three days and takes the guest in, a tenant until the last day agreed', () => {
  const until = addDays(today, 30);
  const invitation = made({ until });
  const accepted = take(invitation, invitation.expiresAt);
  expect(accepted).toMatchObject({
    value: { tenure: { relation: 'tenant', from: today, to: until }, invitation: { acceptedBy: 'o-new' } },
  });
  expect(accepted.ok && memberOpenids(accepted.value.household, until)).toContain('o-new');
  expect(accepted.ok && memberOpenids(accepted.value.household, addDays(until, 1))).not.toContain('o-new');
  expect(code(take(invitation, (invitation.expiresAt + 1) as Instant))).toBe('INVITATION_EXPIRED');
});

test('is good once', () => {
  const used = { ...made(), acceptedBy: 'o-else' };
  expect(code(take(used))).toBe('INVITATION_USED');
});

test.each([
  ['has left', household()],
  ['is no owner any more', household(held('a', 'tenant'))],
  ['has sold', household(held('a', 'owner', 'register', { to: addDays(today, -1) }))],
])('is void where the inviter %s', (_name, there) => {
  expect(code(take(made(), now, today, there))).toBe('INVITATION_EXPIRED');
});

test('a tenancy does not end before it begins, nor is it begun after its end', () => {
  expect(code(invite(home, { ...wish, until: addDays(today, -1) }, { now, today, open: 0 }))).toBe(
    'TENURE_ENDS_IN_PAST',
  );
  expect(code(take(made({ until: today }), now, addDays(today, 1)))).toBe('INVITATION_EXPIRED');
});

test('five of a home wait, not six', () => {
  expect(code(invite(home, wish, { now, today, open: 4 }))).toBeUndefined();
  expect(code(invite(home, wish, { now, today, open: 5 }))).toBe('TOO_MANY_INVITATIONS');
});

test('says how it stands', () => {
  const invitation = made();
  expect(invitationState(invitation, now)).toBe('open');
  expect(invitationState(invitation, (invitation.expiresAt + 1) as Instant)).toBe('expired');
  expect(invitationState({ ...invitation, acceptedBy: 'o' }, now)).toBe('accepted');
});
