import { Harness, li, wang } from './testing/harness';

let harness: Harness;
beforeEach(() => {
  harness = new Harness();
});
afterEach(() => harness.close());

const exchange = (code: unknown, more = {}) => harness.call('phonenumber.getPhoneNumber', { code, ...more });

test('a code gives the number, once', async () => {
  const code = harness.service.phoneCodes.mint(wang);
  expect(code).toMatch(/^[0-9a-f]{64}$/);
  expect(await exchange(code)).toEqual({
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: '13800001234',
      purePhoneNumber: '13800001234',
      countryCode: '86',
      watermark: {
        timestamp: Math.floor(harness.context.clock.now() / 1000),
        appid: harness.context.settings.appid,
      },
    },
  });
  expect(await exchange(code)).toMatchObject({
    errcode: 40029,
    errmsg: expect.stringMatching(/^invalid code rid: /),
  });
});

test('a number of another country carries its code', async () => {
  harness.users.set(wang, { phone: '+852 5123 4567' });
  const answer = await exchange(harness.service.phoneCodes.mint(wang));
  expect(answer.phone_info).toMatchObject({
    phoneNumber: '+85251234567',
    purePhoneNumber: '51234567',
    countryCode: '852',
  });
});

test('a code lives five minutes of business time', async () => {
  const [first, second] = [harness.service.phoneCodes.mint(wang), harness.service.phoneCodes.mint(wang)];
  const { clock } = harness.context;
  clock.set(clock.now() + 5 * 60_000);
  expect((await exchange(first)).errcode).toBe(0);
  clock.set(clock.now() + 1);
  expect((await exchange(second)).errcode).toBe(40029);
});

test.each([undefined, '', 'e31968', 7, null])('code %j is refused', async (code) => {
  expect((await exchange(code)).errcode).toBe(40029);
});

test('a code of somebody else is refused and not used up', async () => {
  const code = harness.service.phoneCodes.mint(wang);
  expect((await exchange(code, { openid: li })).errcode).toBe(40003);
  expect((await exchange(code, { openid: wang })).errcode).toBe(0);
});

test('nobody and a user without a number get no code', () => {
  expect(() => harness.service.phoneCodes.mint('nobody')).toThrow(/no user/);
  expect(() => harness.service.phoneCodes.mint(li)).toThrow(/no phone number/);
});
