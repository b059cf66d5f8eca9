import { join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { type Cloud, startCloud } from '../../../simulator/cloud/cloud';
import { type Devtools, startDevtools } from '../../../simulator/devtools/server/devtools';
import { acquireBrowser, releaseBrowser } from '../../../simulator/phone/browser';

export const people = [
  { openid: 'oControlPage00000000000000-1', name: '王女士', nickname: '晓丽' },
  { openid: 'oControlPage00000000000000-2', name: '张建国', nickname: '建国师傅' },
  { openid: 'oControlPage00000000000000-3', name: '刘强', nickname: '东门老刘' },
] as const;

export const begin = '2026-11-23T14:20:36+08:00';

/** Milliseconds until what one waits for must be there: how fast the machine is decides, never what is waited for. */
const patience = 60_000;

/** A cloud with three people and a small project of its own, two phones that have come up on the control page, and that page in a browser. */
export class World {
  private constructor(
    readonly cloud: Cloud,
    private readonly devtools: Devtools,
    readonly page: Page,
  ) {}

  static async start(): Promise<World> {
    const project = join(__dirname, 'project');
    const cloud = await startCloud({ dist: project, clockStart: Date.parse(begin) });
    for (const person of people) cloud.rooms.users.create(person);
    cloud.context.state.saveSnapshot('start');
    const devtools = await startDevtools({
      controlUrl: cloud.controlUrl,
      gatewayUrl: cloud.gatewayUrl,
      miniprogram: join(project, 'miniprogram'),
      openids: people.slice(0, 2).map(({ openid }) => openid),
      title: '模拟器',
      firstSnapshot: 'start',
    });
    const browser = await acquireBrowser();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await page.goto(devtools.url);
    const world = new World(cloud, devtools, page);
    // Business time runs on while they come up: on a slow machine for more than that minute.
    for (const { name } of people.slice(0, 2)) await world.reads(name, '#time', '2026-11-23T06:2');
    return world;
  }

  /** What is inside of a person's phone. Asked for each time: a reload makes a new frame. */
  async phone(name: string): Promise<Frame> {
    const handle = await this.page.waitForSelector(`iframe[title="${name} 的手机"]`);
    const frame = await handle.contentFrame();
    if (!frame) throw new Error(`the phone of ${name} shows nothing`);
    return frame;
  }

  /** Waits until an element of a person's phone reads so. */
  async reads(name: string, selector: string, text: string | RegExp): Promise<void> {
    const frame = this.page.frameLocator(`iframe[title="${name} 的手机"]`);
    await frame.locator(selector).filter({ hasText: text }).waitFor();
  }

  column(name: string) {
    return this.page.getByRole('article', { name: `${name} 的手机` });
  }

  section(name: string) {
    return this.page.getByRole('region', { name, exact: true });
  }

  async devtoolsAnswer<T>(path: string): Promise<T> {
    return (await fetch(`${this.devtools.url}${path}`)).json() as Promise<T>;
  }

  async control<T>(path: string): Promise<T> {
    return (await fetch(`${this.cloud.controlUrl}/${path}`)).json() as Promise<T>;
  }

  /** Business time, with its zone. */
  async now(): Promise<string> {
    return (await this.control<{ now: string }>('clock')).now;
  }

  /** Waits until an operation of the control answers this. */
  async controls(path: string, part: object): Promise<void> {
    const isThere = async () => {
      try {
        expect(await this.control(path)).toMatchObject(part);
        return true;
      } catch {
        return false;
      }
    };
    for (const end = Date.now() + patience; Date.now() < end && !(await isThere()); )
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await this.control(path)).toMatchObject(part);
  }

  async stop(): Promise<void> {
    await this.page.context().close();
    await releaseBrowser();
    await this.devtools.stop();
    await this.cloud.stop();
  }
}
