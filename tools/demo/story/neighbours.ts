import type { Cloud } from '../../../simulator/cloud/cloud';
import { DemoPhone } from '../demoPhone';
import { type DemoSheets, demoCommunity } from '../importDemo';
import { demoUsers } from '../users';

const { id: communityId } = demoCommunity;

/** An owner of the register who uses the mini-program, but has no phone on the control page. */
export interface Neighbour {
  readonly openid: string;
  readonly name: string;
  readonly phone: DemoPhone;
  readonly homeId: string;
}

/** So many homes lie between two whose owners use the mini-program. */
const step = 31;

/** Owners from all over the estate bind their homes, each with the own number, as the demo's people do. */
export async function settleNeighbours(
  cloud: Cloud,
  sheets: DemoSheets,
  count: number,
): Promise<readonly Neighbour[]> {
  const owners = (sheets.get('住户') ?? []).filter(
    ([, , , , phone, relation]) => relation === '业主' && phone,
  );
  const chosen = new Map<string, readonly [phone: string, room: string]>();
  for (let index = step; index < owners.length && chosen.size < count; index += step) {
    const [, , room = '', name = '', phone = ''] = owners[index] ?? [];
    // Who has two homes would have to say which.
    const isOnlyOne = owners.filter((row) => row[4] === phone).length === 1;
    if (isOnlyOne && !demoUsers.some((user) => user.name === name)) chosen.set(name, [phone, room]);
  }
  const settled: Neighbour[] = [];
  for (const [name, [number]] of chosen) {
    const { openid, phone } = await newcomer(cloud, { name, number, is: '业主' });
    const home = (await phone.ask('people.whoAmI', {})).homes[0] ?? (await bindHome(phone, name));
    settled.push({ openid, name, phone, homeId: home.homeId });
  }
  return settled;
}

/** An owner of the register who does not use the mini-program, and calls. */
export interface Caller {
  readonly place: { readonly building: string; readonly unit: string; readonly room: string };
  readonly contact: { readonly name: string; readonly phone: string };
}

/** Some of them, from other homes than the neighbours'. */
export function callersOf(sheets: DemoSheets, neighbours: readonly Neighbour[]): readonly Caller[] {
  const owners = (sheets.get('住户') ?? []).filter(
    ([, , , , phone, relation]) => relation === '业主' && phone,
  );
  return owners
    .filter((_, index) => index % step === 7)
    .map(([building = '', unit = '', room = '', name = '', phone = '']) => {
      return { place: { building, unit, room }, contact: { name, phone } };
    })
    .filter(({ contact }) => neighbours.every(({ name }) => name !== contact.name));
}

async function bindHome(phone: DemoPhone, name: string): Promise<{ readonly homeId: string }> {
  const secondFact = { kind: 'surname', surname: name.slice(0, 1) } as const;
  const phoneCode = await phone.phoneCode();
  await phone.ask('people.bindHome', { communityId, phoneCode, secondFact });
  const [home] = (await phone.ask('people.whoAmI', {})).homes;
  if (!home) throw new Error(`${name} has no home`);
  return home;
}

/** Somebody at work who is known by the own staffId. */
export interface Colleague {
  readonly openid: string;
  readonly name: string;
  readonly duty: string;
  readonly phone: DemoPhone;
}

/** All of the register's staff take up their posts. */
export async function settleStaff(cloud: Cloud, sheets: DemoSheets): Promise<readonly Colleague[]> {
  const settled: Colleague[] = [];
  for (const [name = '', number = '', duty = ''] of sheets.get('员工') ?? []) {
    const { openid, phone } = await newcomer(cloud, { name, number, is: duty });
    const { posts } = await phone.ask('people.whoAmI', {});
    const phoneCode = posts.length === 0 ? await phone.phoneCode() : undefined;
    if (phoneCode) await phone.ask('people.joinAsStaff', { communityId, phoneCode, name });
    settled.push({ openid, name, duty, phone });
  }
  return settled;
}

interface Newcomer {
  readonly name: string;
  readonly number: string;
  /** What the control page says of them: whoever tries the demo looks for an engineer, not for a name. */
  readonly is: string;
}

/** A WeChat user with this name and number; the demo's own people are there already. */
async function newcomer({ rooms, gatewayUrl }: Cloud, { name, number, is }: Newcomer) {
  const known = rooms.users.list().find(({ phone }) => phone === number);
  const openid = known?.openid ?? `oDemo${number}`.padEnd(28, '0');
  if (!known)
    rooms.users.create({
      ...{ openid, name: `${name} ${number.slice(-4)}，${is}`, nickname: name, phone: number },
    });
  return { openid, phone: await DemoPhone.of(gatewayUrl, openid) };
}
