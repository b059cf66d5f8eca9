import { join } from 'node:path';
import automator from 'miniprogram-automator';
import { type Cloud, startCloud } from '../../cloud/cloud';
import type { PhoneControl } from '../control';
import { type Phone, startPhone } from '../phone';
import type { AutomatorPage, MiniProgram } from './phoneUnderTest';

/** A phone with the fixture of interfaces on it, at the real local cloud. */
export interface PhoneWithCloud {
  readonly phone: Phone;
  readonly cloud: Cloud;
  readonly control: PhoneControl;
  readonly miniProgram: MiniProgram;
  /** Opens the home page anew. */
  home(): Promise<AutomatorPage>;
  /** Runs in the mini-program: what a promise gives, or what it refuses with. */
  outcome(source: string): Promise<unknown>;
  /** The same, from the handler of a real tap. */
  tapped(source: string): Promise<unknown>;
  /** What the page was told last. */
  told(): Promise<unknown>;
  stop(): Promise<void>;
}

const fixture = join(__dirname, '..', 'fixtures', 'apis');
export const someone = 'oSomeone00000000000000000001';

export async function startPhoneWithCloud(
  options: { readonly privacy?: readonly string[] } = {},
): Promise<PhoneWithCloud> {
  const cloud = await startCloud({ dist: fixture });
  const { gatewayUrl } = cloud;
  const phone = await startPhone({ gatewayUrl, openid: someone, miniprogram: fixture, ...options });
  const miniProgram = await automator.connect({ wsEndpoint: phone.automatorUrl });
  const run = (functionDeclaration: string, ...args: unknown[]) =>
    phone.link.ask('App.callFunction', { functionDeclaration, args }) as Promise<{ result: unknown }>;
  const home = async () => {
    await miniProgram.callWxMethod('reLaunch', { url: '/pages/home/home' });
    return (await miniProgram.currentPage())!;
  };
  const told = async () => {
    await phone.page.waitForFunction(`document.querySelector('.outcome').textContent !== ''`);
    const text = await phone.page.textContent('.outcome');
    return JSON.parse(text ?? '') as unknown;
  };
  return {
    phone,
    cloud,
    miniProgram,
    control: phone.control,
    home,
    told,
    outcome: async (source) =>
      (await run(`async () => { try { return await (${source}) } catch (error) { return error } }`)).result,
    tapped: async (source) => {
      await run(
        `() => { const page = getCurrentPages().at(-1); page.setData({ outcome: '' }); page.work = async () => (${source}); }`,
      );
      await phone.page.click('.run');
      return told();
    },
    stop: async () => {
      miniProgram.disconnect();
      await phone.stop();
      await cloud.stop();
    },
  };
}
