import automator from 'miniprogram-automator';
import { type Cloud, startCloud } from '../../simulator/cloud/cloud';
import { type Phone, startPhone } from '../../simulator/phone/phone';
import { mustPassAudits } from './audits';
import { seed } from './seed';

jest.setTimeout(60_000);

/** The thread through every room: page → function → database → page, read off by the real automator. */
describe('the skeleton', () => {
  let cloud: Cloud;
  let phone: Phone;

  beforeAll(async () => {
    cloud = await startCloud({ dist: 'dist' });
    await seed(cloud.env, 'communities', { _id: 'yunqi', name: '云栖苑' });
    phone = await startPhone({ gatewayUrl: cloud.gatewayUrl, openid: 'oSkeleton0000000000000000001' });
  });

  afterAll(async () => {
    await phone?.stop();
    await cloud?.stop();
  });

  test('a page shows the document that its function read', async () => {
    expect(await shownCommunity()).toBe('云栖苑');
  });

  test('another document gives another text', async () => {
    await seed(cloud.env, 'communities', { _id: 'yunqi', name: '梧桐里' });
    const miniProgram = await automator.connect({ wsEndpoint: phone.automatorUrl });
    await miniProgram.callWxMethod('reLaunch', { url: '/pages/home/index' });
    miniProgram.disconnect();
    expect(await shownCommunity()).toBe('梧桐里');
  });

  test('no page on the way was over a limit', async () => {
    const miniProgram = await automator.connect({ wsEndpoint: phone.automatorUrl });
    await mustPassAudits(miniProgram);
    miniProgram.disconnect();
  });

  async function shownCommunity(): Promise<string> {
    const miniProgram = await automator.connect({ wsEndpoint: phone.automatorUrl });
    const page = await miniProgram.currentPage();
    await page?.waitFor('.home__community');
    const text = await (await page?.$('.home__community'))?.text();
    miniProgram.disconnect();
    return text ?? '';
  }
});
