import { Entries } from './entries';
import { openWallet, publishBill, startPaidWorld, tap } from './money';
import { granted, openidOf, type World } from './world';

jest.setTimeout(240_000);

const minute = 60_000;

/** The shipped functions by themselves: WeChat Pay tells one of a payment, the timer begins the other, the payer reads it. */
describe('payment, tick, message', () => {
  const entries = new Entries('tick');
  let world: World;

  beforeAll(async () => {
    await entries.build();
    world = await startPaidWorld();
    entries.deploy(world);
  });
  afterAll(async () => {
    entries.remove();
    await world?.stop();
  });

  test('the payer is told within a minute, in the inbox and on WeChat', async () => {
    const templateId = 'nuanlin-payment';
    world.cloud.rooms.openapi.messages.answer(openidOf('owner'), { [templateId]: 'accept' });
    const answers = [{ templateId, answer: 'accept' as const }];
    granted(await world.ask('owner', 'messages.recordConsent', { answers }));
    await publishBill(world, { amount: 37_495 });
    openWallet(world, 'owner', granted(await tap(world, 'owner')));
    const { agenda, clock } = world.cloud.context;
    await agenda.advance(clock.now() + minute);
    const { messages } = granted(await world.ask('owner', 'messages.listInbox', {}));
    expect(messages.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['缴费成功', '本期账单出来了']),
    );
    const delivered = world.cloud.rooms.openapi.messages.delivered({ openid: openidOf('owner') });
    expect(delivered).toMatchObject([{ title: '缴费成功通知', data: { amount2: '¥374.95' } }]);
    expect(await world.all('outbox')).toEqual([]);
  });
});
