import { existsSync } from 'node:fs';
import { evidence } from './evidence';
import { Harness, wang } from './testing/harness';
import { field } from './testing/sdkBytes';

const template = { id: 'T', title: '通知', type: 'once' as const, fields: { thing1: '内容' } };
let harness: Harness;
beforeEach(() => {
  harness = new Harness([template]);
});
afterEach(() => harness.close());

const caller = { appid: 'wx1', source: '', clientIp: '127.0.0.1' };
const act = (action: string, params: Record<string, unknown>, parts: Record<string, Uint8Array> = {}) =>
  harness.service.actions[action]!(params, { caller, requestId: 'r', parts: new Map(Object.entries(parts)) });

test('these are the interfaces', () => {
  expect(harness.service.names()).toEqual([
    'phonenumber.getPhoneNumber',
    'security.imgSecCheck',
    'security.mediaCheckAsync',
    'security.msgSecCheck',
    'subscribeMessage.send',
    'wxacode.createQRCode',
    'wxacode.get',
    'wxacode.getUnlimited',
  ]);
});

describe('malformed requests are refused by name', () => {
  test.each([
    ['wx.openApi', {}, {}, /needs apiName and requestData/],
    ['wx.openApi', { apiName: 'wxacode.get' }, {}, /needs apiName and requestData/],
    ['wx.openApi', { apiName: 'wxacode.get' }, { requestData: Buffer.from('{}') }, /protobuf/],
    ['wx.wxPayApi', { apiName: 'refund' }, {}, /needs apiName and requestData/],
    ['wx.wxPayApi', { apiName: 'refund' }, { requestData: Buffer.from('{') }, /not JSON/],
    ['wx.wxPayApi', { apiName: 'refund' }, { requestData: Buffer.from('[]') }, /must be an object/],
    [
      'wx.wxPayApi',
      { apiName: 'refund' },
      { requestData: Buffer.from('{}'), apiOptions: field(1, 'wx0') },
      /another mini-program/,
    ],
  ])('%s %j', async (action, params, parts, words) => {
    await expect(act(action, params, parts as Record<string, Uint8Array>)).rejects.toThrow(words);
  });
});

test('consents, messages, phone codes and pending checks go with the state', async () => {
  const { state, agenda, clock } = harness.context;
  const { messages, media, phoneCodes } = harness.service;
  messages.answer(wang, { T: 'always' });
  const code = phoneCodes.mint(wang);
  await harness.call('security.mediaCheckAsync', {
    version: 2,
    scene: 1,
    openid: wang,
    media_url: 'http://gone/',
    media_type: 2,
  });
  state.saveSnapshot('agreed');
  const message = { touser: wang, template_id: 'T', data: { thing1: { value: '水管' } } };
  expect((await harness.call('subscribeMessage.send', message)).errcode).toBe(0);
  await harness.call('phonenumber.getPhoneNumber', { code });
  await agenda.advance(clock.now() + 5000);
  expect(media.list()).toMatchObject([{ status: 'delivered' }]);

  state.resetTo('agreed');
  expect(messages.remaining(wang, 'T')).toBe(1);
  expect(messages.delivered({})).toEqual([]);
  expect(messages.subscriptions(wang).itemSettings).toEqual({ T: 'accept' });
  expect(media.list()).toMatchObject([{ status: 'pending' }]);
  expect((await harness.call('phonenumber.getPhoneNumber', { code })).errcode).toBe(0);
  await agenda.advance(clock.now() + 5000);
  expect(media.list()).toMatchObject([{ status: 'delivered' }]);
});

test('the same seed gives the same identifiers', async () => {
  const other = new Harness([template]);
  expect(other.service.phoneCodes.mint(wang)).toBe(harness.service.phoneCodes.mint(wang));
  await other.close();
  expect(existsSync(other.dist)).toBe(false);
});

test('every emulated behaviour says where it comes from', () => {
  expect(evidence.length).toBeGreaterThan(30);
  for (const { behaviour, source } of evidence) expect(behaviour && source).toBeTruthy();
});
