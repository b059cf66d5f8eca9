import automator from 'miniprogram-automator';
import type { Phone } from '../../../simulator/phone/phone';
import { mustPassAudits } from '../audits';
import type { MiniProgram, Page } from '../miniProgram';

type Element = NonNullable<Awaited<ReturnType<Page['$']>>>;

/** Milliseconds until what one waits for must be there: how fast the machine is decides, never what is waited for. */
const patience = 30_000;
/** Whatever can be tapped, by what is written on it. A button that is off swallows the tap: it is waited for until it is on. */
const tappable = [
  '.button',
  '.row',
  '.link',
  '.choice__option',
  '.tiles__tile',
  '.offline__retry',
  '.home-bar__care',
  '.home-bar__home',
  '.page__back',
  '.bills__bill',
  '.care-pay',
  '.care-row',
  '.reminders__more',
  '.pills__pill',
  '.report__chip',
  '.photos__state',
];

/** A person at the phone: reads the screen, taps what is written there; through the real miniprogram-automator. */
export class OwnerPhone {
  private constructor(
    readonly phone: Phone,
    readonly miniProgram: MiniProgram,
  ) {}

  static async open(phone: Phone): Promise<OwnerPhone> {
    return new OwnerPhone(phone, await automator.connect({ wsEndpoint: phone.automatorUrl }));
  }

  get control() {
    return this.phone.control;
  }

  /** All that is written on the page that is on top. */
  async screen(): Promise<string> {
    const root = await (await this.page())?.$('.page');
    return (await root?.text()) ?? '';
  }

  async page(): Promise<Page | undefined> {
    return (await this.miniProgram.currentPage()) ?? undefined;
  }

  /** Waits until all of this is written; throws with what is written instead. */
  async sees(...texts: readonly string[]): Promise<string> {
    const last = await this.until(async () => {
      const screen = await this.screen();
      return texts.every((text) => screen.includes(text)) ? screen : undefined;
    });
    if (last === undefined) throw new Error(`not seen: ${texts.join(', ')}; seen: ${await this.screen()}`);
    return last;
  }

  /** Waits until this is no more written. */
  async sawLast(text: string): Promise<void> {
    const gone = await this.until(async () => ((await this.screen()).includes(text) ? undefined : true));
    if (!gone) throw new Error(`still there: ${text}; seen: ${await this.screen()}`);
  }

  /** Waits until something that can be tapped says this. What was drawn anew between finding and tapping it is found again. */
  async taps(text: string): Promise<void> {
    const tapped = await this.until(async () => {
      const found = await this.find(text);
      await found?.tap();
      return found;
    });
    if (!tapped) throw new Error(`nothing to tap says ${text}; seen: ${await this.screen()}`);
  }

  /** Waits until there is something of this class, where there are no words to tap by; taps the first. */
  async tapsOn(selector: string): Promise<void> {
    const tapped = await this.until(async () => {
      const found = await (await this.page())?.$(selector);
      await found?.tap();
      return found ?? undefined;
    });
    if (!tapped) throw new Error(`nothing is ${selector}; seen: ${await this.screen()}`);
  }

  /** Waits until one of a few has this name, where other things on the page say the same. */
  async chooses(name: string): Promise<void> {
    const chosen = await this.until(async () => {
      for (const option of (await (await this.page())?.$$('.choice__option')) ?? []) {
        if ((await option.text()) !== name) continue;
        await option.tap();
        return option;
      }
      return undefined;
    });
    if (!chosen) throw new Error(`no option ${name}; seen: ${await this.screen()}`);
  }

  async writes(id: string, text: string): Promise<void> {
    const field = await this.until(async () => (await (await this.page())?.$(`#${id}`)) ?? undefined);
    if (!field) throw new Error(`no field ${id}; seen: ${await this.screen()}`);
    await (field as Element & { input(value: string): Promise<void> }).input(text);
  }

  /** Waits until so many pictures were put into the album. */
  async keepsPictures(count: number): Promise<void> {
    const kept = await this.until(async () => {
      const { picturesAdded } = await this.control.device();
      return picturesAdded >= count ? picturesAdded : undefined;
    });
    if (kept !== count) throw new Error(`${kept ?? 0} pictures are in the album, not ${count}`);
  }

  /** Answers WeChat's own question by its button. */
  async confirms(button: string): Promise<void> {
    await this.phone.page.click(`.modal-buttons >> text="${button}"`);
  }

  /** Goes to a page, as a message or a code would lead there. */
  async visits(url: string): Promise<void> {
    await this.miniProgram.callWxMethod('reLaunch', { url });
    const wanted = url.replace(/^\//, '').replace(/\?.*$/, '');
    const there = await this.until(async () => ((await this.page())?.path === wanted ? true : undefined));
    if (!there) throw new Error(`${url} did not come to the top`);
  }

  /** What is on top, by its path; waits for it. */
  async isOn(path: string): Promise<void> {
    const there = await this.until(async () => ((await this.page())?.path === path ? true : undefined));
    if (!there) throw new Error(`${path} is not on top, but ${(await this.page())?.path}`);
  }

  /** Networks are cut on purpose, and a machine taps faster than a person: failed calls and their rate say nothing here. */
  async close(): Promise<void> {
    try {
      await mustPassAudits(this.miniProgram, ['failedCalls', 'setDataRate']);
    } finally {
      this.miniProgram.disconnect();
      await this.phone.stop();
    }
  }

  private async find(text: string): Promise<Element | undefined> {
    const page = await this.page();
    let isWaitedFor = false;
    for (const selector of tappable) {
      for (const element of (await page?.$$(selector)) ?? []) {
        if (!(await element.text()).includes(text)) continue;
        if (!String(await element.attribute('class')).includes('button--off')) return element;
        isWaitedFor = true;
      }
      // A row that says the same as a button that is off is not what is meant.
      if (isWaitedFor) return undefined;
    }
    return undefined;
  }

  private async until<T>(look: () => Promise<T | undefined>): Promise<T | undefined> {
    const end = Date.now() + patience;
    for (;;) {
      // A page that is just going answers nothing.
      const found = await look().catch(() => undefined);
      if (found !== undefined || Date.now() > end) return found;
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  }
}
