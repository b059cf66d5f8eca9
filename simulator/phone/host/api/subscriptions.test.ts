import { type PhoneWithCloud, startPhoneWithCloud } from '../../testing/phoneWithCloud';

jest.setTimeout(120_000);

let device: PhoneWithCloud;

beforeAll(async () => {
  device = await startPhoneWithCloud();
});

beforeEach(() => device.home());

afterAll(() => device.stop());

const kind = 'requestSubscribeMessage';
const ask = (...ids: string[]) => `wx.requestSubscribeMessage({ tmplIds: ${JSON.stringify(ids)} })`;
const remaining = (id: string) =>
  device.cloud.rooms.openapi.messages.remaining(device.phone.session.openid, id);

test('without a tap there is no question', async () => {
  const refused = { errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.' };
  expect(await device.outcome(ask('T-bill'))).toEqual(refused);
  expect(
    await device.tapped(`new Promise((done) => setTimeout(done, 20)).then(() => ${ask('T-bill')})`),
  ).toEqual(refused);
});

test('one line per template; what is unticked is rejected', async () => {
  const before = remaining('T-bill');
  const answered = device.tapped(ask('T-bill', 'T-order'));
  expect(await device.phone.page.textContent('.subscribe-lines')).toBe(
    '缴费提醒房屋、金额、截止时间工单进度工单、状态',
  );
  await device.phone.page.click('.subscribe-line >> nth=1');
  await device.phone.page.click('.system-button >> text=允许');
  expect(await answered).toEqual({ errMsg: `${kind}:ok`, 'T-bill': 'accept', 'T-order': 'reject' });
  expect(remaining('T-bill')).toBe(before + 1);
});

test('a kept choice answers without a question and still adds one', async () => {
  await device.control.answerNext(kind, { choices: { 'T-bill': 'accept' }, keep: true });
  expect(await device.tapped(ask('T-bill'))).toMatchObject({ 'T-bill': 'accept' });
  const before = remaining('T-bill');
  expect(await device.tapped(ask('T-bill'))).toMatchObject({ 'T-bill': 'accept' });
  expect(remaining('T-bill')).toBe(before + 1);
  expect(await device.outcome('wx.getSetting({ withSubscriptions: true })')).toMatchObject({
    subscriptionsSetting: { mainSwitch: true, itemSettings: { 'T-bill': 'accept' } },
  });
});

test('cancel with the choice kept rejects from then on', async () => {
  const answered = device.tapped(ask('T-order'));
  await device.phone.page.click('.subscribe-keep');
  await device.phone.page.click('.system-button >> text=取消');
  expect(await answered).toMatchObject({ 'T-order': 'reject' });
  expect(await device.tapped(ask('T-order'))).toMatchObject({ 'T-order': 'reject' });
});

test.each([
  [[], 10001],
  [['1', '2', '3', '4', '5', '6'], 20003],
  [['T-none'], 20001],
  [['T-bill', 'T-long'], 20002],
])('%j is refused with %i and shows nothing', async (ids, errCode) => {
  expect(await device.tapped(ask(...ids))).toMatchObject({ errCode });
  expect(await device.control.pending()).toEqual([]);
});

test('the main switch off: 20004', async () => {
  device.cloud.rooms.openapi.messages.setMainSwitch(device.phone.session.openid, false);
  expect(await device.tapped(ask('T-bill'))).toEqual({
    errMsg: `${kind}:fail The main switch is switched off`,
    errCode: 20004,
  });
  device.cloud.rooms.openapi.messages.setMainSwitch(device.phone.session.openid, true);
});

test('the callback of a payment may ask too', async () => {
  await device.control.answerNext('requestPayment', 'cancel');
  const source = `new Promise((resolve) => wx.requestPayment({
    timeStamp: '1', nonceStr: 'n', package: 'prepay_id=none', paySign: 's',
    complete: () => resolve(${ask('T-bill')}),
  }))`;
  expect(await device.outcome(source)).toMatchObject({ 'T-bill': 'accept' });
});
