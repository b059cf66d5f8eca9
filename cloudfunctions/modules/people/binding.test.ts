import { addDays } from '../../../types/day';
import type { Outcome } from '../../../types/refusal';
import { approve, type Decider, reject } from './binding';
import { memberOpenids } from './household';
import { asking, held, household, now, registered, today } from './testing/homes';

const ids = { tenureId: 'new-t', residentId: 'new-r' };
const owner: Decider = { openid: 'o-a', as: 'owner' };
const service: Decider = { openid: 'o-service', as: 'customerService' };
const code = (outcome: Outcome<unknown>) => (outcome.ok ? undefined : outcome.refusal.code);

test('who is not in the register becomes a member from today on', () => {
  const approved = approve(household(held('a', 'owner')), asking(), owner, { now, today, ids });
  expect(approved).toMatchObject({
    value: {
      tenure: { id: 'new-t', residentId: 'new-r', from: today, origin: 'added', holder: { by: 'owner' } },
      request: { state: 'approved', decided: { by: 'o-a', at: now } },
    },
  });
  expect(approved.ok && memberOpenids(approved.value.household, today)).toEqual(['o-a', 'o-new']);
});

test('who is in the register takes the registered tenure; one that is over does not count', () => {
  const home = household(held('a', 'owner'), registered('f', 'family'));
  const fits = asking({ tenureId: 'f', relation: 'family' });
  expect(approve(home, fits, owner, { now, today, ids })).toMatchObject({
    value: { tenure: { id: 'f', origin: 'register', holder: { openid: 'o-new' } } },
  });
  const over = household(held('a', 'owner'), registered('f', 'family', { to: addDays(today, -1) }));
  expect(approve(over, fits, owner, { now, today, ids })).toMatchObject({
    value: { tenure: { id: 'new-t' } },
  });
});

test('an owner puts nobody but themselves out, customer service may', () => {
  const home = household(held('a', 'owner'), held('b', 'owner'));
  const takes = (tenureId: string) => asking({ tenureId, relation: 'owner' });
  expect(code(approve(home, takes('b'), owner, { now, today, ids }))).toBe('NOT_ALLOWED');
  expect(code(approve(home, takes('a'), owner, { now, today, ids }))).toBeUndefined();
  const approved = approve(home, takes('b'), service, { now, today, ids });
  expect(approved.ok && memberOpenids(approved.value.household, today)).toEqual(['o-a', 'o-new']);
});

test.each([
  ['approve', (request = asking(), by = owner) => approve(household(), request, by, { now, today, ids })],
  ['reject', (request = asking(), by = owner) => reject(request, by, { reason: '不是', now })],
] as const)('%s: nobody about themselves, nothing twice', (_name, decide) => {
  expect(code(decide(asking(), { openid: 'o-new', as: 'customerService' }))).toBe('NOT_ALLOWED');
  expect(code(decide(asking({ state: 'approved' })))).toBe('BINDING_ALREADY_DECIDED');
  expect(code(decide(asking({ state: 'rejected' })))).toBe('BINDING_ALREADY_DECIDED');
  expect(code(decide())).toBeUndefined();
});

test('a rejection says why', () => {
  const rejected = reject(asking(), service, { reason: '本人否认', now });
  expect(rejected).toMatchObject({ value: { state: 'rejected', decided: { reason: '本人否认' } } });
});
