import { type AutomatorPage, type PhoneUnderTest, startPhoneUnderTest } from './testing/phoneUnderTest';

jest.setTimeout(120_000);

interface Elemental {
  input(value: string): Promise<void>;
  tap(): Promise<void>;
  slideTo(value: number): Promise<void>;
  value(): Promise<unknown>;
  property(name: string): Promise<unknown>;
  text(): Promise<string>;
}

let device: PhoneUnderTest;
let page: AutomatorPage;

beforeAll(async () => {
  device = await startPhoneUnderTest('native');
});

beforeEach(async () => {
  page = await device.open('/pages/forms/forms');
});

afterAll(() => device?.stop());

const element = async (selector: string) => (await page.$(selector)) as unknown as Elemental;
const log = async () => (await element('.log')).text();

test('an input shows its value and tells what is written', async () => {
  const name = await element('.name');
  expect(await name.value()).toBe('初');
  await name.input('张三');
  expect(await log()).toBe('input "张三"');
});

test('an input takes no more than its maxlength', async () => {
  await (await element('.name')).input('一二三四五');
  expect(await log()).toBe('input "一二三四"');
});

test('what a handler returns takes the place of what was written', async () => {
  const upper = await element('.upper');
  await upper.input('abc');
  expect(await upper.value()).toBe('ABC');
});

test('real keys reach an input, Enter confirms and leaves it', async () => {
  await device.phone.page.click('.name');
  expect(await log()).toBe('focus "初"');
  await device.phone.page.keyboard.press('End');
  await device.phone.page.keyboard.type('x');
  expect(await log()).toBe('input "初x"');
  await device.phone.page.keyboard.press('Enter');
  expect((await page.data('events')) as string[]).toEqual(['focus', 'input', 'confirm', 'blur']);
});

test('a textarea tells what is written', async () => {
  await (await element('.note')).input('第一行\n第二行');
  expect(await log()).toBe('note "第一行\\n第二行"');
});

test('a switch turns with a tap', async () => {
  const urgent = await element('.urgent');
  await urgent.tap();
  expect(await log()).toBe('switch true');
  expect(await urgent.property('checked')).toBe(true);
});

test('boxes tell all that are chosen, and a label chooses its box', async () => {
  await (await element('.box-a')).tap();
  expect(await log()).toBe('boxes ["a","b"]');
  await device.phone.page.click('.label-a >> text=甲');
  expect(await log()).toBe('boxes ["b"]');
});

test('one radio at a time', async () => {
  await (await element('.radio-x')).tap();
  await (await element('.radio-y')).tap();
  expect(await log()).toBe('radio "y"');
});

test('a slider slides', async () => {
  const slider = await element('.slider');
  expect(await slider.value()).toBe(30);
  await slider.slideTo(66);
  expect(await log()).toBe('slider 66');
});

test('a picker opens its wheels and gives the place chosen', async () => {
  await device.phone.page.click('.picked');
  await device.phone.page.click('.wheel-row >> text=气');
  await device.phone.page.click('.wheels-confirm');
  expect(await log()).toBe('picker "2"');
  expect(await (await element('.picked')).text()).toBe('气');
});

test('a date picker knows how long months are', async () => {
  await (await element('.day')).tap();
  const days = device.phone.page.locator('.wheel').nth(2).locator('.wheel-row');
  expect(await days.count()).toBe(28);
  await device.phone.page.locator('.wheel').nth(1).locator('text="3月"').click();
  await device.phone.page.click('.wheels-confirm');
  expect(await log()).toBe('day "2026-03-28"');
});

test('a time picker gives hh:mm', async () => {
  await (await element('.time')).tap();
  await device.phone.page.click('.wheels-confirm');
  expect(await log()).toBe('time "08:30"');
});

test('a form gathers its fields by name', async () => {
  await (await element('.name')).input('李四');
  await (await element('.radio-x')).tap();
  await (await element('.submit')).tap();
  const submitted = JSON.parse((await log()).replace(/^submit /, '')) as object;
  expect(submitted).toEqual({
    name: '李四',
    note: '',
    urgent: false,
    boxes: ['b'],
    radio: 'x',
    slider: 30,
    picker: 1,
    day: '2026-02-28',
    rating: 3,
  });
});

test('a component is told when it is ready, and finds its nodes without a node of its own', async () => {
  await device.phone.page.waitForFunction(`document.querySelector('.measured').textContent !== '0'`);
  expect(await (await element('.measured')).text()).toBe('20');
});

test('a reset empties the fields', async () => {
  await (await element('.name')).input('李四');
  await (await element('.reset')).tap();
  expect(await log()).toBe('reset null');
  expect(await (await element('.name')).value()).toBe('');
});
