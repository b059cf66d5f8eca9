import type { DemoPerson } from '../users';
import { type DemoHome, placeOfHome } from './homes';
import { personName, relativeName } from './names';
import type { Random } from './random';

export interface DemoResident {
  readonly home: DemoHome;
  readonly name: string;
  readonly phone: string;
  readonly relation: '业主' | '家属' | '租户';
  readonly from: string;
  readonly to?: string;
}

/** Numbers of a range that is given to nobody. */
function phoneNumbers(): () => string {
  let last = 0;
  return () => `1990000${String(++last).padStart(4, '0')}`;
}

/** Who lives where. Every fiftieth home or so is still the developer's; some owners have two. */
export function demoResidents(
  homes: readonly DemoHome[],
  people: readonly DemoPerson[],
  random: Random,
): readonly DemoResident[] {
  const phone = phoneNumbers();
  const taken = new Set(people.flatMap((person) => person.home ?? []));
  let last: { readonly name: string; readonly phone: string } | undefined;
  const strangers = homes.flatMap((home): DemoResident[] => {
    if (taken.has(placeOfHome(home)) || random.happens(0.02)) return [];
    const owner = last && random.happens(0.03) ? last : { name: personName(random), phone: phone() };
    last = owner;
    const from = `20${random.whole(16, 24)}-${String(random.whole(1, 12)).padStart(2, '0')}-01`;
    const residents: DemoResident[] = [{ home, ...owner, relation: '业主', from }];
    if (random.happens(0.6)) {
      const name = relativeName(owner.name, random);
      residents.push({ home, name, phone: random.happens(0.7) ? phone() : '', relation: '家属', from });
    }
    if (random.happens(0.08)) {
      const tenant = { name: personName(random), phone: phone() };
      residents.push({ home, ...tenant, relation: '租户', from: '2026-03-01', to: '2028-02-29' });
    }
    return residents;
  });
  const named = people.flatMap(({ name, phone: number, home: place, relation }): DemoResident[] => {
    const home = homes.find((one) => placeOfHome(one) === place);
    return home && relation ? [{ home, name, phone: number, relation, from: '2019-09-01' }] : [];
  });
  return [...named, ...strangers];
}

export interface DemoStaff {
  readonly name: string;
  readonly phone: string;
  readonly duty: string;
  readonly skills?: string;
  readonly areas?: string;
}

/** The company's people here: those of the demo and some who only stand in lists. */
export function demoStaff(people: readonly DemoPerson[], random: Random): readonly DemoStaff[] {
  const named = people.flatMap(({ name, phone, duty, skills, areas }): DemoStaff[] =>
    duty ? [{ name, phone, duty, ...(skills ? { skills } : {}), ...(areas ? { areas } : {}) }] : [],
  );
  const others: readonly Omit<DemoStaff, 'name' | 'phone'>[] = [
    { duty: '主管', areas: '1栋、2栋、3栋、4栋、5栋、6栋' },
    { duty: '主管', areas: '7栋、8栋、9栋、10栋、11栋、12栋' },
    { duty: '客服' },
    { duty: '客服、财务' },
    { duty: '维修工', skills: '电工、电梯', areas: '7栋、8栋、9栋、10栋、11栋、12栋' },
    { duty: '维修工', skills: '水暖、木工', areas: '1栋、2栋、3栋、4栋、5栋、6栋' },
    { duty: '维修工', skills: '电工、木工', areas: '7栋、8栋、9栋、10栋、11栋、12栋' },
    { duty: '维修工', skills: '水暖、弱电', areas: '1栋、2栋、3栋、4栋、5栋、6栋' },
    { duty: '维修工', skills: '水暖、电工', areas: '7栋、8栋、9栋、10栋、11栋、12栋' },
    { duty: '保安', skills: '门岗、巡逻', areas: '东门' },
    ...Array.from({ length: 4 }, () => ({ duty: '保安', skills: '门岗、巡逻', areas: '西门' })),
    { duty: '业委会' },
  ];
  let last = 8000;
  return [
    ...named,
    ...others.map((one) => ({ ...one, name: personName(random), phone: `1990000${++last}` })),
  ];
}
