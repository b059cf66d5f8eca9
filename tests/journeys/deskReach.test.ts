import { put } from '../system/product/billingWorld';
import { codeOf, openidOf } from '../system/product/world';
import { opens, repaired, reported, root, sends, settled } from './desk/desk';
import type { OwnerPhone } from './owner/ownerPhone';
import { tapOn } from './staff/office';
import { Crew, desks } from './tickets/crew';
import { touches } from './tickets/moves';

jest.setTimeout(240_000);

const callOwner = '.customer__call >> text="打给业主"';

/** What is one tap away on the desks: a call, another engineer, a verdict, the emergencies of one building (rows B2 to B4). */
describe('what the desks reach with one tap', () => {
  let crew: Crew;
  let luo: OwnerPhone;
  let lin: OwnerPhone;
  let emergency = '';
  let checked = '';

  beforeAll(async () => {
    crew = await Crew.open();
    await crew.onDuty('zhang');
    checked = await repaired(crew);
    emergency = await reported(crew, { urgency: 'emergency', text: '厨房水管漏水，漏到楼下了' });
    luo = await crew.town.phoneOf('luo');
    lin = await crew.town.phoneOf('lin');
  });

  afterAll(() => crew?.close());

  test('customer service calls an emergency’s owner, and the audit keeps who did', async () => {
    await luo.visits(desks.customer);
    await luo.sees('漏水', '打给业主');
    await touches(luo, callOwner);
    await calls(luo, '13857120001');
    expect(await opened(emergency)).toEqual([openidOf('luo')]);
  });

  test('the desk’s page of a ticket calls too; turning back calls nobody', async () => {
    await opens(luo, emergency);
    await luo.sees('138****0001');
    await touches(luo, '.desk-ticket__call >> text="业主 陈芳"');
    await luo.phone.page.waitForSelector('text=呼叫 13857120001');
    await luo.confirms('取消');
    expect((await luo.control.device()).calls).toEqual(['13857120001']);
  });

  test('whoever may not call any more is told so', async () => {
    await luo.visits(desks.customer);
    await luo.sees('打给业主');
    await retires('luo', true);
    await touches(luo, callOwner);
    await luo.phone.page.waitForSelector('text=您没有权限进行这项操作');
    await retires('luo', false);
  });

  test('the board gives what is late to somebody else with one tap', async () => {
    await crew.ask('zhang', 'ticketWork.accept', { ticketId: emergency });
    await crew.onDuty('he');
    await crew.passes(31);
    await lin.visits(desks.board);
    await lin.sees('漏水', '，派给张建国', '改派给');
    await tapOn(lin, '#give-he');
    await lin.taps('改派给何伟');
    await settled(async () => (await crew.ticket(emergency, 'lin')).assignee, '何伟');
    const { steps } = await crew.ticket(emergency, 'lin');
    expect(steps).toContainEqual(expect.objectContaining({ what: 'override', note: '已经超时' }));
    await crew.offered('he', emergency);
    const late = await crew.town.world.ask('zhang', 'ticketWork.accept', { ticketId: emergency });
    expect(codeOf(late)).toBe('TICKET_TAKEN');
  });

  test('all colleagues and another reason are one tap behind it', async () => {
    await crew.ask('he', 'ticketWork.accept', { ticketId: emergency });
    await crew.passes(31);
    await lin.visits(desks.board);
    await lin.sees('，派给何伟', '改派给');
    await tapOn(lin, '#give-zhang');
    await lin.taps('看全部同事');
    await lin.sees('改派给谁');
    await tapOn(lin, '#colleague-zhang');
    await lin.taps('他离得近');
    await sends(lin);
    expect((await crew.ticket(emergency, 'lin')).assignee).toBe('张建国');
  });

  test('a building’s emergencies open by themselves', async () => {
    await reported(crew, { text: '卧室灯不亮', problem: 'electrics' });
    await lin.visits(desks.board);
    await lin.sees('楼栋分布', '其中紧急 1');
    await tapOn(lin, '#emergencies-3栋');
    await lin.isOn('packages/staffTickets/list/index');
    await lin.sees('3栋，没办完的紧急工单', '1 单', '漏水');
    expect(await lin.screen()).not.toContain('电路');
    await lin.visits(desks.board);
    await tapOn(lin, '#building-3栋');
    await lin.sees('3栋，没办完的工单', '2 单', '电路');
  });

  test('from the list of after-checks to the reasons, and a verdict right below them', async () => {
    await lin.visits(desks.board);
    await lin.sees('事后抽查', '1 单等您看');
    await tapOn(lin, '#checks');
    await tapOn(lin, `#ticket-${checked}`);
    await lin.isOn('packages/staffTickets/why/index');
    await lin.sees('事后抽查，请您看这次到场没有扫码');
    await lin.taps('到过现场');
    await lin.sees('核实过，到过现场');
    await lin.sawLast('请您看这次到场没有扫码');
  });

  test('one that was wrong needs a reason', async () => {
    const other = await repaired(crew, { text: '阳台地漏反水', problem: 'drain' });
    await lin.visits(`${root}/why/index?ticketId=${other}`);
    await lin.taps('没到过，写原因');
    await lin.sees('怎么知道没到过');
    await lin.taps('照片不是这里');
    await sends(lin);
    await lin.sees('核实过，没有到过现场', '照片不是这里');
    expect((await crew.ticket(other, 'lin')).afterCheck).toMatchObject({
      state: 'bad',
      note: '照片不是这里',
    });
  });

  /** WeChat asks before it calls; waits until it did. */
  async function calls(phone: OwnerPhone, number: string): Promise<void> {
    await phone.phone.page.waitForSelector(`text=呼叫 ${number}`);
    await phone.confirms('呼叫');
    await settled(async () => (await phone.control.device()).calls, [number]);
  }

  /** Who has opened a ticket's number, by the audit. */
  async function opened(ticketId: string): Promise<readonly string[]> {
    const entries = await crew.town.world.all('audits');
    const ofIt = entries.filter(
      ({ action, notes }) => action === 'ticketWork.openContact' && JSON.stringify(notes).includes(ticketId),
    );
    return ofIt.map(({ actor }) => (actor as { readonly openid: string }).openid);
  }

  /** Customer service leaves the company, or is back. */
  async function retires(staffId: string, isGone: boolean): Promise<void> {
    const member = await crew.town.world.read('staffMembers', staffId);
    if (!member) throw new Error(`nobody is ${staffId}`);
    const { to: _, ...staying } = member as typeof member & { readonly to?: string };
    await put(crew.town.world, 'staffMembers', isGone ? { ...staying, to: '2020-06-30' } : staying);
  }
});
