import { quantile } from '../../../bench/measure';
import type { OwnerPhone } from '../owner/ownerPhone';

/** Milliseconds until it is given up to wait. */
const patience = 30_000;

/**
 * Open pages that move by themselves, step by step. That they do is what a journey says; how soon (B5: two seconds) says as much of the
 * machine and what else runs on it, so it is printed here, and held to by `npm run bench` alone.
 */
export class Moves {
  private readonly taken: { readonly step: string; readonly milliseconds: number }[] = [];

  /**
   * Somebody does a step; this phone, which nobody touches, must show it. All phones live on one machine, so that one clock
   * times both ends: from just before the step is done until the page has what was waited for. `does` gives the beginning where it takes
   * time of its own before the finger is lifted.
   */
  async shows(
    watcher: OwnerPhone,
    step: string,
    texts: readonly string[],
    does: () => Promise<number | undefined>,
  ): Promise<void> {
    const before = await watcher.screen();
    if (texts.every((text) => before.includes(text)))
      throw new Error(`${step}: ${texts.join(', ')} is there already`);
    const moved = await movedAt(watcher, texts);
    const asked = Date.now();
    const begun = (await does()) ?? asked;
    const seen = await moved();
    if (seen === undefined)
      throw new Error(`${step}: not seen by itself: ${texts.join(', ')}; seen: ${await watcher.screen()}`);
    this.taken.push({ step, milliseconds: seen - begun });
  }

  /** Prints in one line how long each took. */
  tell(): void {
    const median = quantile(
      this.taken.map(({ milliseconds }) => milliseconds),
      0.5,
    );
    const each = this.taken.map(({ step, milliseconds }) => `${step} ${milliseconds}`).join(', ');
    process.stderr.write(`moves by itself: median ${median} ms (${each})\n`);
  }
}

/**
 * Watches a phone from now on; what it gives asks for the instant at which all of this is written, undefined where it is not yet when
 * patience has ended. Patience begins with the question: what is done in between may take its own time on a slow machine.
 */
export async function movedAt(
  watcher: OwnerPhone,
  texts: readonly string[],
): Promise<() => Promise<number | undefined>> {
  const { page } = watcher.phone;
  await page.evaluate(watching(texts));
  return () =>
    page.evaluate<number | undefined>(
      `Promise.race([window.moved, new Promise((resolve) => setTimeout(resolve, ${patience}))])`,
    );
}

/** In the phone's page: the instant at which all of this is written. */
function watching(texts: readonly string[]): string {
  return `window.moved = new Promise((resolve) => {
    const texts = ${JSON.stringify(texts)};
    const isThere = () => texts.every((text) => document.body.textContent.includes(text));
    const watcher = new MutationObserver(() => {
      if (!isThere()) return;
      watcher.disconnect();
      resolve(Date.now());
    });
    watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  0`;
}

/** Lifts a finger from this thing on the phone, as a person does; gives the instant. */
export async function touches(phone: OwnerPhone, selector: string): Promise<number> {
  const { page } = phone.phone;
  await page.evaluate(`window.lifted = new Promise((resolve) => {
    addEventListener('pointerup', () => resolve(Date.now()), { capture: true, once: true });
  });
  0`);
  await page.click(selector, { timeout: patience });
  return page.evaluate<number>('window.lifted');
}

/** Lifts a finger from the button that says this. */
export function presses(phone: OwnerPhone, label: string): Promise<number> {
  return touches(phone, `.button:not(.button--off) >> text="${label}"`);
}
