import { DemoPhone } from './demoPhone';
import { demoCommunity } from './importDemo';
import { type DemoPerson, demoUsers } from './users';

/** The company bills last month on the 1st, and collects electricity and water for the suppliers. */
const demoBilling = {
  communityId: demoCommunity.id,
  autoPublish: false,
  collectsUtilities: true,
  billing: { day: 1, of: 'lastMonth' },
} as const;

/** The people of the demo bind their home and take up their posts, each from the own phone, by the actions anybody uses. */
export async function settleIn(gatewayUrl: string): Promise<void> {
  // An owner binds first; who comes after needs the owner's word.
  for (const person of demoUsers) {
    const phone = await DemoPhone.of(gatewayUrl, person.openid);
    const { homes, posts, waiting } = await phone.ask('people.whoAmI', {});
    if (person.home !== undefined && homes.length + waiting.length === 0) await bindHome(person, phone);
    if (person.duty !== undefined && posts.length === 0) await joinAsStaff(person, phone);
    if (person.duty?.includes('财务')) await phone.ask('charging.setBilling', demoBilling);
  }
  await letFamilyIn(gatewayUrl);
}

async function bindHome({ name }: DemoPerson, phone: DemoPhone): Promise<void> {
  await phone.ask('people.bindHome', {
    communityId: demoCommunity.id,
    phoneCode: await phone.phoneCode(),
    secondFact: { kind: 'surname', surname: name.slice(0, 1) },
  });
}

async function joinAsStaff({ name }: DemoPerson, phone: DemoPhone): Promise<void> {
  const phoneCode = await phone.phoneCode();
  await phone.ask('people.joinAsStaff', { communityId: demoCommunity.id, phoneCode, name });
}

async function letFamilyIn(gatewayUrl: string): Promise<void> {
  const [owner] = demoUsers.filter(({ relation }) => relation === '业主');
  if (!owner) return;
  const phone = await DemoPhone.of(gatewayUrl, owner.openid);
  const [home] = (await phone.ask('people.whoAmI', {})).homes;
  if (!home) throw new Error(`${owner.name} has no home`);
  for (const { bindingId } of await phone.ask('people.homeBindings', { homeId: home.homeId }))
    await phone.ask('people.approveBinding', { bindingId });
}
