import fc from 'fast-check';
import { addDays, type Day, day } from '../../../types/day';
import type { Outcome } from '../../../types/refusal';
import {
  addMember,
  bindByRegister,
  type Household,
  handTo,
  heldTenures,
  leave,
  memberOpenids,
  removeMember,
  type Settled,
} from './household';
import { decideObjection, object } from './objection';
import { opensHome } from './tenure';
import { held, household, now, registered, today } from './testing/homes';

const yesterday = addDays(today, -1);
const tomorrow = addDays(today, 1);
const bind = (home: Household, tenureId: string, openid = 'o-new') =>
  bindByRegister(home, { tenureId, openid }, now, today);
const code = (outcome: Outcome<unknown>) => (outcome.ok ? undefined : outcome.refusal.code);

describe('binding by the register', () => {
  test('puts the tenure into the account’s hands and opens the home', () => {
    const bound = bind(household(registered('a', 'owner')), 'a');
    expect(bound).toMatchObject({
      value: { tenure: { holder: { openid: 'o-new', since: now, by: 'register' } } },
    });
    expect(
      bound.ok && bound.value !== 'needsApproval' && memberOpenids(bound.value.household, today),
    ).toEqual(['o-new']);
  });

  test.each([
    ['an owner holds the home', household(registered('a', 'family'), held('b', 'owner'))],
    ['another account holds the tenure', household(held('a', 'tenant'))],
    ['the owner who holds it is under objection', suspendedOwner()],
  ])('needs approval where %s', (_name, home) => {
    expect(bind(home, 'a')).toEqual({ ok: true, value: 'needsApproval' });
  });

  test('an owner whose ownership is over stands in nobody’s way', () => {
    const sold = held('b', 'owner', 'register', { to: yesterday });
    expect(bind(household(registered('a', 'owner'), sold), 'a')).toMatchObject({
      value: { tenure: { id: 'a' } },
    });
  });

  test.each([
    ['is over', { to: yesterday }],
    ['has not begun', { from: tomorrow }],
  ])('a tenure that %s is not there', (_name, more) => {
    expect(code(bind(household(registered('a', 'owner', more)), 'a'))).toBe('MEMBER_NOT_FOUND');
  });

  test('nobody is a member twice; a full home takes nobody', () => {
    const mine = household(registered('a', 'family'), held('b', 'tenant'));
    expect(code(bind(mine, 'a', 'o-b'))).toBe('ALREADY_MEMBER');
    const twenty = Array.from({ length: 20 }, (_, n) => held(`t${n}`, 'tenant'));
    expect(code(bind(household(registered('a', 'family'), ...twenty), 'a'))).toBe('HOME_FULL');
  });
});

test('handing to another account puts the earlier one out, in a full home too', () => {
  const others = Array.from({ length: 19 }, (_, n) => held(`t${n}`, 'tenant'));
  const home = household(held('a', 'owner'), ...others);
  const holder = { openid: 'o-new', since: now, by: 'customerService' } as const;
  const handed = handTo(home, { tenureId: 'a', holder }, today);
  expect(handed.ok && memberOpenids(handed.value.household, today)).not.toContain('o-a');
  expect(handed.ok && memberOpenids(handed.value.household, today)).toContain('o-new');
  const free = household(registered('a', 'owner'), held('x', 'tenant'), ...others);
  expect(code(handTo(free, { tenureId: 'a', holder }, today))).toBe('HOME_FULL');
});

describe('leaving and being removed', () => {
  test('who leaves a registered tenure leaves it to the register; an added one is over', () => {
    const home = household(held('a', 'owner'), { ...held('b', 'family', 'invitation'), origin: 'added' });
    const first = leave(home, 'o-a', today);
    expect(first).toMatchObject({ value: { tenure: { id: 'a' } } });
    expect(first.ok && first.value.tenure).not.toHaveProperty('holder');
    expect(first.ok && first.value.tenure).not.toHaveProperty('to');
    const second = leave(home, 'o-b', today);
    expect(second).toMatchObject({ value: { tenure: { id: 'b', to: today } } });
    expect(second.ok && opensHome(second.value.tenure, today)).toBe(false);
    expect(code(leave(home, 'o-nobody', today))).toBe('MEMBER_NOT_FOUND');
  });

  test('an owner removes family and tenants, registered or not, but no owner', () => {
    const home = household(held('a', 'owner'), held('b', 'tenant'), registered('c', 'family'));
    const removed = removeMember(home, 'b', today);
    expect(removed).toMatchObject({ value: { tenure: { to: today } } });
    expect(removed.ok && memberOpenids(removed.value.household, today)).toEqual(['o-a']);
    expect(code(removeMember(home, 'a', today))).toBe('NOT_ALLOWED');
    expect(code(removeMember(home, 'c', today))).toBe('MEMBER_NOT_FOUND');
    expect(code(removeMember(home, 'none', today))).toBe('MEMBER_NOT_FOUND');
  });
});

test('whatever happens, no account is in twice, no home is too full, and who has left is out', () => {
  const step = fc.record({
    what: fc.constantFrom('bind', 'hand', 'add', 'leave', 'remove', 'object', 'stays', 'leaves'),
    tenure: fc.integer({ min: 0, max: 7 }),
    account: fc.integer({ min: 0, max: 5 }),
    on: fc.integer({ min: 0, max: 6 }),
  });
  const start = household(
    registered('t0', 'owner'),
    registered('t1', 'owner', { to: day('2026-11-13') }),
    registered('t2', 'family', { from: day('2026-11-12') }),
    registered('t3', 'tenant'),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let home = start;
      for (const { what, tenure, account, on } of [...steps].sort((a, b) => a.on - b.on)) {
        const day = addDays(today, on);
        const outcome = taken(home, what, { tenureId: `t${tenure}`, openid: `o${account}` }, day);
        if (outcome.ok && outcome.value !== 'needsApproval') home = outcome.value.household;
        const openids = heldTenures(home, day).map(({ holder }) => holder.openid);
        expect(new Set(openids).size).toBe(openids.length);
        expect(openids.length).toBeLessThanOrEqual(20);
        if (outcome.ok && what === 'leave') expect(openids).not.toContain(`o${account}`);
      }
    }),
    { seed: 20261110, numRuns: 300 },
  );
});

function taken(
  home: Household,
  what: string,
  { tenureId, openid }: { tenureId: string; openid: string },
  on: Day,
): Outcome<Settled | 'needsApproval'> {
  const holder = { openid, since: now, by: 'owner' } as const;
  if (what === 'bind') return bindByRegister(home, { tenureId, openid }, now, on);
  if (what === 'hand') return handTo(home, { tenureId, holder }, on);
  if (what === 'leave') return leave(home, openid, on);
  if (what === 'remove') return removeMember(home, tenureId, on);
  if (what === 'object') return object(home, { tenureId, openid, reason: 'x' }, now, on);
  if (what === 'stays' || what === 'leaves') return decideObjection(home, { tenureId, verdict: what }, on);
  const id = `t${home.tenures.length}`;
  return addMember(home, { id, residentId: 'r', relation: 'family', from: on, holder }, on);
}

function suspendedOwner(): Household {
  const owner = held('b', 'owner');
  const objection = { by: 'o-x', at: now, reason: 'x', suspends: true };
  return household(registered('a', 'family'), { ...owner, holder: { ...owner.holder, objection } });
}
