import type { Duty } from '../../types/role';
import { granted, openidOf } from '../system/product/world';
import type { OwnerPhone } from './owner/ownerPhone';
import { openTown, type Town } from './owner/town';
import { tapOn } from './staff/office';

jest.setTimeout(240_000);

const root = '/packages/staffTickets';

/** Rows B1, B4 and B10 at the desks. */
describe('the desks of a community', () => {
  let town: Town;
  let phone: OwnerPhone;

  beforeAll(async () => {
    town = await openTown();
    await hire('lin', '林静', ['customerService', 'supervisor']);
    phone = await town.phoneOf('lin');
  });

  afterAll(() => town?.close());

  test('nothing to do says so', async () => {
    await phone.visits(`${root}/customer/index?communityId=yunqi`);
    await phone.sees('现在没有要办的', '记一条');
  });

  test('customer service takes a complaint down by phone', async () => {
    await phone.taps('记一条');
    await phone.sees('写一句是什么事');
    await phone.taps('投诉');
    await phone.writes('take-text', '楼上装修，周日也在敲');
    await phone.writes('take-building', '3栋');
    await phone.writes('take-unit', '2单元');
    await phone.writes('take-room', '1201');
    await phone.taps('噪音');
    await phone.taps('记下并受理');
    await phone.isOn('packages/staffTickets/case/index');
    await phone.sees('待答复', '电话', '楼上装修，周日也在敲', '投诉定级', '更正类型');
  });

  test('and answers it in writing', async () => {
    await phone.taps('书面答复');
    await phone.writes('answer-text', '已和楼上约定周日不施工，保安会上门看。');
    await tapOn(phone, '.slide__footer .button--primary');
    await phone.sees('已答复', '已和楼上约定周日不施工');
  });

  test('what is said on the phone is recognised, can be put right, and has its photos', async () => {
    await phone.visits(`${root}/take/index?communityId=yunqi`);
    await phone.sees('写一句是什么事');
    await phone.writes('take-text', '厨房有很浓的煤气味，头晕');
    await phone.sees('请对方先打 1');
    await phone.writes('take-text', '厨房水管爆了，水喷得到处都是');
    await phone.sawLast('请对方先打 1');
    await phone.sees('认出来的，不对可以改', '写清在哪里');
    await phone.control.answerNext('chooseMedia', [0]);
    await tapOn(phone, '#photo-add');
    await phone.sees('1/9');
    await phone.writes('take-building', '3栋');
    await phone.writes('take-unit', '2单元');
    await phone.writes('take-room', '1201');
    await tapOn(phone, '#problem-leak');
    await phone.taps('记下并受理');
    await phone.isOn('packages/staffTickets/case/index');
    await phone.sees('紧急，漏水', '厨房水管爆了', '电话');
    const mine = await town.world.ask('owner', 'tickets.mine', { homeId: 'yunqi-1201', which: 'all' });
    const ticketId = granted(mine).rows[0]?.ticketId ?? '';
    const { photos, urgency } = granted(await town.world.ask('lin', 'tickets.ticket', { ticketId }));
    expect([photos.length, urgency]).toEqual([1, 'emergency']);
    await phone.visits(`${root}/take/index?communityId=yunqi`);
    await phone.sees('写一句是什么事');
    await phone.visits(`${root}/customer/index?communityId=yunqi`);
    await phone.sees('紧急', '1 单', '内接单', '打给业主');
    expect(await phone.screen()).toMatch(/1[45]:\d\d/);
  });

  test('the board and the month open to tickets', async () => {
    await phone.visits(`${root}/supervisor/index?communityId=yunqi`);
    await phone.sees('今天工单', '准时率', '现在没有超时的工单', '谁忙谁闲');
    await tapOn(phone, '#figure-reported');
    await phone.isOn('packages/staffTickets/list/index');
    await phone.sees('楼上装修', '已答复');
    await phone.visits(`${root}/month/index?communityId=yunqi`);
    await phone.sees('1 单', '噪音', '按时答复');
    await tapOn(phone, '.month__figure');
    await phone.isOn('packages/staffTickets/list/index');
  });

  async function hire(staffId: string, name: string, duties: readonly Duty[]): Promise<void> {
    await town.world.seed('staffMembers', {
      ...{ _id: staffId, communityId: 'yunqi', name, phone: '13857120021' },
      ...{ openid: openidOf(staffId), duties, skills: [], areas: [], from: '2020-01-01' },
    });
  }
});
