import { home, tenure } from '../system/product/community';
import { granted } from '../system/product/world';
import type { OwnerPhone } from './owner/ownerPhone';
import { openTown, publishBill, type Town } from './owner/town';

jest.setTimeout(180_000);

/** Row A1 on the phone: from a stranger's first look to the family around one table. */
describe('binding a home', () => {
  let town: Town;
  let phone: OwnerPhone;

  beforeAll(async () => {
    town = await openTown();
    const fresh = home('yunqi-1203', 'yunqi', '1203', [
      tenure('t-new', 'owner', undefined, { residentId: 'resident-new' }),
    ]);
    await town.world.seed('homes', fresh.home);
    await town.world.seed('households', fresh.household);
    await town.world.seed('residents', {
      _id: 'resident-new',
      communityId: 'yunqi',
      name: '周敏',
      phone: '13857120005',
    });
    phone = await town.phoneOf('stranger');
  });

  afterAll(() => town?.close());

  test('a stranger is told what binding brings, and led there', async () => {
    await phone.sees('还没有绑定房屋', '绑定房屋');
    await phone.taps('绑定房屋');
    await phone.isOn('packages/homes/bind/index');
    await phone.sees('请选择小区', '业主登记的姓氏');
  });

  test('who declines the phone number is told the other way', async () => {
    await chooses('云栖苑');
    await phone.writes('bind-fact', '李');
    await phone.control.answerNext('getPhoneNumber', 'deny');
    await phone.taps('用微信手机号核对');
    await phone.sees('没有取到手机号', '物业服务中心');
  });

  test('a wrong surname is refused with the tries left and a request as the other way', async () => {
    await phone.control.answerNext('getPhoneNumber', 'allow');
    await phone.taps('用微信手机号核对');
    await phone.sees('信息与登记的不一致', '今天还能试 4 次', '提交申请，由客服核对');
  });

  test('phone and surname bind the home, and its bills are there', async () => {
    await publishBill(town.world, { homeId: 'yunqi-1203', partyId: 'resident-new', amount: 7_700 });
    await phone.writes('bind-fact', '周');
    await phone.control.answerNext('getPhoneNumber', 'allow');
    await phone.taps('用微信手机号核对');
    await phone.sees('3栋2单元1203', '已绑定');
    await phone.taps('完成');
    await phone.sees('3栋2单元1203', '77.00', '一键缴费');
  });

  test('an owner invites; who opens the card joins and sees the same home', async () => {
    await phone.visits('/packages/homes/members/index?homeId=yunqi-1203');
    await phone.taps('邀请家人或租客');
    await phone.taps('生成邀请');
    await phone.sees('邀请已生成', '3 天内点开有效');
    await phone.control.answerNext('share', '家人');
    const shared = phone.phone.link.once('Phone.card');
    await phone.taps('发给微信好友');
    const card = ((await shared) as { path: string }).path.replace(/^\//, '');
    const guest = await town.phoneOf('guest');
    await guest.visits(`/${card}`);
    await guest.sees('邀请您作为家人加入', '3-2-***');
    await guest.writes('invitation-name', '周小雨');
    await guest.taps('加入');
    await guest.sees('您已加入', '3栋2单元1203');
    await guest.taps('去看看');
    await guest.sees('3栋2单元1203', '77.00');
  });

  test('an owner removes a member, who sees nothing of the home any more', async () => {
    await phone.visits('/packages/homes/members/index?homeId=yunqi-1203');
    await phone.sees('周**', '移除');
    await phone.taps('移除');
    await phone.confirms('移除');
    await phone.sees('今天离开');
    await phone.sawLast('移除');
    expect(granted(await town.world.ask('guest', 'people.whoAmI', {})).homes).toEqual([]);
  });

  test('who leaves is without a home at once', async () => {
    await phone.taps('解除绑定');
    await phone.confirms('解除');
    await phone.sees('还没有绑定房屋');
    expect(granted(await town.world.ask('stranger', 'people.whoAmI', {})).homes).toEqual([]);
  });

  async function chooses(community: string): Promise<void> {
    const communities = granted(await town.world.ask('stranger', 'community.list', {}));
    const index = communities.findIndex(({ name }) => name === community);
    const picker = await (await phone.page())?.$('picker');
    await (picker as unknown as { trigger(type: string, detail: object): Promise<void> }).trigger('change', {
      value: String(index),
    });
    await phone.sees(community);
  }
});
