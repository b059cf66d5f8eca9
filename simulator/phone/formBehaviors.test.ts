import { type AutomatorPage, type PhoneUnderTest, startPhoneUnderTest } from './testing/phoneUnderTest';

jest.setTimeout(120_000);

let device: PhoneUnderTest;
let page: AutomatorPage;
const told = async () => (await page.$('.told'))!.text();
const tapIn = async (component: string, selector: string) =>
  (await (await page.$(component))!.$(selector))!.tap();

beforeAll(async () => {
  device = await startPhoneUnderTest('extras');
});

afterAll(() => device?.stop());

beforeEach(async () => {
  page = await device.open('/pages/form/form');
});

test('a button of a component submits the form around it if the component says so', async () => {
  await tapIn('#sealed', '.sealed-button');
  await tapIn('#group', '.group-button');
  expect(await told()).toBe('');
  await tapIn('#send', '.send-button');
  expect(await told()).not.toBe('');
});

test('a form sees its own fields, those in slots, and those of components that say so', async () => {
  await tapIn('#send', '.send-button');
  expect(JSON.parse(await told())).toEqual({ own: '自己', slotted: '槽里', grouped: '看得见' });
});

test('reset reaches the same fields', async () => {
  const grouped = (await (await page.$('#group'))!.$('.grouped')) as unknown as {
    input(text: string): Promise<void>;
  };
  await grouped.input('改了');
  await tapIn('#reset', '.send-button');
  expect(await told()).toBe('清了');
  await tapIn('#send', '.send-button');
  expect(JSON.parse(await told()).grouped).toBe('');
});
