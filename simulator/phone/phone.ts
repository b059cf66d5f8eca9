import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { AutomationServer } from '../devtools/automation/server';
import { acquireBrowser, releaseBrowser } from './browser';
import { PhoneControl } from './control';
import type { PageLink } from './server/pageLink';
import { PhoneServer, type PhoneSettings } from './server/server';
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
  /** Kinds of information the privacy guide declares (host/system/privacyKinds.ts); without a list everything is. */
  readonly privacy?: readonly string[];
  /** What the phone is set to before the mini-program begins; later `control` changes it. */
  readonly settings?: PhoneSettings;
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
  /** The person's answers and the world around the phone. */
  readonly control: PhoneControl;
  stop(): Promise<void>;
}

/** Switches a phone on: logs in, opens the mini-program in a headless browser, and waits until its first page is shown. */
export async function startPhone(options: PhoneOptions): Promise<Phone> {
  const session = await logIn(options.gatewayUrl, options.openid);
  const miniprogram = options.miniprogram ?? join(process.cwd(), 'dist', 'miniprogram');
  const { gatewayUrl, privacy, settings = {} } = options;
  const server = new PhoneServer({
    gatewayUrl,
    session,
    miniprogram,
    ...(privacy ? { privacy } : {}),
    settings: () => settings,
  });
  // Undone in reverse order, at the end or as soon as a step fails: a browser left behind keeps a process alive.
  const undo: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const url = await server.start();
    undo.push(() => server.stop());
    undo.push(releaseBrowser);
    const browser = await acquireBrowser();
    const context = await browser.newContext(deviceOf(options));
    undo.push(() => context.close());
    const page = await context.newPage();
    const automation = new AutomationServer(server.link, async () =>
      (await page.screenshot()).toString('base64'),
    );
    await opened(page, url, server.link);
    const automatorUrl = await automation.start(options.automatorPort ?? 0);
    undo.push(() => automation.stop());
    return {
      url,
      automatorUrl,
      session,
      page,
      link: server.link,
      control: new PhoneControl(server.link),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function deviceOf({ screen }: PhoneOptions) {
  return {
    viewport: screen ?? { width: 375, height: 812 },
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  };
}

/** Milliseconds a mini-program may take until its first page; a broken one never gets there. */
const patience = 60_000;

async function opened(page: Page, url: string, link: PageLink): Promise<void> {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  const ready = link.once('Phone.ready');
  const refused = new Promise<never>((_resolve, reject) => {
    page.on('response', async (response) => {
      if (response.ok() || new URL(response.url()).pathname !== '/phone/boot') return;
      const { message } = (await response.json()) as { message: string };
      reject(new Error(`the mini-program cannot begin: ${message}`));
    });
  });
  await page.goto(url, { timeout: patience });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () =>
        reject(new Error(`the mini-program opened no page: ${faults.join('\n') || 'no error was reported'}`)),
      patience,
    );
  });
  await Promise.race([ready, late, refused]).finally(() => clearTimeout(timer));
}
