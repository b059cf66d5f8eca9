import { reported, sends, settled } from './desk/desk';
import type { OwnerPhone } from './owner/ownerPhone';
import { tapOn } from './staff/office';
import { Crew, desks } from './tickets/crew';

jest.setTimeout(240_000);

const findPage = 'packages/staffTickets/find/index';
const casePage = 'packages/staffTickets/case/index';

/** An owner calls about an ordinary repair: customer service finds it and writes down what is said (rows B1, B5). */
describe('somebody calls the desk about a repair', () => {
  let crew: Crew;
  let luo: OwnerPhone;
  let ticketId = '';

  beforeAll(async () => {
    crew = await Crew.open();
    await crew.onDuty('zhang');
    ticketId = await reported(crew, { text: '厨房漏水' });
    await reported(crew, { text: '卧室灯不亮', problem: 'electrics' });
    luo = await crew.town.phoneOf('luo');
  });

  afterAll(() => crew?.close());

  test('all that is open is one tap from the desk', async () => {
    await luo.visits(desks.customer);
    await tapOn(luo, '#find-ticket');
    await luo.isOn(findPage);
    await luo.sees('没办完的工单', '2 单', '漏水', '电路');
  });

  test('by the home, and what else is said is written down', async () => {
    await luo.writes('find-words', '3-2-9999');
    await luo.taps('找');
    await luo.sees('没有找到');
    await luo.writes('find-words', '3栋2单元1201');
    await luo.taps('找');
    await luo.sees('漏水', '电路');
    await tapOn(luo, `#ticket-${ticketId}`);
    await luo.isOn(casePage);
    await luo.taps('补记业主说的');
    await luo.writes('add-text', '水已经流到客厅');
    await sends(luo);
    const texts = async () => (await crew.ticket(ticketId, 'luo')).steps.map(({ note }) => note);
    await settled(texts, expect.arrayContaining(['水已经流到客厅']));
  });

  test('by the number, and that it is not repaired', async () => {
    await crew.ask('zhang', 'ticketWork.accept', { ticketId });
    await crew.works('zhang', ticketId);
    const { number } = await crew.ticket(ticketId, 'luo');
    await luo.visits(desks.customer);
    await tapOn(luo, '#find-ticket');
    await luo.writes('find-words', number.replace('-', ''));
    await luo.taps('找');
    await luo.sawLast('电路');
    await tapOn(luo, `#ticket-${ticketId}`);
    await luo.taps('业主说还没修好');
    await luo.taps('还在漏');
    await sends(luo);
    await settled(async () => (await crew.ticket(ticketId, 'luo')).state, 'accepted');
  });
});
