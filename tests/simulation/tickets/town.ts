import { day } from '../../../types/day';
import { placeKey } from '../../../types/place';
import type { Duty } from '../../../types/role';

export const communityId = 'yunqi';
const longAgo = day('2026-01-01');
/** Letters: an account's name is filled up with noughts. */
const homes = [...'abcdefghij'];

/** Somebody with a WeChat account who lives in a home. */
export interface Resident {
  readonly openid: string;
  readonly homeId: string;
}

export function openidOf(person: string): string {
  return `o${person.padEnd(27, '0')}`;
}

const homeIds = homes.map((letter) => `home${letter}`);

/** An owner everywhere, family in every second home. */
export const residents: readonly Resident[] = homeIds.flatMap((homeId, index) => [
  { openid: openidOf(`owner${homeId}`), homeId },
  ...(index % 2 === 0 ? [{ openid: openidOf(`family${homeId}`), homeId }] : []),
]);

interface Colleague {
  readonly name: string;
  readonly duties: readonly Duty[];
  readonly skills: readonly string[];
  readonly areas: readonly string[];
}

function engineer(name: string, skills: readonly string[], area: string): Colleague {
  return { name, duties: ['engineer'], skills, areas: [area] };
}

/** Five engineers, two guards and the desks: few enough that everybody meets everybody. */
export const colleagues: readonly Colleague[] = [
  engineer('zhang', ['水暖', '电工'], '1栋'),
  engineer('li', ['水暖', '电梯'], '2栋'),
  engineer('wang', ['电工', '弱电', '木工'], '1栋'),
  engineer('zhao', ['水暖', '泥瓦', '保洁'], '3栋'),
  engineer('qian', ['电梯', '电工', '木工'], '2栋'),
  { name: 'liu', duties: ['guard'], skills: [], areas: [] },
  { name: 'sun', duties: ['guard'], skills: [], areas: [] },
  { name: 'service', duties: ['customerService'], skills: [], areas: [] },
  { name: 'supervisor', duties: ['supervisor'], skills: [], areas: [] },
  { name: 'manager', duties: ['projectManager'], skills: [], areas: [] },
];

/** Who works in the field. */
export const fieldStaff: readonly string[] = colleagues
  .filter(({ duties }) => duties.includes('engineer') || duties.includes('guard'))
  .map(({ name }) => name);

type Fields = Readonly<Record<string, unknown>>;

/** The community as it stands before anything happens: nobody is on duty, nothing is reported. */
export function townDocuments(): Readonly<Record<string, readonly Fields[]>> {
  const places = homeIds.map((homeId, index) => {
    const place = { building: `${1 + (index % 3)}栋`, unit: '1单元', room: `${index + 1}01` };
    return { homeId, place };
  });
  return {
    communities: [{ _id: communityId, name: '云栖苑', state: 'live', servicePhone: '0571-88880000' }],
    homes: places.map(({ homeId, place }) => ({
      _id: homeId,
      communityId,
      place,
      placeKey: placeKey(place),
      area: 8950,
    })),
    households: places.map(({ homeId, place }) => ({
      ...{ _id: homeId, communityId, place },
      tenures: residents.filter((one) => one.homeId === homeId).map(tenureOf),
    })),
    residents: residents.map(({ openid }) => ({
      ...{ _id: `r${openid}`, communityId, name: '王芳', phone: '13900000000' },
    })),
    staffMembers: colleagues.map(({ name, duties, skills, areas }) => ({
      ...{ _id: name, communityId, name, phone: '13800000000', duties, skills, areas },
      ...{ from: longAgo, openid: openidOf(name) },
    })),
  };
}

function tenureOf({ openid }: Resident, index: number) {
  const relation = index === 0 ? 'owner' : 'family';
  return {
    ...{ id: `t${openid}`, residentId: `r${openid}`, relation, from: longAgo, origin: 'register' },
    holder: { openid, since: 0, by: 'register' },
  };
}
