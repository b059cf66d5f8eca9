import type { OwnerPhone } from './ownerPhone';

/** What somebody does with a report's page beyond tapping and writing. */

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** The album has three pictures; each may be chosen more than once. */
export async function takesPhotos(by: OwnerPhone, count: number): Promise<void> {
  const places = Array.from({ length: count }, (_, place) => place % 3);
  await by.control.answerNext('chooseMedia', places);
  await (await (await by.page())?.$('#photo-add'))?.tap();
}

/** Waits until so many photos are shown and none is on its way. */
export async function uploaded(by: OwnerPhone, count: number): Promise<void> {
  for (let look = 0; look < 300; look += 1) {
    const page = await by.page();
    const [all, onTheWay] = [await page?.$$('.photos__picture'), await page?.$$('.photos__state')];
    if (all?.length === count && onTheWay?.length === 0) return;
    await pause(100);
  }
  throw new Error('the photos did not arrive');
}

/** Holds the button for a good second. */
export async function says(by: OwnerPhone): Promise<void> {
  await by.sees('按住说话');
  const button = await (await by.page())?.$('#hold-to-talk');
  const touch = { identifier: 1, pageX: 200, pageY: 300 };
  await button?.touchstart({ touches: [touch], changeTouches: [touch] });
  await by.sees('松手结束 0:01');
  await button?.touchend({ touches: [], changeTouches: [touch] });
}

/** Plays what was said, to its end: the button says so while it sounds. */
export async function hears(by: OwnerPhone): Promise<void> {
  const button = await (await by.page())?.$('.voice__play');
  const label = async () => String(await button?.attribute('aria-label'));
  expect(await label()).toMatch(/播放录音，\d+ 秒/);
  await button?.tap();
  let hasSounded = false;
  for (let look = 0; look < 400; look += 1) {
    const isPlaying = (await label()) === '停止播放';
    hasSounded ||= isPlaying;
    if (hasSounded && !isPlaying) break;
    await pause(20);
  }
  expect(hasSounded).toBe(true);
  expect(await button?.text()).toMatch(/^0:0\d$/);
}

/** What stands in a field. */
export async function written(by: OwnerPhone, id: string): Promise<string> {
  const field = await (await by.page())?.$(`#${id}`);
  return String(await field?.property('value'));
}

/** Where the screen asks what nobody is sure of, it is answered; where it asks nothing, the report is on its way or has left the page. */
export async function settles(by: OwnerPhone, question: string): Promise<void> {
  const report = await by.page();
  for (let look = 0; look < 300; look += 1) {
    const screen = await by.screen();
    if (screen.includes(question)) break;
    if (/正在(提交|上传)/.test(screen) || (await by.page())?.path !== report?.path) return;
    await pause(100);
  }
  if (!(await by.screen()).includes(question)) return;
  await by.taps('一般');
  await by.taps('其他');
  await submits(by);
}

/** The button of the sheet, not the one below it. */
export async function submits(by: OwnerPhone): Promise<void> {
  await by.phone.page.click('.slide__footer >> text="提交"');
}
