import type { InputOf } from '../../types/contract';
import { opens, presses, sends, settled } from './desk/desk';
import type { OwnerPhone } from './owner/ownerPhone';
import { Crew, desks } from './tickets/crew';

jest.setTimeout(240_000);

const lobby = { kind: 'common', building: '3', where: '大堂' } as const;

/** B6: whoever called and has no account is asked on the phone by customer service, who writes down what they say. */
describe('a rating asked for on the phone', () => {
  let crew: Crew;
  let service: OwnerPhone;

  beforeAll(async () => {
    crew = await Crew.open();
    await crew.onDuty('zhang');
    service = await crew.town.phoneOf('luo');
  });

  afterAll(() => crew?.close());

  /** Taken down for 陈先生, answered, accepted by silence after three days. */
  async function answered(text: string): Promise<string> {
    const asked: InputOf<'tickets.takeReport'> = {
      ...{ communityId: 'yunqi', channel: 'phone', place: lobby, text, photos: [] },
      ...{ type: 'complaint', problem: 'noise', urgency: 'general' },
      contact: { name: '陈先生', phone: '13700000000' },
    };
    const { ticketId } = await crew.ask('luo', 'tickets.takeReport', asked);
    await crew.ask('luo', 'tickets.answer', { ticketId, text: '已经和施工队说好，周末不再施工。' });
    await crew.passes(72 * 60 + 1);
    return ticketId;
  }

  test('two stars, said on the phone: written down, and the revisit begins', async () => {
    const ticketId = await answered('大堂装修周末还在敲，电话打了两次');
    await service.visits(desks.customer);
    await service.sees('打电话问满意度', '1 单', '大堂装修周末还在敲', '办完');
    await service.taps('记评价');
    await service.sees('请对方打分', '点星星打分');
    // Nothing can be sent before there are stars.
    await presses(service);
    const [, second] = (await (await service.page())?.$$('.stars__star')) ?? [];
    await second?.tap();
    await service.sees('不满意', '回复太慢');
    await service.taps('回复太慢');
    await service.writes('rating-text', '等了三天才有人管');
    await sends(service);
    const rated = await crew.ticket(ticketId, 'luo');
    expect(rated.rating).toMatchObject({ stars: 2, words: ['回复太慢'], takenBy: '客服' });
    await service.sees('该回访', '2 星');
    await service.sawLast('打电话问满意度');
    await opens(service, ticketId);
    await service.sees('电话里评了 2 星，客服记', '回复太慢', '记回访');
  });

  test('nobody answers the phone: given up with a reason, and nobody is asked to call again', async () => {
    const ticketId = await answered('门口的广告牌晚上太亮');
    await service.visits(desks.customer);
    await service.sees('打电话问满意度', '门口的广告牌');
    await service.taps('记评价');
    await service.taps('问不到，不再打了');
    await service.sees('为什么问不到');
    await service.taps('打了几次没有人接');
    await sends(service);
    await service.sawLast('打电话问满意度');
    await settled(
      async () => (await crew.ticket(ticketId, 'luo')).can.includes('ticketWork.takeRating'),
      false,
    );
    await opens(service, ticketId);
    await service.sees('评价没有问到', '打了几次没有人接');
  });
});
