import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AutomatorPage,
  type PhoneUnderTest,
  startPhoneUnderTest,
} from '../../../testing/phoneUnderTest';

jest.setTimeout(120_000);

let device: PhoneUnderTest;
let page: AutomatorPage;

beforeAll(async () => {
  device = await startPhoneUnderTest('builtins');
});

beforeEach(async () => {
  page = await device.open('/pages/media/media');
  await device.phone.link.ask('Phone.setPermission', { scope: 'scope.camera', allowed: true });
});

afterAll(() => device.stop());

const screen = () => device.phone.page;
const heard = (text: string) => screen().waitForSelector(`.log >> text="${text}"`);
const events = async () => (await page.data('events')) as string[];
const control = (what: string, method: string, ...args: unknown[]) =>
  page.callMethod('control', what, method, ...args);

test('a film plays to its end and tells the way', async () => {
  await control('film', 'play');
  await heard('film ended');
  expect(await events()).toEqual(['film loadedmetadata', 'film play', 'film ended']);
  expect(await page.callMethod('playedUntil')).toEqual({ currentTime: 1, duration: 1 });
});

test('a film is started, halted and put forward', async () => {
  await screen().click('.film >> .start');
  await heard('film play');
  await control('film', 'pause');
  await heard('film pause');
  await control('film', 'seek', 0.5);
  expect(await page.callMethod('playedUntil')).toEqual({ currentTime: 0.5, duration: 1 });
});

test('a film fills the screen and goes back', async () => {
  await control('film', 'requestFullScreen');
  await heard('film fullscreenchange');
  expect(Number((await (await page.$('.film'))!.size()).height)).toBeGreaterThan(600);
  await control('film', 'exitFullScreen');
  expect((await (await page.$('.film'))!.size()).height).toBe(225);
});

test('stand-ins say that they are none of the real', async () => {
  const text = (selector: string) => screen().locator(selector).first().textContent();
  expect(await text('.film >> .note')).toBe('视频替身，不播放画面和声音');
  expect(await text('.song >> small')).toBe('物业 · 音频替身，没有声音');
  expect(await text('.live >> .stand-in')).toContain('直播替身');
  expect(await text('.ad >> .stand-in')).toContain('模拟器不显示');
  expect(await text('.official >> .stand-in')).toContain('公众号关注组件');
  expect(await text('.editor >> div')).toBe('<editor> is not supported by the simulator');
});

test('a sound and a broadcast are controlled by their contexts', async () => {
  await control('song', 'play');
  await heard('song play');
  await control('song', 'pause');
  await heard('song pause');
  await control('live', 'play');
  await heard('live statechange 2004');
  await control('live', 'stop');
  await heard('live statechange 2006');
});

test('what a context cannot do fails by its name', async () => {
  expect(await control('film', 'sendDanmu', {})).toBe(
    'VideoContext.sendDanmu is not supported by the simulator',
  );
  expect(await control('live', 'snapshot', {})).toBe(
    'LivePlayerContext.snapshot is not supported by the simulator',
  );
});

test('a camera takes the picture of its stand-in scene', async () => {
  expect(await page.callMethod('refused')).toBe('takePhoto:fail no camera is on the page');
  await page.setData({ mode: 'normal' });
  await heard('camera initdone');
  expect(await page.callMethod('take', 'high')).toEqual([720, 960]);
  await heard('photo 720×960');
});

test('a camera asks first; a refusal is told and nothing is seen', async () => {
  await device.phone.link.ask('Phone.setPermission', { scope: 'scope.camera', allowed: false });
  await page.setData({ mode: 'normal' });
  await heard('camera error insertCamera:fail auth deny');
  expect(await events()).not.toContain('camera initdone');
});

test('a camera that reads codes tells what it is shown; no other does', async () => {
  const show = () => device.phone.link.ask('Phone.showCode', { result: 'nuanlin:point:7' });
  await page.setData({ mode: 'normal' });
  await expect(show()).rejects.toThrow('no camera that reads codes is on the screen');
  await page.setData({ mode: 'scanCode' });
  await show();
  await heard('scan qrcode nuanlin:point:7');
  await device.phone.link.ask('Phone.queueScan', { result: 'nuanlin:point:8' });
  await heard('scan qrcode nuanlin:point:8');
});

test('a camera sees the picture that was put into the album', async () => {
  const data = readFileSync(join(__dirname, '../../../fixtures/builtins/images/quarters.png'), 'base64');
  await device.phone.link.ask('Phone.addPicture', { data, type: 'image/png' });
  await page.setData({ mode: 'normal' });
  await heard('camera initdone');
  const corner = await screen().evaluate(() => {
    const canvas = document.querySelector('.camera')?.shadowRoot?.querySelector('canvas');
    return Array.from(canvas?.getContext('2d')?.getImageData(60, 60, 1, 1).data ?? []);
  });
  expect(corner).toEqual([214, 90, 80, 255]);
});

test('a web-view says which page it would open', async () => {
  const shut = await device.open('/pages/shut/shut');
  await screen().waitForSelector('text=https://example.com/notice');
  expect(await shut.data('failed')).toBe('https://example.com/notice');
});
