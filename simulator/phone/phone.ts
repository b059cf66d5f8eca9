import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { AutomationServer } from '../devtools/automation/server';
import { acquireBrowser, releaseBrowser } from './browser';
import type { PageLink } from './server/pageLink';
import { PhoneServer } from './server/server';
import { logIn, type Session } from './server/session';

export interface PhoneOptions {
  /** The local cloud's address for phones, as `startCloud` gives it. */
  readonly gatewayUrl: string;
  /** Whose phone it is. */
  readonly openid: string;
  /** Where the real miniprogram-automator connects; 0, the default, takes a free port. */
  readonly automatorPort?: number;
  /** The folder of the built mini-program; `dist/miniprogram` by default. */
  readonly miniprogram?: string;
  /** Size of the screen in CSS pixels; 375 × 812 by default. */
  readonly screen?: { readonly width: number; readonly height: number };
}

export interface Phone {
  /** The phone's page, for a browser. */
  readonly url: string;
  /** For `automator.connect({ wsEndpoint })`. */
  readonly automatorUrl: string;
  readonly session: Session;
  /** The page in the headless browser: real mouse, touch and keyboard. */
  readonly page: Page;
  readonly link: PageLink;
  stop(): Promise<void>;
}

/** Switches a phone on: logs in, opens the mini-program in a headless browser, and waits until its first page is shown. */
export async function startPhone(options: PhoneOptions): Promise<Phone> {
  const session = await logIn(options.gatewayUrl, options.openid);
  const miniprogram = options.miniprogram ?? join(process.cwd(), 'dist', 'miniprogram');
  const server = new PhoneServer({ gatewayUrl: options.gatewayUrl, session, miniprogram });
  const url = await server.start();
  const browser = await acquireBrowser();
  const context = await browser.newContext({
    viewport: options.screen ?? { width: 375, height: 812 },
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  const automation = new AutomationServer(server.link, async () =>
    (await page.screenshot()).toString('base64'),
  );
  const stop = async () => {
    await automation.stop();
    await context.close();
    await releaseBrowser();
    await server.stop();
  };
  try {
    await opened(page, url, server.link);
    const automatorUrl = await automation.start(options.automatorPort ?? 0);
    return { url, automatorUrl, session, page, link: server.link, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Milliseconds a mini-program may take until its first page; a broken one never gets there. */
const patience = 20_000;

async function opened(page: Page, url: string, link: PageLink): Promise<void> {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  const ready = link.once('Phone.ready');
  await page.goto(url);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () =>
        reject(new Error(`the mini-program opened no page: ${faults.join('\n') || 'no error was reported'}`)),
      patience,
    );
  });
  await Promise.race([ready, late]).finally(() => clearTimeout(timer));
}
