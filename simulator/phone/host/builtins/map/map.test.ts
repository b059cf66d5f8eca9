import { dragMouse, middleOf, touch } from '../../../testing/hands';
import {
  type AutomatorPage,
  type PhoneUnderTest,
  startPhoneUnderTest,
} from '../../../testing/phoneUnderTest';

jest.setTimeout(120_000);

interface Place {
  latitude: number;
  longitude: number;
}

let device: PhoneUnderTest;
let page: AutomatorPage;

beforeAll(async () => {
  device = await startPhoneUnderTest('builtins');
});

beforeEach(async () => {
  page = await device.open('/pages/map/map');
  await heard('updated');
});

afterAll(() => device.stop());

const home = { latitude: 32.0603, longitude: 118.7969 };
const screen = () => device.phone.page;
const ask = (method: string, options?: object) =>
  page.callMethod('ask', method, options ?? {}) as Promise<Record<string, unknown>>;
const center = async () => (await ask('getCenterLocation')) as unknown as Place;
const heard = (text: string) => screen().waitForSelector(`.log >> text=${text}`);
const events = async () => (await page.data('events')) as string[];
const middle = (x = 0, y = 0) => middleOf(screen(), '.estate', { x, y });

test('a map shows the place and the scale it is given', async () => {
  expect(await ask('getCenterLocation')).toEqual({ ...home, errMsg: 'getCenterLocation:ok' });
  expect(await ask('getScale')).toEqual({ scale: 16, errMsg: 'getScale:ok' });
  const { southwest, northeast } = (await ask('getRegion')) as unknown as Record<string, Place>;
  expect(southwest!.latitude).toBeLessThan(home.latitude);
  expect(northeast!.longitude).toBeGreaterThan(home.longitude);
});

test('a map that is given no size has that of WeChat', async () => {
  expect(await (await page.$('.small'))!.size()).toEqual({ width: 300, height: 150 });
});

test('new data moves the map and says so as begin and end', async () => {
  await page.setData({ latitude: 32.07 });
  await heard('region ["end","update"]');
  expect((await center()).latitude).toBeCloseTo(32.07, 6);
  expect(await events()).toEqual(['updated null', 'region ["begin","update"]', 'region ["end","update"]']);
});

test('a mouse drags the ground along', async () => {
  await dragMouse(screen(), await middle(-60, 130), { x: 60, y: -40 });
  await heard('region ["end","drag"]');
  const now = await center();
  expect(now.longitude).toBeLessThan(home.longitude);
  expect(now.latitude).toBeLessThan(home.latitude);
  expect(await events()).toEqual(['updated null', 'region ["begin","gesture"]', 'region ["end","drag"]']);
  const { latitude, longitude } = now;
  expect(await page.callMethod('lastRegion')).toMatchObject({
    scale: 16,
    centerLocation: { latitude, longitude },
  });
});

test('the wheel zooms around the mouse', async () => {
  const { x, y } = await middle();
  await screen().mouse.move(x, y);
  await screen().mouse.wheel(0, -240);
  await heard('region ["end","scale"]');
  expect((await ask('getScale')).scale).toBeGreaterThan(16.2);
  expect((await center()).latitude).toBeCloseTo(home.latitude, 5);
});

test('a map that may be neither moved nor zoomed stays', async () => {
  await page.setData({ movable: false, zoomable: false });
  await dragMouse(screen(), await middle(-60, 130), { x: 60, y: -40 });
  await screen().mouse.wheel(0, -240);
  await heard('region ["end","scale"]');
  expect(await ask('getCenterLocation')).toMatchObject(home);
  expect((await ask('getScale')).scale).toBe(16);
});

test('a real tap says which place was hit', async () => {
  const { x, y } = await middle(0, 0);
  await screen().mouse.click(x, y + 1);
  await heard('tap {');
  expect(await events()).toEqual(['updated null', 'tap {"latitude":32.0603,"longitude":118.7969}']);
});

test('a tap of the automator hits the middle', async () => {
  await (await page.$('.estate'))!.tap();
  expect((await events()).at(-1)).toBe('tap {"latitude":32.0603,"longitude":118.7969}');
});

test('markers, callouts, labels and lines are tapped for themselves', async () => {
  await screen().click('.estate >> .icon >> nth=0');
  expect((await events()).at(-1)).toBe('marker {"markerId":1}');
  await screen().click('.estate >> .callout >> text=二号岗');
  expect((await events()).at(-1)).toBe('callout {"markerId":2}');
  await screen().click('.estate >> .label');
  expect((await events()).at(-1)).toBe('label {"markerId":2}');
  // A place on the second line, between its last two corners.
  const on = (await ask('toScreenLocation', { latitude: 32.0587, longitude: 118.7966 })) as unknown as {
    x: number;
    y: number;
  };
  const corner = await middle(-187.5, -170);
  await screen().mouse.click(corner.x + on.x, corner.y + on.y);
  expect((await events()).at(-1)).toBe('line {"polylineId":1}');
});

test('a tapped marker opens its title, a tap beside it shuts it', async () => {
  const title = screen().locator('.estate >> .callout >> text=一号岗');
  expect(await title.isVisible()).toBe(false);
  await screen().click('.estate >> .icon >> nth=0');
  expect(await title.isVisible()).toBe(true);
  const { x, y } = await middle(-100, 140);
  await screen().mouse.click(x, y);
  expect(await title.isVisible()).toBe(false);
});

test("a callout of the page's own making stands over its marker and is tapped as a callout", async () => {
  const icon = await middleOf(screen(), '.estate >> .icon >> nth=2');
  const callout = await middleOf(screen(), '.own-callout');
  expect(callout.x).toBeCloseTo(icon.x, 0);
  expect(callout.y).toBeLessThan(icon.y - 20);
  await screen().click('.own-callout');
  await heard('callout {"markerId":3}');
});

test('what lies on the map is hit instead of it', async () => {
  await screen().click('.button');
  await heard('region ["end","update"]');
  expect((await events())[1]).toBe('back null');
  expect((await events()).filter((one) => one.startsWith('tap'))).toEqual([]);
});

test('include-points shows all of them', async () => {
  await page.setData({
    included: [
      { latitude: 32.05, longitude: 118.78 },
      { latitude: 32.08, longitude: 118.81 },
    ],
  });
  await heard('region ["end","update"]');
  const { southwest, northeast } = (await ask('getRegion')) as unknown as Record<string, Place>;
  expect(southwest!.latitude).toBeLessThan(32.05);
  expect(northeast!.latitude).toBeGreaterThan(32.08);
  expect(southwest!.longitude).toBeLessThan(118.78);
  expect(northeast!.longitude).toBeGreaterThan(118.81);
});

test('the context fits points with a padding and moves to a place', async () => {
  const points = [home, { latitude: 32.08, longitude: 118.81 }];
  expect(await ask('includePoints', { points, padding: [10] })).toEqual({ errMsg: 'includePoints:ok' });
  expect((await center()).latitude).toBeCloseTo(32.07, 2);
  await ask('moveToLocation', { latitude: 31, longitude: 120 });
  expect(await center()).toMatchObject({ latitude: 31, longitude: 120 });
  expect(await ask('includePoints', {})).toEqual({
    errMsg: 'includePoints:fail parameter error: parameter.points should be Array',
  });
});

test('a marker walks to its new place', async () => {
  const before = await middleOf(screen(), '.estate >> .icon >> nth=0');
  const destination = { latitude: 32.0605, longitude: 118.7984 };
  await page.callMethod('moveMarker', {
    markerId: 1,
    destination,
    autoRotate: false,
    rotate: 90,
    duration: 80,
  });
  const after = await middleOf(screen(), '.estate >> .icon >> nth=0');
  expect(after.x).toBeGreaterThan(before.x + 20);
  expect(await ask('translateMarker', { markerId: 77, destination })).toEqual({
    errMsg: 'translateMarker:fail marker 77 is not found',
  });
});

test('a map shows where the phone is once the person agrees, and goes there', async () => {
  const { link } = device.phone;
  await link.ask('Phone.setPermission', { scope: 'scope.userLocation', allowed: true });
  await link.ask('Phone.setLocation', { latitude: 32.0603, longitude: 118.7985 });
  const dot = screen().locator('.estate >> .here');
  expect(await dot.isVisible()).toBe(false);
  await page.setData({ located: true });
  await dot.waitFor({ state: 'visible' });
  const { x } = await middleOf(screen(), '.estate >> .here');
  expect(x).toBeGreaterThan((await middle()).x + 30);
  await ask('moveToLocation');
  expect((await center()).longitude).toBeCloseTo(118.7985, 6);
});

test('places and points of the screen lead to each other', async () => {
  const point = (await ask('toScreenLocation', home)) as unknown as { x: number; y: number };
  expect(point).toMatchObject({ x: 187.5, y: 170 });
  const place = (await ask('fromScreenLocation', { x: point.x, y: point.y })) as unknown as Place;
  expect(place.latitude).toBeCloseTo(home.latitude, 6);
});

test('a context of no map and a method that is not built fail by name', async () => {
  const answer = await device.miniProgram.evaluate(
    `() => new Promise((resolve) => wx.createMapContext('nobody').getScale({ fail: resolve }))`,
  );
  expect(answer).toEqual({ errMsg: 'getScale:fail no element with the id "nobody" is found' });
  expect(await page.callMethod('absent')).toBe('MapContext.addArc is not supported by the simulator');
});

test('two fingers zoom', async () => {
  const { x, y } = await middle();
  const apart = (pixels: number) => [
    { x: x - pixels, y },
    { x: x + pixels, y },
  ];
  await touch(screen(), [apart(30), apart(45), apart(60)]);
  await heard('region ["end","scale"]');
  expect((await ask('getScale')).scale).toBeCloseTo(17, 1);
});
