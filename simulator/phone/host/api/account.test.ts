import { type PhoneWithCloud, startPhoneWithCloud } from '../../testing/phoneWithCloud';

jest.setTimeout(120_000);

let device: PhoneWithCloud;

beforeAll(async () => {
  device = await startPhoneWithCloud();
});

beforeEach(() => device.home());

afterAll(() => device.stop());

test('the phone number comes as a code that only the cloud can read', async () => {
  await device.phone.page.click('.phone-number');
  const { phone } = device.cloud.rooms.users.list()[0]!;
  expect(await device.phone.page.textContent('.system-choice b')).toBe(
    `${phone.slice(0, 3)}****${phone.slice(-4)}`,
  );
  await device.phone.page.click('.system-button >> text=/^允许/');
  const { code, ...told } = (await device.told()) as { code: string };
  expect(told).toEqual({ errMsg: 'getPhoneNumber:ok' });
  expect(code).toMatch(/^\w{20,}$/);
});

test('who does not give the number gives no code', async () => {
  await device.control.answerNext('getPhoneNumber', 'deny');
  await device.phone.page.click('.phone-number');
  expect(await device.told()).toEqual({ errMsg: 'getPhoneNumber:fail user deny' });
});

test('the chosen avatar is a file of the phone that can be shown', async () => {
  await device.phone.page.click('.avatar');
  await device.phone.page.click('.avatar-tile');
  const { avatarUrl } = (await device.told()) as { avatarUrl: string };
  expect(avatarUrl).toMatch(/^http:\/\/tmp\/\w+\.jpg$/);
  await device.outcome(
    `Promise.resolve(getCurrentPages()[0].setData({ outcome: '', picture: '${avatarUrl}' }))`,
  );
  expect(await device.told()).toEqual({ width: 1200, height: 1600 });
});

test('the nickname is offered over the keyboard', async () => {
  await device.phone.page.click('.nickname');
  // A slow finger: what ends the offer of the field left before must not end this one.
  await new Promise((resolve) => setTimeout(resolve, 400));
  await device.phone.page.click('.nickname-choice');
  const { nickname } = device.cloud.rooms.users.list()[0]!;
  expect(await device.told()).toMatchObject({ value: nickname });
});

test('login gives a code, and the session holds', async () => {
  expect(await device.outcome('wx.login()')).toEqual({
    errMsg: 'login:ok',
    code: expect.stringMatching(/^\w{33}$/),
  });
  expect(await device.outcome('wx.checkSession()')).toEqual({ errMsg: 'checkSession:ok' });
});

test('customer service says that nobody is there', async () => {
  await device.phone.page.click('.contact');
  expect(await device.control.asked('contact')).toMatchObject({ details: { sessionFrom: 'bill' } });
  await device.phone.page.click('.system-back');
  expect(await device.told()).toMatchObject({ errMsg: 'enterContact:ok' });
});
