import { Harness, li, wang } from '../testing/harness';

const ticket = {
  id: 'TICKET',
  title: '工单进度',
  type: 'once' as const,
  fields: { thing1: '内容', phrase2: '状态', enum3: '评价|好|差' },
};
const visit = { id: 'VISIT', title: '访客到访', type: 'once' as const, fields: { name1: '访客' } };
const twin = { ...visit, id: 'TWIN', title: '工单进度' };
const flight = { ...visit, id: 'FLIGHT', title: '航班', type: 'long' as const };
const more = [1, 2, 3, 4].map((n) => ({ ...visit, id: `MORE${n}`, title: `通知${n}` }));
const data = { thing1: { value: '水管漏水' }, phrase2: { value: '已派单' }, enum3: { value: '好' } };

let harness: Harness;
beforeEach(() => {
  harness = new Harness([ticket, visit, twin, flight, ...more]);
});
afterEach(() => harness.close());

const messages = () => harness.service.messages;
const send = (change: Record<string, unknown> = {}) =>
  harness.call('subscribeMessage.send', { touser: wang, template_id: 'TICKET', data, ...change });
const sendVisit = (template_id: string) => send({ template_id, data: { name1: { value: '王小明' } } });

describe('what a user agrees to', () => {
  test('one accept is one message', async () => {
    expect(messages().answer(wang, { TICKET: 'accept' })).toEqual({
      TICKET: 'accept',
      errMsg: 'requestSubscribeMessage:ok',
    });
    expect(await send()).toMatchObject({ errcode: 0, errmsg: 'ok', msgid: expect.anything() });
    expect(await send()).toMatchObject({
      errcode: 43101,
      errmsg: expect.stringMatching(/^user refuse to accept the msg rid: /),
    });
  });

  test('accepts add up, per user and per template', async () => {
    for (let i = 0; i < 3; i += 1) messages().answer(wang, { TICKET: 'accept', VISIT: 'reject' });
    expect(messages().remaining(wang, 'TICKET')).toBe(3);
    expect(messages().remaining(wang, 'VISIT')).toBe(0);
    expect(messages().remaining(li, 'TICKET')).toBe(0);
  });

  test('「总是保持」 is no standing permission: each later request adds one, whatever the dialog would have said', async () => {
    messages().answer(wang, { TICKET: 'always' });
    expect((await send()).errcode).toBe(0);
    expect((await send()).errcode).toBe(43101);
    expect(messages().answer(wang, { TICKET: 'reject' })).toMatchObject({ TICKET: 'accept' });
    expect((await send()).errcode).toBe(0);
    expect((await send()).errcode).toBe(43101);
  });

  test('a kept refusal is kept, until the user changes it in the settings', async () => {
    messages().answer(wang, { TICKET: 'accept' });
    messages().answer(wang, { TICKET: 'never' });
    expect((await send()).errcode).toBe(43101);
    expect(messages().answer(wang, { TICKET: 'accept' })).toMatchObject({ TICKET: 'reject' });
    messages().setKept(wang, 'TICKET', null);
    expect(messages().answer(wang, { TICKET: 'accept' })).toMatchObject({ TICKET: 'accept' });
    expect((await send()).errcode).toBe(0);
  });

  test('a plain refusal takes nothing away', async () => {
    messages().answer(wang, { TICKET: 'accept' });
    messages().answer(wang, { TICKET: 'reject' });
    expect((await send()).errcode).toBe(0);
  });

  test('only kept choices show in the settings', () => {
    messages().answer(wang, { TICKET: 'always', VISIT: 'accept' });
    messages().answer(wang, { MORE1: 'never', MORE2: 'always' });
    harness.service.settings.set('banned', ['MORE2', 'VISIT']);
    expect(messages().subscriptions(wang)).toEqual({
      mainSwitch: true,
      itemSettings: { TICKET: 'accept', MORE1: 'reject', MORE2: 'ban' },
    });
  });

  test('a long-term template goes on until it is refused', async () => {
    messages().answer(wang, { FLIGHT: 'accept' });
    for (let i = 0; i < 3; i += 1) expect((await sendVisit('FLIGHT')).errcode).toBe(0);
    messages().answer(wang, { FLIGHT: 'reject' });
    expect((await sendVisit('FLIGHT')).errcode).toBe(43101);
  });

  test('the main switch stops everything and forgets nothing', async () => {
    messages().answer(wang, { TICKET: 'accept' });
    messages().setMainSwitch(wang, false);
    expect(messages().answer(wang, { TICKET: 'accept' })).toEqual({
      errCode: 20004,
      errMsg: 'requestSubscribeMessage:fail The main switch is switched off',
    });
    expect((await send()).errcode).toBe(43101);
    messages().setMainSwitch(wang, true);
    expect((await send()).errcode).toBe(0);
  });

  test('equal titles are filtered, banned templates say so, neither adds anything', () => {
    harness.service.settings.set('banned', ['VISIT']);
    expect(messages().answer(wang, { TICKET: 'accept', TWIN: 'accept', VISIT: 'accept' })).toMatchObject({
      TICKET: 'accept',
      TWIN: 'filter',
      VISIT: 'ban',
    });
    expect(messages().remaining(wang, 'TWIN')).toBe(0);
    expect(messages().remaining(wang, 'VISIT')).toBe(0);
  });

  test.each([
    ['no template', {}, 10001],
    ['an unknown template', { TICKET: 'accept', NONE: 'accept' }, 20001],
    ['one-time and long-term together', { TICKET: 'accept', FLIGHT: 'accept' }, 20002],
    ['six templates', Object.fromEntries([ticket, visit, ...more].map(({ id }) => [id, 'accept'])), 20003],
  ])('a request with %s fails as a whole', (_what, answers, errCode) => {
    expect(messages().answer(wang, answers)).toEqual({
      errCode,
      errMsg: expect.stringMatching(/^requestSubscribeMessage:fail \w/),
    });
    expect(messages().remaining(wang, 'TICKET')).toBe(0);
  });

  test('a banned mini-program cannot ask', () => {
    harness.service.settings.set('banned', ['*']);
    expect(messages().answer(wang, { TICKET: 'accept' })).toMatchObject({ errCode: 20005 });
  });

  test('an unheard-of answer, user or template is refused by name', () => {
    expect(() => messages().answer(wang, { TICKET: 'perhaps' })).toThrow(/perhaps/);
    expect(() => messages().answer('nobody', { TICKET: 'accept' })).toThrow(/nobody/);
    expect(() => messages().subscriptions('nobody')).toThrow(/nobody/);
    expect(() => messages().setKept(wang, 'NONE', 'accept')).toThrow(/NONE/);
  });
});

describe('sending', () => {
  beforeEach(() => void messages().answer(wang, { TICKET: 'accept' }));

  test.each([
    ['an unknown template', { template_id: 'NONE' }, 40037, 'invalid template_id'],
    ['no template', { template_id: undefined }, 40037, 'invalid template_id'],
    ['an unknown user', { touser: 'nobody' }, 40003, 'invalid openid'],
    ['no user', { touser: undefined }, 40003, 'invalid openid'],
    ['a slash before the page', { page: '/pages/home/index' }, 41030, 'invalid page'],
    ['a page that is no text', { page: {} }, 41030, 'invalid page'],
    ['no data', { data: undefined }, 47003, 'argument invalid! data.thing1.value is empty'],
    ['data that is no object', { data: 'x' }, 47003, 'argument invalid! data.thing1.value is empty'],
    [
      'a missing field',
      { data: { ...data, phrase2: undefined } },
      47003,
      'argument invalid! data.phrase2.value is empty',
    ],
    [
      'an empty value',
      { data: { ...data, thing1: { value: '' } } },
      47003,
      'argument invalid! data.thing1.value is empty',
    ],
    [
      'a bare value',
      { data: { ...data, thing1: '水管' } },
      47003,
      'argument invalid! data.thing1.value is empty',
    ],
    [
      'a line break',
      { data: { ...data, thing1: { value: 'a\nb' } } },
      47003,
      'argument invalid! data.thing1.value invalid',
    ],
    [
      'a value outside the enum',
      { data: { ...data, enum3: { value: '中' } } },
      47003,
      'argument invalid! data.enum3.value invalid',
    ],
    [
      'a field too many',
      { data: { ...data, thing9: { value: 'a' } } },
      47003,
      'argument invalid! data.thing9.value invalid',
    ],
    [
      'an unheard-of state',
      { miniprogram_state: 'beta' },
      47003,
      'argument invalid! miniprogram_state invalid',
    ],
    ['an unheard-of language', { lang: 'fr_FR' }, 47003, 'argument invalid! lang invalid'],
    ['a sensitive word', { data: { ...data, thing1: { value: '赌博平台' } } }, 45168, 'hit sensitive words'],
  ])('%s is refused and uses nothing up', async (_what, change, errcode, errmsg) => {
    const answer = await send(change);
    expect(answer.errcode).toBe(errcode);
    expect(answer.errmsg).toMatch(new RegExp(`^${errmsg.replace(/[.!]/g, '\\$&')} rid: [0-9a-f-]{26}$`));
    expect(messages().remaining(wang, 'TICKET')).toBe(1);
    expect(messages().delivered({})).toEqual([]);
  });

  test('a banned template or mini-program cannot send', async () => {
    for (const banned of ['TICKET', '*']) {
      harness.service.settings.set('banned', [banned]);
      expect((await send()).errcode).toBe(43107);
    }
    harness.service.settings.set('banned', ['VISIT']);
    expect((await send()).errcode).toBe(0);
  });

  test('two at once to the same user: one is refused, and may be sent again', async () => {
    messages().answer(wang, { TICKET: 'accept' });
    const codes = (await Promise.all([send(), send()])).map(({ errcode }) => errcode);
    expect(codes.sort()).toEqual([0, 43108]);
    expect((await send()).errcode).toBe(0);
  });

  test('two at once to different users do not disturb each other', async () => {
    messages().answer(li, { TICKET: 'accept' });
    const sent = await Promise.all([send(), send({ touser: li })]);
    expect(sent.map(({ errcode }) => errcode)).toEqual([0, 0]);
  });

  test('once the mini-program is built its pages are known', async () => {
    harness.build({ pages: ['pages/ticket/index'] });
    expect((await send({ page: 'pages/gone/index' })).errcode).toBe(41030);
    expect((await send({ page: 'pages/ticket/index?id=1' })).errcode).toBe(0);
  });

  test('the user sees title, labels and values', async () => {
    await send({ page: 'pages/ticket/index?id=17', miniprogram_state: 'trial', lang: 'en_US' });
    expect(messages().delivered({ openid: wang })).toEqual([
      {
        id: 1,
        openid: wang,
        templateId: 'TICKET',
        title: '工单进度',
        fields: [
          { key: 'thing1', label: '内容', value: '水管漏水' },
          { key: 'phrase2', label: '状态', value: '已派单' },
          { key: 'enum3', label: '评价', value: '好' },
        ],
        data: { thing1: '水管漏水', phrase2: '已派单', enum3: '好' },
        page: 'pages/ticket/index?id=17',
        miniprogramState: 'trial',
        lang: 'en_US',
        msgId: expect.stringMatching(/^\d{19}$/),
        at: harness.context.clock.now(),
      },
    ]);
  });

  test('messages are listed per user and from a point on', async () => {
    messages().answer(wang, { TICKET: 'accept' });
    messages().answer(li, { TICKET: 'accept' });
    for (const touser of [wang, li, wang]) await send({ touser });
    expect(
      messages()
        .delivered({ openid: wang })
        .map(({ id }) => id),
    ).toEqual([1, 3]);
    expect(
      messages()
        .delivered({ openid: wang, after: 1 })
        .map(({ id }) => id),
    ).toEqual([3]);
    expect(
      messages()
        .delivered({ limit: 2 })
        .map(({ openid }) => openid),
    ).toEqual([wang, li]);
  });

  test('a template with a field type that WeChat has not is a mistake of the project', async () => {
    harness.templates.push({ id: 'BAD', title: '坏', type: 'once', fields: { poem1: '诗' } });
    await expect(send()).rejects.toThrow(/template BAD: WeChat has no field type for poem1/);
  });
});

describe('events', () => {
  const times = { CreateTime: expect.stringMatching(/^\d{10}$/), ToUserName: expect.stringMatching(/^gh_/) };

  test('one answered template comes as an object, several as a list', async () => {
    messages().answer(wang, { TICKET: 'accept' });
    messages().answer(wang, { TICKET: 'accept', VISIT: 'never' });
    await harness.service.stop();
    expect(harness.pushed).toEqual([
      {
        ...times,
        FromUserName: wang,
        MsgType: 'event',
        Event: 'subscribe_msg_popup_event',
        List: { TemplateId: 'TICKET', SubscribeStatusString: 'accept', PopupScene: '0' },
      },
      expect.objectContaining({
        List: [
          { TemplateId: 'TICKET', SubscribeStatusString: 'accept', PopupScene: '0' },
          { TemplateId: 'VISIT', SubscribeStatusString: 'reject', PopupScene: '0' },
        ],
      }),
    ]);
  });

  test('a request answered in silence pushes nothing', async () => {
    messages().answer(wang, { TICKET: 'always' });
    messages().answer(wang, { TICKET: 'accept' });
    await harness.service.stop();
    expect(harness.pushed).toHaveLength(1);
  });

  test('a refusal from the message card and a sent message are told', async () => {
    messages().answer(wang, { TICKET: 'accept' });
    await send();
    messages().refuse(wang, 'TICKET');
    await harness.service.stop();
    const msgId = messages().delivered({})[0]?.msgId;
    expect(harness.pushed.slice(1)).toEqual([
      expect.objectContaining({
        Event: 'subscribe_msg_sent_event',
        List: { TemplateId: 'TICKET', MsgID: msgId, ErrorCode: '0', ErrorStatus: 'success' },
      }),
      expect.objectContaining({
        Event: 'subscribe_msg_change_event',
        List: { TemplateId: 'TICKET', SubscribeStatusString: 'reject' },
      }),
    ]);
  });

  test('a function that fails on an event harms nobody, and the log says so', async () => {
    harness.push = async () => {
      throw new Error('function threw');
    };
    messages().answer(wang, { TICKET: 'accept' });
    await harness.service.stop();
    expect((await send()).errcode).toBe(0);
    expect(harness.context.log.find({ kind: 'push' })[0]).toMatchObject({
      who: wang,
      what: 'subscribe_msg_popup_event',
      outcome: 'failed',
      detail: 'function threw',
    });
  });
});
