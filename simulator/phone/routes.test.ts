import { type PhoneUnderTest, startPhoneUnderTest } from './testing/phoneUnderTest';

jest.setTimeout(120_000);

let device: PhoneUnderTest;

beforeAll(async () => {
  device = await startPhoneUnderTest('native');
});

beforeEach(async () => {
  await device.open('/pages/first/first');
  await diary();
});

afterAll(() => device?.stop());

const call = (method: string, options: object = {}) => device.miniProgram.callWxMethod(method, options);
const stack = async () => (await device.miniProgram.pageStack()).map((page) => page.path);

/** Life-cycle calls since the last look, as the fixture wrote them down. */
async function diary(): Promise<string[]> {
  const lines = (await device.phone.link.ask('App.callFunction', {
    functionDeclaration: '() => getApp().diary().splice(0)',
    args: [],
  })) as { result: string[] };
  return lines.result;
}

test('navigateTo hides the page below and opens one above it', async () => {
  await call('navigateTo', { url: '/pages/life/life?a=1&b=%E7%94%B2' });
  expect(await stack()).toEqual(['pages/first/first', 'pages/life/life']);
  expect(await diary()).toEqual(['life.onLoad', 'first.onHide']);
  const top = await device.top();
  expect(top.query).toEqual({ a: '1', b: '%E7%94%B2' });
});

test('navigateBack closes it and shows the one below again', async () => {
  await call('navigateTo', { url: '/pages/life/life' });
  await diary();
  await call('navigateBack');
  expect(await stack()).toEqual(['pages/first/first']);
  expect(await diary()).toEqual(['life.onUnload', 'first.onShow']);
  await expect(call('navigateBack')).rejects.toThrow('navigateBack:fail cannot navigate back at first page.');
});

test('redirectTo takes the place of the page', async () => {
  await call('navigateTo', { url: '/pages/life/life' });
  await call('redirectTo', { url: '/pages/forms/forms' });
  expect(await stack()).toEqual(['pages/first/first', 'pages/forms/forms']);
});

test('switchTab keeps tab pages alive and closes the others', async () => {
  await call('navigateTo', { url: '/pages/life/life' });
  await diary();
  await call('switchTab', { url: '/pages/second/second' });
  expect(await stack()).toEqual(['pages/second/second']);
  expect(await diary()).toEqual(['life.onUnload', 'second.onLoad', 'second.onShow']);
  await call('switchTab', { url: '/pages/first/first' });
  expect(await diary()).toEqual(['second.onHide', 'first.onShow']);
});

test('reLaunch closes everything', async () => {
  await call('navigateTo', { url: '/pages/life/life' });
  await diary();
  await call('reLaunch', { url: '/pages/forms/forms' });
  expect(await stack()).toEqual(['pages/forms/forms']);
  expect(await diary()).toEqual(['life.onUnload', 'first.onUnload']);
});

test.each([
  ['navigateTo', '/pages/second/second', 'can not navigateTo a tabbar page'],
  ['redirectTo', '/pages/second/second', 'can not redirectTo a tabbar page'],
  ['switchTab', '/pages/life/life', 'can not switch to no-tabBar page'],
  ['navigateTo', '/pages/none/none', 'page "pages/none/none" is not found'],
  ['reLaunch', '', 'parameter error: parameter.url should be String'],
])('%s to "%s" is refused', async (method, url, reason) => {
  await expect(call(method, { url })).rejects.toThrow(`${method}:fail ${reason}`);
});

test('ten pages at most', async () => {
  for (let depth = 2; depth <= 10; depth += 1) await call('navigateTo', { url: '/pages/life/life' });
  await expect(call('navigateTo', { url: '/pages/life/life' })).rejects.toThrow('page limit exceeded: 10');
  await call('navigateBack', { delta: 20 });
  expect(await stack()).toEqual(['pages/first/first']);
});

test('a subpackage is loaded when it is entered', async () => {
  const requests: string[] = [];
  device.phone.page.on('request', (request) => requests.push(request.url()));
  await call('navigateTo', { url: '/packages/extra/pages/deep/deep' });
  const page = await device.top();
  expect(await (await page.$('.deep'))?.text()).toBe('深 true');
  expect(await (await page.$('.deep'))?.style('color')).toBe('rgb(4, 5, 6)');
  expect(requests.filter((url) => url.includes('/phone/package'))).toHaveLength(1);
});

test('a tap on the tab bar switches and tells the page', async () => {
  await device.phone.page.click('.tab-item:nth-child(2)');
  await device.phone.page.click('.tab-item:nth-child(1)');
  expect(await diary()).toContain('first.onTabItemTap 0 一');
});

test('a navigator goes where it says, relative to its page', async () => {
  await call('switchTab', { url: '/pages/second/second' });
  const second = await device.top();
  await (await second.$('.go'))!.tap();
  await device.phone.page.waitForSelector('.tall');
  expect((await device.top()).path).toBe('pages/life/life');
});

test('a page hears its scrolling, its bottom and a pull', async () => {
  await call('navigateTo', { url: '/pages/life/life' });
  const page = await device.top();
  await device.miniProgram.pageScrollTo(400);
  await device.phone.page.waitForTimeout(50);
  expect(await page.data('scrolls')).toBe(400);
  await device.miniProgram.pageScrollTo(99_999);
  await device.phone.page.waitForTimeout(50);
  expect(await page.data('bottoms')).toBe(1);
  await call('startPullDownRefresh');
  expect(await page.data('refreshes')).toBe(1);
});

test('pages tell each other through the event channel', async () => {
  const arrived = await device.phone.link.ask('App.callFunction', {
    functionDeclaration: `() => new Promise((resolve) => wx.navigateTo({ url: '/pages/life/life', events: { arrived: resolve } }))`,
    args: [],
  });
  expect(arrived).toEqual({ result: { route: 'pages/life/life' } });
});

test('the bars show the page on top', async () => {
  const title = () => device.phone.page.textContent('.navigation-title');
  expect(await title()).toBe('第一页');
  expect(await device.phone.page.isVisible('.tab-bar')).toBe(true);
  await call('navigateTo', { url: '/pages/life/life' });
  expect(await title()).toBe('一生');
  expect(await device.phone.page.isVisible('.tab-bar')).toBe(false);
  await call('setNavigationBarTitle', { title: '改' });
  expect(await title()).toBe('改');
  await device.phone.page.click('.navigation-back');
  expect(await title()).toBe('第一页');
});

test('badges and dots stand on the tab bar', async () => {
  await call('setTabBarBadge', { index: 1, text: '12345' });
  expect(await device.phone.page.textContent('.tab-badge')).toBe('…');
  await call('removeTabBarBadge', { index: 1 });
  expect(await device.phone.page.$('.tab-badge')).toBeNull();
  await expect(call('setTabBarBadge', { index: 9, text: '1' })).rejects.toThrow('tabBar item not found');
});

test('a mini-program opened at an unknown page is told, and shows its entry page', async () => {
  const { page, url, link } = device.phone;
  await page.goto('about:blank');
  const ready = link.once('Phone.ready');
  await page.goto(`${url}#/pages/none/none?a=1`);
  await ready;
  expect(await diary()).toContain('app.onPageNotFound pages/none/none');
  expect(await stack()).toEqual(['pages/first/first']);
});

test('a subpackage is brought in while the page that is likely to lead there is looked at', async () => {
  const { page, url, link } = device.phone;
  await page.goto('about:blank');
  const fetched = page.waitForResponse((response) => response.url().includes('/phone/package?root=packages'));
  const ready = link.once('Phone.ready');
  await page.goto(`${url}#/pages/api/api`);
  await ready;
  expect((await fetched).ok()).toBe(true);
});
