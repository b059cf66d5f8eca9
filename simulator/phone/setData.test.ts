import { type PhoneUnderTest, startPhoneUnderTest } from './testing/phoneUnderTest';

jest.setTimeout(120_000);

let device: PhoneUnderTest;

beforeAll(async () => {
  device = await startPhoneUnderTest('extras');
});

afterAll(() => device?.stop());

test('a property set to the object it has does not call its observer again', async () => {
  const page = await device.open('/pages/echo/echo');
  const echo = (await page.$('#echo'))!;
  expect(await (await echo.$('.rows'))!.text()).toBe('1 见1');
  await page.setData({ rows: [{ name: '二' }, { name: '三' }] });
  expect(await (await echo.$('.rows'))!.text()).toBe('2 见2');
});

test('a change of this.data alone is not drawn with the next setData of something else', async () => {
  const page = await device.open('/pages/echo/echo');
  await page.callMethod('change');
  expect(await page.data('rows')).toEqual([{ name: '改' }]);
  expect(await (await page.$('.drawn'))!.text()).toBe('一');
});
