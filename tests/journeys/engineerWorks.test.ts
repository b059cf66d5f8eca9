import { granted, openidOf } from '../system/product/world';
import type { OwnerPhone } from './owner/ownerPhone';
import { openTown, type Town } from './owner/town';
import { seesInTime, tapOn } from './staff/office';
import { signs } from './tickets/signing';

jest.setTimeout(240_000);

const queue = '/packages/staffTickets/queue/index?communityId=yunqi';

/** Rows B2, B3 and B5 on the engineer's phone: one emergency from the offer to the signature. */
describe('an engineer works', () => {
  let town: Town;
  let phone: OwnerPhone;
  let ticketId = '';

  beforeAll(async () => {
    town = await openTown();
    await hire('zhang', '张建国', '13857120011');
    await hire('he', '何伟', '13857120012');
    phone = await town.phoneOf('zhang');
  });

  afterAll(() => town?.close());

  test('the duty switch says whether tickets come', async () => {
    // What may be asked for has been answered by then: WeChat wants it known before the tap.
    await town.callsFor('zhang', () => phone.visits(queue));
    await phone.sees('张建国', '水暖', '离岗', '您现在不在岗');
    await tapOn(phone, '#duty-switch');
    await phone.phone.page.click('text=总是保持以上选择');
    await phone.phone.page.click('.system-button >> text="允许"');
    await phone.sees('在岗', '现在没有工单', '微信还能提醒您 1 次');
  });

  test('an emergency appears by itself, opened, with its clock and why it is mine', async () => {
    const report = { type: 'repair', problem: 'leak', urgency: 'emergency', photos: [] } as const;
    const made = await town.world.ask('owner', 'tickets.report', {
      ...{ homeId: 'yunqi-1201', ...report, photos: [] },
      text: '厨房水管漏水，总阀关不紧',
    });
    ticketId = granted(made).ticketId;
    await seesInTime(phone, '紧急，漏水', '待接单', '接单还剩', '派给您', '3栋2单元1201');
    await tapOn(phone, '.queue__because');
    await phone.isOn('packages/staffTickets/why/index');
    await phone.sees('张建国', '派给他', '会水暖', '走到现场');
    await phone.miniProgram.callWxMethod('navigateBack', {});
    await phone.isOn('packages/staffTickets/queue/index');
  });

  test('a colleague who is free can be found before one hands it on', async () => {
    granted(await town.world.ask('he', 'roster.switchDuty', { communityId: 'yunqi', isOnDuty: true }));
    await phone.taps('转给同事');
    await phone.sees('转给谁', '何伟', '在岗', '手上没有工单');
    await tapOn(phone, '.slide__shade');
    await phone.sawLast('转给谁');
  });

  test('it is taken by one tap, and opens', async () => {
    await phone.taps('接单');
    await phone.isOn('packages/staffTickets/work/index');
    await phone.sees('已接单', '到场', '比时限早', '扫码签到');
  });

  test('the code of another door is refused, the right one is the check-in', async () => {
    await phone.control.answerNext('scanCode', 'yunqi-1202');
    await phone.taps('扫码签到');
    await phone.sees('码');
    await phone.control.answerNext('scanCode', 'yunqi-1201');
    await phone.taps('扫码签到');
    await phone.sees('处理中', '上门清单', '0 /', '修好了，请业主验收');
  });

  test('what cannot be finished today asks for a reason and another time', async () => {
    await phone.taps('今天修不完');
    await phone.sees('改约时间', '等配件', '等业主', '什么时候再来');
    await phone.taps('等配件');
    await phone.taps('要换的件没有货');
    await tapOn(phone, '.slide__footer .button');
    await phone.sees('暂停，不计时', '等配件：要换的件没有货');
    await phone.taps('继续修');
    await phone.sees('已接单', '扫码签到');
    // Whoever comes back checks in again, and begins list and photos anew.
    await phone.control.answerNext('scanCode', 'yunqi-1201');
    await phone.taps('扫码签到');
    await phone.sees('处理中', '0 /');
  });

  test('what the checklist asks for is ticked off', ticksAll);

  test('photos of before and after go by themselves', async () => {
    for (const when of ['before', 'after'] as const) {
      await phone.control.answerNext('chooseMedia', [0, 1]);
      await tapOn(phone, `#photos-${when} .photos__add`);
      await phone.sees(when === 'before' ? '2 张' : '4 张');
    }
    const { before, after } = await seen();
    expect([before.length, after.length]).toEqual([2, 2]);
  });

  test('materials are added up', async () => {
    await phone.taps('加一件');
    await phone.writes('material-name', '不锈钢软管 50 cm');
    await phone.writes('material-price', '28.5');
    await phone.taps('旧件已交回');
    await phone.taps('加上');
    await phone.sees('合计 ¥28.50', '不锈钢软管 50 cm', '旧件已交回');
  });

  test('it is signed for and goes to the owner', async () => {
    await phone.taps('修好了，请业主验收');
    await phone.isOn('packages/staffTickets/finish/index');
    await phone.writes('finish-result', '换了软管，通水三分钟不渗');
    await signs(phone, 'engineer-signature');
    await phone.taps('交给业主验收');
    await phone.isOn('packages/staffTickets/work/index');
    await phone.sees('待验收', '已交给业主验收');
    // Going on duty, taking the ticket, finishing it.
    const audits = await town.world.all('audits');
    expect(audits.filter(({ action }) => action === 'messages.recordConsent')).toHaveLength(3);
    const view = await seen('owner');
    expect(view).toMatchObject({ state: 'finished', result: '换了软管，通水三分钟不渗' });
    expect(view.signed?.engineer?.at).toBeGreaterThan(0);
  });

  async function hire(staffId: string, name: string, phoneNumber: string): Promise<void> {
    town.world.phoneCode(staffId, phoneNumber);
    await town.world.seed('staffMembers', {
      ...{ _id: staffId, communityId: 'yunqi', name, phone: phoneNumber },
      ...{ openid: openidOf(staffId), duties: ['engineer'], skills: ['水暖'], areas: ['3栋'] },
      from: '2020-01-01',
    });
  }

  async function ticksAll(): Promise<void> {
    const { checklist } = await seen();
    for (const [index] of checklist.entries()) {
      await tapOn(phone, `#check-${index}`);
      await phone.sees(`${index + 1} / ${checklist.length}`);
    }
  }

  async function seen(person = 'zhang') {
    return granted(await town.world.ask(person, 'tickets.ticket', { ticketId }));
  }
});
