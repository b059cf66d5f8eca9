import { join } from 'node:path';
import automator from 'miniprogram-automator';
import { type Phone, startPhone } from '../phone';
import { type StandInCloud, startStandInCloud } from './standInCloud';

export type MiniProgram = Awaited<ReturnType<typeof automator.connect>>;
export type AutomatorPage = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>;

/** A phone with a fixture on it and the real automator at its line. */
export interface PhoneUnderTest {
  readonly phone: Phone;
  readonly cloud: StandInCloud;
  readonly miniProgram: MiniProgram;
  /** Opens a page anew without the client's three seconds of sleep. */
  open(url: string): Promise<AutomatorPage>;
  /** The page on top. */
  top(): Promise<AutomatorPage>;
  stop(): Promise<void>;
}

export async function startPhoneUnderTest(fixture: string): Promise<PhoneUnderTest> {
  const cloud = await startStandInCloud();
  const miniprogram = join(__dirname, '..', 'fixtures', fixture);
  const options = { gatewayUrl: cloud.gatewayUrl, openid: 'oFixture', miniprogram };
  const phone = await startPhone(options).catch(async (error: unknown) => {
    await cloud.stop();
    throw error;
  });
  const miniProgram = await automator.connect({ wsEndpoint: phone.automatorUrl });
  const top = async () => (await miniProgram.currentPage())!;
  return {
    phone,
    cloud,
    miniProgram,
    top,
    open: async (url) => {
      await miniProgram.callWxMethod('reLaunch', { url });
      return top();
    },
    stop: async () => {
      miniProgram.disconnect();
      await phone.stop();
      await cloud.stop();
    },
  };
}
