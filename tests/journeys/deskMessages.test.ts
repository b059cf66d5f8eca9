import { chooses, reported, sends, settled } from './desk/desk';
import type { OwnerPhone } from './owner/ownerPhone';
import { tapOn } from './staff/office';
import { Crew } from './tickets/crew';

jest.setTimeout(240_000);

const inbox = '/pages/messages/index';
const casePage = 'packages/staffTickets/case/index';

/** A message opens the page on which whoever it was sent to can act (rows A5, B4, B7). */
describe('what a colleague’s message opens', () => {
  let crew: Crew;
  let ticketId = '';

  beforeAll(async () => {
    crew = await Crew.open();
    await crew.onDuty('zhang');
    ticketId = await reported(crew, { urgency: 'emergency', text: '厨房漏水漏到楼下' });
    await crew.offered('zhang', ticketId);
    await crew.town.deliver();
  });

  afterAll(() => crew?.close());

  test('the engineer’s: the work, to be taken', async () => {
    const zhang = await crew.town.phoneOf('zhang');
    await opensMessage(zhang, '紧急工单，请马上接单', 'packages/staffTickets/work/index');
    await zhang.taps('接单');
    await zhang.sees('扫码签到');
  });

  test('the supervisor’s of what is late: giving it to somebody else', async () => {
    await crew.onDuty('he');
    await crew.passes(31);
    const lin = await crew.town.phoneOf('lin');
    await opensMessage(lin, '有工单超过时限', casePage);
    await lin.taps('改派');
    await tapOn(lin, '#colleague-he');
    await lin.taps('他离得近');
    await sends(lin);
    await settled(async () => (await crew.ticket(ticketId, 'lin')).assignee, '何伟');
  });

  test('customer service’s of a poor rating: writing down the revisit', async () => {
    await crew.ask('he', 'ticketWork.accept', { ticketId });
    await crew.works('he', ticketId);
    const signature = crew.file('owner', 'ok.png');
    await crew.ask('owner', 'tickets.acceptWork', { ticketId, signature });
    await crew.ask('owner', 'tickets.rate', { ticketId, stars: 2, words: ['没修好'], photos: [] });
    await crew.town.deliver();
    const luo = await crew.town.phoneOf('luo');
    await opensMessage(luo, '有一条差评要回访', casePage);
    await luo.taps('记回访');
    await chooses(luo, '满意');
    await luo.writes('revisit-note', '说好多了');
    await sends(luo);
    await settled(async () => (await crew.ticket(ticketId, 'luo')).revisits.length, 1);
  });

  /** From the inbox, by its title. */
  async function opensMessage(phone: OwnerPhone, title: string, page: string): Promise<void> {
    await phone.visits(inbox);
    await phone.taps(title);
    await phone.isOn(page);
    await phone.sees('3栋2单元1201', '紧急');
  }
});
