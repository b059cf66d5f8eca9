import { type PhoneUnderTest, startPhoneUnderTest } from './testing/phoneUnderTest';

jest.setTimeout(120_000);

/** The commands of the protocol that answer here, and those refused by name: 45 in all. */
const answered = [
  'Tool.getInfo Tool.close Tool.stopAudits Tool.native',
  'App.getPageStack App.getCurrentPage App.callWxMethod App.mockWxMethod App.callFunction App.addBinding App.enableLog App.captureScreenshot App.exit',
  'Page.getElement Page.getElements Page.getElementByXpath Page.getElementsByXpath Page.getData Page.setData Page.callMethod Page.getWindowProperties',
  'Element.getElement Element.getElements Element.getDOMProperties Element.getAttributes Element.getProperties Element.getStyles Element.getOffset Element.getWXML',
  'Element.tap Element.triggerEvent Element.touchstart Element.touchmove Element.touchend Element.dispatchEvent Element.callFunction',
  'Element.getData Element.setData Element.callMethod',
].flatMap((line) => line.split(' '));
const refused = ['enableRemoteDebug', 'getTestAccounts', 'getTicket', 'setTicket', 'refreshTicket']
  .map((name) => `Tool.${name}`)
  .concat('Element.callContextMethod');

let device: PhoneUnderTest;

beforeAll(async () => {
  device = await startPhoneUnderTest('native');
});

afterAll(() => device?.stop());

/** Sends one command as the client does, past its comforts. */
async function send(method: string, params: object = {}): Promise<{ result?: unknown; error?: string }> {
  const { connection } = device.miniProgram as unknown as {
    connection: { send(method: string, params: object): Promise<unknown> };
  };
  try {
    return { result: await connection.send(method, params) };
  } catch (error) {
    return { error: (error as Error).message };
  }
}

test('forty-five commands', () => {
  expect(answered.length + refused.length).toBe(45);
});

test.each(answered.filter((method) => !/close|exit|captureScreenshot/.test(method)))(
  '%s is known',
  async (method) => {
    expect((await send(method, { names: [] })).error ?? '').not.toContain(`${method} is not supported`);
  },
);

test.each([...refused, 'App.makeCoffee'])('%s is refused by name', async (method) => {
  expect(await send(method)).toEqual({ error: `${method} is not supported by the simulator` });
});

test('elements and pages that are gone are named', async () => {
  expect(await send('Element.tap', { elementId: 'e999' })).toEqual({ error: 'no such element: e999' });
  expect(await send('Page.getData', { pageId: 999 })).toEqual({ error: 'no such page: 999' });
});

test('a tap on what was taken away since it was found is refused, not lost', async () => {
  const page = await device.open('/pages/lists/lists');
  const row = (await page.$('#row29'))!;
  await row.tap();
  await page.setData({ rows: [1, 2, 3] });
  await expect(row.tap()).rejects.toThrow('the element is no longer on the page');
});

test('an element tells its offset, wxml, styles and attributes', async () => {
  const page = await device.open('/pages/api/api');
  const element = (await page.$('#measured'))!;
  expect(await element.offset()).toEqual({ left: 0, top: 30 });
  expect(await element.attribute('class')).toBe('measured');
  expect(await element.outerWxml()).toMatch(
    /^<view id="measured" class="measured"|^<view [^>]*id="measured"/,
  );
  expect(await element.property('class')).toBeDefined();
});

test('touches and other events reach handlers with their detail', async () => {
  const page = await device.open('/pages/lists/lists');
  const swiper = (await page.$('.swiper'))!;
  await swiper.trigger('change', { current: 2, source: 'touch' });
  expect(await page.data('events')).toContain('swipe [2,"touch"]');
});

test('audits give data and a report', async () => {
  await device.open('/pages/first/first');
  const audit = (await device.miniProgram.stopAudits()) as {
    page: string;
    tree: { nodes: number };
    setData: { calls: number };
  };
  expect(audit.page).toBe('pages/first/first');
  expect(audit.tree.nodes).toBeGreaterThan(20);
  expect(audit.setData.calls).toBeGreaterThan(0);
});

test('a client that leaves does not switch the phone off', async () => {
  await device.miniProgram.evaluate('() => 1');
  expect(await send('Tool.close')).toEqual({ result: {} });
  expect(await send('App.exit')).toEqual({ result: {} });
  expect((await device.top()).path).toBe('pages/first/first');
});
