import assert from 'node:assert/strict';
import { defineChecks, type LocalTools, localCheck, type Proof } from '../harness/checks';
import { refuses } from '../harness/expect';
import type { Phone } from '../harness/phone';
import { onceTemplate, otherTemplate } from '../harness/project';
import type { Doc } from '../harness/sdk';

const page = 'document: 订阅消息';
const codes = 'document: subscribeMessage.send, error codes';

const goodData: Record<string, { value: string }> = {
  thing1: { value: '三栋漏水' },
  time2: { value: '2026年11月10日 09:30' },
  phrase3: { value: '已派单' },
  number4: { value: '3' },
  amount5: { value: '¥12.50' },
  character_string6: { value: 'WX-2026-0001' },
};

function send({ cloud }: LocalTools, phone: Phone, more: Doc = {}): Promise<Doc> {
  const request = {
    touser: phone.openid,
    templateId: onceTemplate,
    page: 'pages/ticket/index?id=1',
    data: goodData,
    ...more,
  };
  return cloud.openapi.subscribeMessage?.send?.(request) as Promise<Doc>;
}

async function consenting(tools: LocalTools, answer = 'accept') {
  const phone = await tools.local.phone('ling');
  await phone.post('subscribe', { answers: { [onceTemplate]: answer } });
  return phone;
}

async function inbox(phone: Phone): Promise<Doc[]> {
  return (await phone.get('messages')).messages as Doc[];
}

/** With consent given, these words are refused with 47003 and the consent is not used up. */
function refusesField(
  name: string,
  field: string,
  value: string,
  evidence: Proof = 'document: 订阅消息参数值内容限制',
) {
  return localCheck(name, evidence, async (tools) => {
    const phone = await consenting(tools);
    await refuses(send(tools, phone, { data: { ...goodData, [field]: { value } } }), 47_003, field);
    await send(tools, phone);
    assert.equal((await inbox(phone)).length, 1);
  });
}

export const messages = defineChecks('subscription messages', [
  localCheck('one consent is one message', page, async (tools) => {
    const phone = await consenting(tools);
    assert.equal((await send(tools, phone)).errCode, 0);
    const [message] = await inbox(phone);
    assert.equal(message?.templateId, onceTemplate);
    assert.equal(message?.page, 'pages/ticket/index?id=1');
    await refuses(send(tools, phone), 43_101);
    assert.equal((await inbox(phone)).length, 1);
  }),
  localCheck('without consent: 43101 user refuse to accept the msg', codes, async (tools) => {
    const phone = await tools.local.phone('ling');
    await refuses(send(tools, phone), 43_101, 'user refuse to accept the msg');
    assert.equal((await inbox(phone)).length, 0);
  }),
  localCheck('a rejection gives no message', page, async (tools) => {
    await refuses(send(tools, await consenting(tools, 'reject')), 43_101);
  }),
  localCheck('consents add up', page, async (tools) => {
    const phone = await consenting(tools);
    await phone.post('subscribe', { answers: { [onceTemplate]: 'accept' } });
    await send(tools, phone);
    await send(tools, phone);
    await refuses(send(tools, phone), 43_101);
  }),
  localCheck('always is kept as a choice, yet each request still gives one message', page, async (tools) => {
    const phone = await consenting(tools, 'always');
    await send(tools, phone);
    await refuses(send(tools, phone), 43_101);
    await phone.post('subscribe', { answers: { [onceTemplate]: 'accept' } });
    await send(tools, phone);
    assert.match(JSON.stringify(await phone.get('subscriptions')), new RegExp(onceTemplate));
  }),
  localCheck(
    "consent to one template is none to another, one user's none to another's",
    page,
    async (tools) => {
      const phone = await consenting(tools);
      const data = { name1: { value: '张三' }, date2: { value: '2026年11月10日' } };
      await refuses(send(tools, phone, { templateId: otherTemplate, data }), 43_101);
      await refuses(send(tools, await tools.local.phone('bo')), 43_101);
      await send(tools, phone);
    },
  ),
  localCheck('an unknown template: 40037', codes, async (tools) => {
    await refuses(send(tools, await consenting(tools), { templateId: 'x'.repeat(43) }), 40_037);
  }),
  localCheck('an unknown openid: 40003', codes, async (tools) => {
    const phone = await consenting(tools);
    await refuses(send(tools, phone, { touser: 'oNobody00000000000000000000x' }), 40_003);
  }),
  refusesField('a thing of more than 20 characters: 47003', 'thing1', '字'.repeat(21)),
  refusesField('an empty value: 47003', 'thing1', ''),
  refusesField('a thing with a new line: 47003', 'thing1', '一\n二'),
  refusesField('a number that is none: 47003', 'number4', 'three'),
  refusesField('a phrase of more than 5 characters: 47003', 'phrase3', '六个汉字太多了'),
  refusesField('a phrase of Latin letters: 47003', 'phrase3', 'done'),
  refusesField('a time that is none: 47003', 'time2', 'tomorrow'),
  refusesField('an amount that is none: 47003', 'amount5', 'much'),
  refusesField('a character_string with Chinese: 47003', 'character_string6', '单号'),
  localCheck('a missing field: 47003', codes, async (tools) => {
    const { thing1, ...rest } = goodData;
    assert.ok(thing1);
    await refuses(send(tools, await consenting(tools), { data: rest }), 47_003, 'thing1');
  }),
  localCheck('a banned template: 43107', codes, async (tools) => {
    const phone = await consenting(tools);
    await tools.local.control.call('PUT', '/control/messages/banned', { templateIds: [onceTemplate] });
    await refuses(send(tools, phone), 43_107);
  }),
  localCheck(
    'sends to one user at the same time: 43108, and nothing is used up for it',
    codes,
    async (tools) => {
      const phone = await consenting(tools);
      for (let more = 0; more < 7; more += 1)
        await phone.post('subscribe', { answers: { [onceTemplate]: 'accept' } });
      const settled = await Promise.allSettled(Array.from({ length: 8 }, () => send(tools, phone)));
      const refused = settled.flatMap((outcome) =>
        outcome.status === 'rejected' ? [(outcome.reason as { errCode: number }).errCode] : [],
      );
      assert.deepEqual([...new Set(refused)], [43_108]);
      assert.equal((await inbox(phone)).length, 8 - refused.length);
      const { remaining } = await tools.local.control.get(
        `/control/consents/${phone.openid}/${onceTemplate}`,
      );
      assert.equal(remaining, refused.length);
    },
  ),
  localCheck(
    'a fault makes a send fail and uses up no consent',
    'document: the control interface',
    async (tools) => {
      const phone = await consenting(tools);
      await tools.local.control.fault({
        point: 'openapi.subscribeMessage.send',
        kind: 'error',
        code: '-1',
        times: 1,
      });
      await assert.rejects(send(tools, phone));
      await send(tools, phone);
    },
  ),
  localCheck(
    'a rejection in the popup is pushed to the configured function',
    'document: 订阅消息事件',
    async (tools) => {
      await consenting(tools, 'reject');
      const event = await pushed(tools, 'subscribe_msg_popup_event');
      assert.match(JSON.stringify(event.List), /reject/);
      assert.match(JSON.stringify(event.List), new RegExp(onceTemplate));
    },
  ),
  localCheck(
    'messages after a known one can be asked for',
    'document: the control interface',
    async (tools) => {
      const phone = await consenting(tools);
      await phone.post('subscribe', { answers: { [onceTemplate]: 'accept' } });
      await send(tools, phone);
      await send(tools, phone);
      const all = await inbox(phone);
      assert.equal(all.length, 2);
      const later = (await phone.get(`messages?after=${all[0]?.id}`)).messages as Doc[];
      assert.deepEqual(
        later.map(({ id }) => id),
        [all[1]?.id],
      );
    },
  ),
]);

/** An event of this name, once message push has delivered it to the function that writes events down. */
export async function pushed({ db }: LocalTools, name: string): Promise<Doc> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { data } = await db.collection('events').get();
    const found = data.map(({ event }) => event as Doc).find(({ Event }) => Event === name);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no ${name} was pushed`);
}
