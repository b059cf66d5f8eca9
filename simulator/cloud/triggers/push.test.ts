import { Harness } from '../functions/testing/harness';
import { MessagePush } from './push';

let harness: Harness;
let push: MessagePush;
beforeAll(() => {
  harness = new Harness();
  harness.deploy(
    'events',
    'exports.main = (event) => { console.log(JSON.stringify([event, process.env.WX_OPENID])); if (event.fail) throw new Error("no ear"); return "success"; };',
  );
  harness.environment({
    messagePush: [
      { msgType: 'event', event: 'subscribe_msg_change_event', function: 'events' },
      { msgType: 'text', function: 'events' },
    ],
  });
  push = new MessagePush(harness.context, harness.functions);
});
afterAll(() => harness.close());

const change = {
  MsgType: 'event',
  Event: 'subscribe_msg_change_event',
  FromUserName: 'oUser',
  List: { a: '1' },
};

test('an event calls the function configured for it, as it is, with its user in the context', async () => {
  await push.push(change);
  const [call] = harness.logged('function');
  expect(JSON.parse(call?.lines?.[0] ?? '')).toEqual([change, 'oUser']);
  expect(harness.logged('push')).toMatchObject([{ who: 'oUser', outcome: 'ok' }]);
});

test.each([
  ['a message without an event', { MsgType: 'text', Content: 'hi' }, 'events'],
  ['another event', { MsgType: 'event', Event: 'other' }, undefined],
  ['an event type that a message pair must not catch', { MsgType: 'text', Event: 'x' }, undefined],
  ['nothing known', {}, undefined],
])('%s goes to the function of its pair or to nobody', async (_what, event, expected) => {
  expect(push.functionFor(event)).toBe(expected);
  const before = harness.logged('function').length;
  await push.push(event);
  expect(harness.logged('function')).toHaveLength(before + (expected === undefined ? 0 : 1));
});

test('a failing function is logged and nobody else hears of it', async () => {
  await expect(push.push({ ...change, fail: true })).resolves.toBeUndefined();
  expect(harness.logged('push').at(-1)).toMatchObject({
    outcome: 'failed',
    detail: expect.stringContaining('no ear'),
  });
});

test('subscribe_msg_event, as the console calls it, stands for the three events of subscription messages', () => {
  harness.environment({
    messagePush: [{ msgType: 'event', event: 'subscribe_msg_event', function: 'events' }],
  });
  const functionFor = (Event: string) => push.functionFor({ MsgType: 'event', Event });
  for (const name of ['popup', 'change', 'sent'])
    expect(functionFor(`subscribe_msg_${name}_event`)).toBe('events');
  expect(functionFor('subscribe_msg_other_event')).toBeUndefined();
});
