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
    if (person.duty?.includes('客服')) await writeKnowledge(phone);
  }
  await letFamilyIn(gatewayUrl);
}

/** What the desk has written for questions that come again and again. */
const answers = [
  ['物业费怎么缴', '首页点“一键缴费”，也可以到服务中心前台缴。'],
  ['装修要办什么手续', '带身份证和装修方案到服务中心登记，签装修协议，领施工证。'],
  ['装修几点可以施工', '工作日 8:00 到 12:00、14:00 到 18:00，周末和节假日不能施工。'],
  ['门禁卡丢了怎么补办', '带身份证到服务中心补办，每张 20 元，旧卡当场作废。'],
  ['停车位怎么租', '地下车位每月 300 元，到服务中心签租约，先到先得。'],
  ['快递放在哪里', '东门和西门各有一个快递柜，大件放在东门驿站。'],
  ['暖气什么时候来', '每年 11 月 15 日到次年 3 月 15 日供暖。'],
  ['发票怎么开', '缴费后在收据里点“申请发票”，三个工作日内开好。'],
] as const;

async function writeKnowledge(phone: DemoPhone): Promise<void> {
  const { id: communityId } = demoCommunity;
  if ((await phone.ask('knowledge.list', { communityId })).rows.length > 0) return;
  for (const [question, answer] of answers)
    await phone.ask('knowledge.save', { communityId, question, answer });
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
