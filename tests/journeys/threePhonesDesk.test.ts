import type { OwnerPhone } from './owner/ownerPhone';
import { choosesOption } from './staff/office';
import { Crew, desks, reports } from './tickets/crew';
import { Moves, touches } from './tickets/moves';

jest.setTimeout(240_000);

const ticketPage = 'packages/tickets/ticket/index';
const answer = '.slide__footer >> text="答复"';

/** What no engineer is sent for, on three phones at once: the owner's, customer service's, the supervisor's (B3, B10, B11). */
describe('what is answered in writing', () => {
  let crew: Crew;
  let owner: OwnerPhone;
  let service: OwnerPhone;
  let supervisor: OwnerPhone;
  const moves = new Moves();

  beforeAll(async () => {
    crew = await Crew.open();
    owner = await crew.town.phoneOf('owner');
    service = await crew.town.phoneOf('luo');
    supervisor = await crew.town.phoneOf('lin');
    await service.visits(desks.customer);
    await service.sees('现在没有要办的');
    await supervisor.visits('/pages/messages/index');
  });

  afterAll(() => crew?.close());

  test('a question the company has answered before is answered at once, and troubles nobody', async () => {
    await crew.ask('luo', 'knowledge.save', {
      ...{ communityId: 'yunqi', question: '装修要办什么手续' },
      answer: '带身份证到前台办装修申请，三天内审完。',
    });
    await reports(owner, '装修要办什么手续', '客服 24 小时内书面答复您', '问一问', '&type=enquiry');
    await owner.sees('您看是不是问这个', '带身份证到前台办装修申请');
    await touches(owner, '.slide__footer >> text="解决了"');
    await owner.isOn('pages/home/index');
    const { rows } = await crew.ask('owner', 'tickets.mine', { homeId: 'yunqi-1201', which: 'all' });
    expect(rows).toEqual([]);
  });

  test('one that nobody has answered before a person answers, and the owner sees it at once', async () => {
    await reports(owner, '地下车库充电桩晚上几点断电', '客服 24 小时内书面答复您', '问一问', '&type=enquiry');
    await owner.isOn(ticketPage);
    await owner.sees('待答复', '客服正在处理，答复');
    await service.sees('收件箱', '地下车库充电桩晚上几点断电');
    await service.taps('地下车库充电桩');
    await service.taps('书面答复');
    await service.writes('answer-text', '晚上不断电，十一点后半价。');
    await moves.shows(owner, 'answered', ['晚上不断电，十一点后半价。', '解决了'], () =>
      touches(service, answer),
    );
    await owner.taps('解决了');
    await owner.sees('已完成', '您说解决了');
  });

  test('one that lies too long: the supervisor is told, then the project manager', async () => {
    const question = { type: 'enquiry', problem: 'parking', urgency: 'enquiry', photos: [] } as const;
    const { ticketId } = await crew.ask('owner', 'tickets.report', {
      ...{ ...question, photos: [], homeId: 'yunqi-1201' },
      text: '访客车怎么收费',
    });
    await crew.passes(24 * 60 + 1);
    await supervisor.sees('有工单超过时限', '访客车怎么收费');
    expect(await crew.told('projectManager', '有工单超过时限')).toBe(0);
    await crew.passes(120);
    await crew.passes(1);
    expect(await crew.told('projectManager', '有工单超过时限')).toBe(1);
    expect(await crew.told('lin', '有工单超过时限')).toBe(1);
    await crew.ask('luo', 'tickets.answer', { ticketId, text: '两小时内免费，之后每小时两元。' });
    await crew.ask('owner', 'tickets.judgeAnswer', { ticketId, helped: true });
  });

  test('a complaint is graded, and its owner sees until when it is answered', async () => {
    await reports(owner, '楼上装修，周日也在敲', '噪音', '提交', '&type=complaint');
    await owner.isOn(ticketPage);
    await owner.sees('待答复');
    await service.visits(desks.customer);
    await service.sees('收件箱', '楼上装修', '一般投诉');
    await service.taps('楼上装修');
    await service.taps('投诉定级');
    await choosesOption(service, '重大');
    await service.writes('grade-reason', '一层楼都受影响');
    await moves.shows(owner, 'graded', ['已定级'], () => touches(service, '.slide__footer >> text="定级"'));
    await service.sees('投诉级别', '重大');
  });

  test('an answer that does not help goes up, to the supervisor, then to the project manager', async () => {
    await service.taps('书面答复');
    await service.writes('answer-text', '已经和楼上说过。');
    await moves.shows(owner, 'answered in writing', ['已经和楼上说过。', '没有解决'], () =>
      touches(service, answer),
    );
    await disputes('今天还在敲');
    const ticketId = await crew.newest();
    await crew.town.deliver();
    await supervisor.sees('住户说还没有解决');
    await supervisor.visits(`/packages/staffTickets/case/index?ticketId=${ticketId}`);
    await supervisor.taps('书面答复');
    await supervisor.writes('answer-text', '已下停工单，保安每两小时上门看。');
    await moves.shows(owner, 'answered by the supervisor', ['已下停工单'], () => touches(supervisor, answer));
    await disputes('保安没有来');
    await crew.town.deliver();
    expect(await crew.told('projectManager', '住户说还没有解决')).toBe(1);
    moves.tell();
  });

  async function disputes(reason: string): Promise<void> {
    await owner.taps('没有解决');
    await owner.writes('add-text', reason);
    await touches(owner, '.slide__footer >> text="提交"');
    await owner.sees('您 反映没有解决', '待答复');
  }
});
