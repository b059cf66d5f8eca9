import { duties } from '../../../types/role';
import { type Document, openidOf, type World } from './world';

const place = { building: '3栋', unit: '2单元', room: '1201' };

/** The merchant both communities are paid to. */
export const payee = {
  payeeId: 'payee',
  name: '云栖物业服务有限公司',
  merchantId: '1900000109',
  channel: 'cloudpay',
};

/** A tenure on disk; a `person` holds it. */
export function tenure(
  id: string,
  relation: string,
  person?: string,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const holder = person ? { openid: openidOf(person), since: 0, by: 'owner' } : undefined;
  return {
    id,
    residentId: `resident-${id}`,
    relation,
    from: '2020-01-01',
    origin: 'register',
    ...(holder ? { holder } : {}),
    ...more,
  };
}

export function home(
  id: string,
  communityId: string,
  room: string,
  tenures: readonly unknown[],
): { readonly home: Document; readonly household: Document } {
  const at = { ...place, room };
  return {
    home: { _id: id, communityId, place: at, placeKey: `3-2-${room}`, area: 8950 },
    household: { _id: id, communityId, place: at, tenures },
  };
}

function staff(id: string, communityId: string, duty: string, more: object = {}): Document {
  return {
    _id: id,
    communityId,
    name: id,
    phone: '13800000000',
    duties: [duty],
    skills: [],
    areas: [],
    from: '2020-01-01',
    openid: openidOf(id),
    ...more,
  };
}

/** People who stand in some relation to home `yunqi-1201`, and what they are. Their name is their persona. */
export const people = [
  'stranger',
  'owner',
  'family',
  'tenant',
  'suspendedTenant',
  'formerTenant',
  'futureTenant',
  'ownerNextDoor',
  'ownerElsewhere',
  ...duties,
  'formerCustomerService',
  'customerServiceElsewhere',
  'financeElsewhere',
] as const;
export type Persona = (typeof people)[number];

/** Two communities: yunqi with homes 1201 and 1202, wutong with 301; people of every kind. */
export async function seedCommunities(world: World): Promise<void> {
  const objection = { by: openidOf('owner'), at: 0, reason: '不认识', suspends: true };
  const suspended = { holder: { openid: openidOf('suspendedTenant'), since: 0, by: 'register', objection } };
  const homes = [
    home('yunqi-1201', 'yunqi', '1201', [
      tenure('t-owner', 'owner', 'owner'),
      tenure('t-family', 'family', 'family'),
      tenure('t-tenant', 'tenant', 'tenant'),
      tenure('t-suspended', 'tenant', undefined, suspended),
      tenure('t-former', 'tenant', 'formerTenant', { to: '2026-11-09' }),
      tenure('t-future', 'tenant', 'futureTenant', { from: '2026-11-11' }),
    ]),
    home('yunqi-1202', 'yunqi', '1202', [tenure('t-next', 'owner', 'ownerNextDoor')]),
    home('wutong-301', 'wutong', '301', [tenure('t-else', 'owner', 'ownerElsewhere')]),
  ];
  await world.seed(
    'communities',
    { _id: 'wutong', name: '梧桐里', payee },
    { _id: 'yunqi', name: '云栖苑', payee, servicePhone: '0571-88880000' },
  );
  await world.seed('homes', ...homes.map((each) => each.home));
  await world.seed('households', ...homes.map((each) => each.household));
  await world.seed('staffMembers', ...duties.map((duty) => staff(duty, 'yunqi', duty)));
  await world.seed(
    'staffMembers',
    staff('formerCustomerService', 'yunqi', 'customerService', { to: '2026-11-09' }),
    staff('customerServiceElsewhere', 'wutong', 'customerService'),
    staff('financeElsewhere', 'wutong', 'finance'),
  );
}
