import type { Page } from 'playwright-core';

export interface At {
  readonly x: number;
  readonly y: number;
}

/** The middle of the first node that matches, on the screen, moved by some pixels. */
export async function middleOf(page: Page, selector: string, by: At = { x: 0, y: 0 }): Promise<At> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`${selector} is not on the screen`);
  return { x: box.x + box.width / 2 + by.x, y: box.y + box.height / 2 + by.y };
}

/** A real mouse that is pressed, moved and let go. */
export async function dragMouse(page: Page, from: At, by: At): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2);
  await page.mouse.move(from.x + by.x, from.y + by.y);
  await page.mouse.up();
}

/** Real fingers: each step says where all of them are. */
export async function touch(page: Page, steps: readonly (readonly At[])[]): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', fingers: readonly At[]) =>
    browser.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: fingers.map((finger, id) => ({ ...finger, id })),
    });
  const [first = [], ...rest] = steps;
  await send('touchStart', first);
  for (const fingers of rest) await send('touchMove', fingers);
  await send('touchEnd', []);
  await browser.detach();
}
