import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext } from 'playwright-core';
import { acquireBrowser, releaseBrowser } from '../simulator/phone/browser';
import { type Phone, startPhone } from '../simulator/phone/phone';
import { startStandInCloud } from '../simulator/phone/testing/standInCloud';
import { openMiniProgram } from '../tests/journeys/miniProgram';
import { type Figure, measure, type Plan } from './measure';

const names = {
  cold: 'phone boot, browser to start',
  warm: 'phone boot, browser running',
  reLaunch: 'reLaunch through the helper',
} as const;
const boots: Plan = { rounds: 3, times: 3, warmUp: 1 };

/** The shipped mini-program on one phone: until its first page is shown, and from page to page as journeys go. */
export async function phoneFigures({ rounds }: Pick<Plan, 'rounds'>): Promise<Figure[]> {
  return [...(await bootFigures()), await reLaunchFigure({ rounds, times: 20 })];
}

async function bootFigures(): Promise<Figure[]> {
  const cloud = await startStandInCloud();
  const boot = () => startPhone({ gatewayUrl: cloud.gatewayUrl, openid: 'oBench' });
  const stop = (phone: Phone) => phone.stop();
  try {
    const cold = await measure(names.cold, boots, boot, stop);
    await acquireBrowser();
    const warm = await measure(names.warm, boots, boot, stop).finally(releaseBrowser);
    return [cold, warm];
  } finally {
    await cloud.stop();
  }
}

async function reLaunchFigure(plan: Plan): Promise<Figure> {
  const app = await openMiniProgram({ portable: false, breaks: ['setDataRate'] });
  try {
    return await measure(names.reLaunch, plan, () => app.visit('/pages/home/index'));
  } finally {
    await app.close();
  }
}

/** The same browser with an empty page in place of the phone: what of the times is the machine's and not ours. */
export async function emptyPageFigures({ rounds }: Pick<Plan, 'rounds'>): Promise<Figure[]> {
  const server = await serveEmptyPage();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const open = async () => openOn(await acquireBrowser(), url);
    const close = (context: BrowserContext) => context.close().finally(releaseBrowser);
    const cold = await measure(names.cold, boots, open, close);
    const browser = await acquireBrowser();
    const warm = await measure(names.warm, boots, open, close);
    const page = await browser.newPage();
    const again = await measure(names.reLaunch, { rounds, times: 20 }, () => page.goto(url));
    return [cold, warm, again];
  } finally {
    await releaseBrowser();
    server.close();
  }
}

async function openOn(browser: Browser, url: string): Promise<BrowserContext> {
  const context = await browser.newContext();
  await (await context.newPage()).goto(url);
  return context;
}

async function serveEmptyPage(): Promise<Server> {
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>empty</title>'),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
