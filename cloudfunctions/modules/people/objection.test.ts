import type { Instant } from '../../../types/day';
import type { Outcome } from '../../../types/refusal';
import { memberOpenids } from './household';
import { decideObjection, isContestable, object } from './objection';
import type { HeldTenure, Tenure } from './tenure';
import { held, household, now, registered, today } from './testing/homes';

const early = (id: string, relation: Tenure['relation']): HeldTenure => {
  const tenure = held(id, relation);
  return { ...tenure, holder: { ...tenure.holder, since: 0 as Instant } };
};
const raise = (objector: HeldTenure, contested: Tenure, at: Instant = now) =>
  object(
    household(objector, contested),
    { tenureId: contested.id, openid: objector.holder.openid, reason: '不认识' },
    at,
    today,
  );
const code = (outcome: Outcome<unknown>) => (outcome.ok ? undefined : outcome.refusal.code);

test.each([
  ['family against a tenant', 'family', 'tenant', true],
  ['an owner against an owner', 'owner', 'owner', true],
  ['a tenant against an owner: told, not suspended', 'tenant', 'owner', false],
] as const)('%s', (_name, objector, contested, suspends) => {
  const raised = raise(early('a', objector), held('b', contested));
  expect(raised).toMatchObject({ value: { tenure: { holder: { objection: { by: 'o-a', suspends } } } } });
  expect(raised.ok && memberOpenids(raised.value.household, today).includes('o-b')).toBe(!suspends);
});

test.each([
  ['oneself', early('a', 'owner'), early('a', 'owner'), 'OBJECTION_NOT_POSSIBLE'],
  ['who came earlier', held('a', 'owner'), early('b', 'tenant'), 'OBJECTION_NOT_POSSIBLE'],
  ['who was invited', early('a', 'owner'), held('b', 'tenant', 'invitation'), 'OBJECTION_NOT_POSSIBLE'],
  [
    'whom customer service let in',
    early('a', 'owner'),
    held('b', 'tenant', 'customerService'),
    'OBJECTION_NOT_POSSIBLE',
  ],
  ['who is not bound', early('a', 'owner'), registered('b', 'tenant'), 'MEMBER_NOT_FOUND'],
] as const)('nobody objects to %s', (_name, objector, contested, refusal) => {
  expect(code(raise(objector, contested))).toBe(refusal);
  expect(isContestable(contested, objector, now)).toBe(false);
});

test('for seven days, once', () => {
  const [objector, contested] = [early('a', 'owner'), held('b', 'tenant')];
  const last = (contested.holder.since + 7 * 86_400_000) as Instant;
  expect(isContestable(contested, objector, last)).toBe(true);
  expect(code(raise(objector, contested, (last + 1) as Instant))).toBe('OBJECTION_TOO_LATE');
  const raised = raise(objector, contested);
  expect(raised.ok && code(raise(objector, raised.value.tenure))).toBe('OBJECTION_ALREADY_RAISED');
});

test('who is under objection does not object', () => {
  const suspended = raise(early('a', 'owner'), held('b', 'tenant'));
  if (!suspended.ok) throw new Error('refused');
  const home = {
    ...suspended.value.household,
    tenures: [...suspended.value.household.tenures, held('c', 'tenant')],
  };
  expect(code(object(home, { tenureId: 'c', openid: 'o-b', reason: 'x' }, now, today))).toBe(
    'MEMBER_NOT_FOUND',
  );
});

test('customer service confirms for good, or ends it', () => {
  const raised = raise(early('a', 'owner'), held('b', 'tenant'));
  if (!raised.ok) throw new Error('refused');
  const stays = decideObjection(raised.value.household, { tenureId: 'b', verdict: 'stays' }, today);
  expect(stays).toMatchObject({ value: { tenure: { holder: { by: 'customerService' } } } });
  expect(stays.ok && memberOpenids(stays.value.household, today)).toEqual(['o-a', 'o-b']);
  const leaves = decideObjection(raised.value.household, { tenureId: 'b', verdict: 'leaves' }, today);
  expect(leaves.ok && memberOpenids(leaves.value.household, today)).toEqual(['o-a']);
  const again =
    stays.ok && decideObjection(stays.value.household, { tenureId: 'b', verdict: 'leaves' }, today);
  expect(again && code(again)).toBe('NO_OBJECTION');
});
