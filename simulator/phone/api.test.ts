import { type PhoneUnderTest, startPhoneUnderTest } from './testing/phoneUnderTest';

jest.setTimeout(120_000);

let device: PhoneUnderTest;

beforeAll(async () => {
  device = await startPhoneUnderTest('native');
});

beforeEach(() => device.open('/pages/api/api'));

afterAll(() => device?.stop());

const call = (method: string, ...args: unknown[]) => device.miniProgram.callWxMethod(method, ...args);

/** Runs in the mini-program: what a promise gives, or what it refuses with. */
async function outcome(source: string): Promise<unknown> {
  const answer = (await device.phone.link.ask('App.callFunction', {
    functionDeclaration: `async () => { try { return await (${source}) } catch (error) { return error } }`,
    args: [],
  })) as { result: unknown };
  return answer.result;
}

test('storage keeps what JSON keeps', async () => {
  await call('setStorageSync', 'who', { name: '甲', list: [1] });
  expect(await call('getStorageSync', 'who')).toEqual({ name: '甲', list: [1] });
  expect(await call('getStorage', { key: 'who' })).toEqual({
    data: { name: '甲', list: [1] },
    errMsg: 'getStorage:ok',
  });
  await call('removeStorageSync', 'who');
  expect(await call('getStorageSync', 'who')).toBe('');
  expect(await outcome(`wx.getStorage({ key: 'who' })`)).toEqual({
    errMsg: 'getStorage:fail data not found',
  });
});

test('one entry of storage holds 1 MB at most', async () => {
  expect(await outcome(`wx.setStorage({ key: 'big', data: 'x'.repeat(1024 * 1024 + 1) })`)).toEqual({
    errMsg: 'setStorage:fail entry size limit reached',
  });
});

test('all entries of storage together hold 10 MB at most', async () => {
  const filled = await outcome(`(() => {
    for (let place = 0; place < 12; place += 1) {
      try { wx.setStorageSync('part' + place, 'x'.repeat(1000 * 1000)); }
      catch ({ message }) {
        const { keys, limitSize } = wx.getStorageInfoSync();
        for (const key of keys.filter((one) => one.startsWith('part'))) wx.removeStorageSync(key);
        return { place, message, limitSize };
      }
    }
  })()`);
  expect(filled).toEqual({
    place: 10,
    message: 'setStorageSync:fail exceed storage max size 10Mb',
    limitSize: 10240,
  });
});

test('callbacks and promises: a call with callbacks gives no promise', async () => {
  expect(await outcome(`typeof wx.getStorage({ key: 'none', fail() {} })`)).toBe('undefined');
  expect(
    await outcome(`new Promise((resolve) => wx.getStorage({ key: 'none', complete: resolve }))`),
  ).toEqual({
    errMsg: 'getStorage:fail data not found',
  });
});

test('a modal waits for its answer', async () => {
  const page = await device.top();
  await (await page.$('.ask'))!.tap();
  await device.phone.page.click('.modal-button >> text=确定');
  await device.phone.page.waitForSelector('.answer >> text=是');
});

test('a modal stands in the way of what lies below', async () => {
  const page = await device.top();
  await (await page.$('.ask'))!.tap();
  await expect(device.phone.page.click('.ask', { timeout: 300 })).rejects.toThrow(
    'intercepts pointer events',
  );
  await device.miniProgram.native().cancelModal();
  await device.phone.page.waitForSelector('.answer >> text=否');
});

test('an action sheet gives the place tapped, or a cancel', async () => {
  const chosen = outcome(`wx.showActionSheet({ itemList: ['甲', '乙'] })`);
  await device.phone.page.click('.sheet-item >> text=乙');
  expect(await chosen).toEqual({ tapIndex: 1, errMsg: 'showActionSheet:ok' });
  const given = outcome(`wx.showActionSheet({ itemList: ['甲'] })`);
  await device.phone.page.click('.sheet-cancel');
  expect(await given).toEqual({ errMsg: 'showActionSheet:fail cancel' });
});

test('a toast goes, a loading stays', async () => {
  await call('showToast', { title: '好', duration: 50 });
  expect(await device.phone.page.textContent('.toast-title')).toBe('好');
  await device.phone.page.waitForSelector('.toast', { state: 'detached' });
  await call('showLoading', { title: '等' });
  await device.phone.page.waitForTimeout(80);
  expect(await device.phone.page.textContent('.toast-title')).toBe('等');
  await call('hideLoading');
});

test('a selector query gives places below the navigation bar', async () => {
  const rect = await outcome(
    `new Promise((resolve) => wx.createSelectorQuery().select('#measured').boundingClientRect().exec(([one]) => resolve(one)))`,
  );
  expect(rect).toMatchObject({
    id: 'measured',
    dataset: { name: '量' },
    top: 30,
    left: 0,
    width: 120,
    height: 50,
  });
});

test('wx.cloud calls a function as this user', async () => {
  const called = await outcome(`(wx.cloud.init(), wx.cloud.callFunction({ name: 'echo', data: { a: 1 } }))`);
  expect(called).toMatchObject({ result: { a: 1 }, errMsg: 'cloud.callFunction:ok' });
  expect(device.cloud.calls).toContainEqual({ name: 'echo', data: { a: 1 } });
});

test('a refusal of the cloud keeps its code', async () => {
  expect(await outcome(`(wx.cloud.init(), wx.cloud.callFunction({ name: 'missing' }))`)).toMatchObject({
    errCode: -501000,
  });
});

test('an interface that is not built fails by its name', async () => {
  expect(await outcome('wx.startBeaconDiscovery({ uuids: [] })')).toEqual({
    errMsg: 'startBeaconDiscovery:fail not supported by the simulator',
  });
  expect(await outcome('wx.createLivePusherContext()')).toMatchObject({
    message: 'wx.createLivePusherContext is not supported by the simulator',
  });
  expect(await outcome(`wx.canIUse('startBeaconDiscovery')`)).toBe(false);
  expect(await outcome(`wx.canIUse('showToast')`)).toBe(true);
});

test('a mock stands in for an interface until it is restored', async () => {
  await device.miniProgram.mockWxMethod('getClipboardData', { data: '假', errMsg: 'getClipboardData:ok' });
  expect(await call('getClipboardData')).toMatchObject({ data: '假' });
  await device.miniProgram.restoreWxMethod('getClipboardData');
  await call('setClipboardData', { data: '真' });
  expect(await call('getClipboardData')).toMatchObject({ data: '真' });
});

test('a function of the test can be called from the mini-program', async () => {
  const heard = new Promise((resolve) => void device.miniProgram.exposeFunction('tellTest', resolve));
  await device.phone.page.waitForFunction('typeof tellTest === "function"');
  await device.miniProgram.evaluate(`() => tellTest({ a: 1 })`);
  expect(await heard).toEqual({ a: 1 });
});

test('console output reaches those who listen', async () => {
  const heard = new Promise<{ args: unknown[] }>((resolve) => device.miniProgram.on('console', resolve));
  await device.miniProgram.evaluate(`() => console.log('说', { a: 1 })`);
  expect((await heard).args).toEqual(['说', { a: 1 }]);
});

test('XPath finds elements by their tags', async () => {
  const page = await device.top();
  expect(await (await page.xpath('//button'))?.attribute('class')).toBe('ask');
});

test('a screenshot is a picture', async () => {
  const data = (await device.miniProgram.screenshot()) as string;
  expect(Buffer.from(data, 'base64').subarray(1, 4).toString()).toBe('PNG');
});
