import { day } from '../../../types/day';
import { partiesSeenBy } from './parties';
import { held, household, registered, today } from './testing/homes';

const home = household(
  held('owner', 'owner'),
  registered('wife', 'owner'),
  held('child', 'family'),
  held('tenant', 'tenant'),
  registered('before', 'owner', { to: day('2026-11-09') }),
  registered('next', 'tenant', { from: day('2026-11-11') }),
);

test.each(['owner', 'family'] as const)(
  '%s: everybody who lives with the home today, no predecessor',
  (as) => {
    expect(partiesSeenBy(home, as, today)).toEqual(['r-owner', 'r-wife', 'r-child', 'r-tenant']);
  },
);

test('a tenant: current tenants only', () => {
  expect(partiesSeenBy(home, 'tenant', today)).toEqual(['r-tenant']);
});
