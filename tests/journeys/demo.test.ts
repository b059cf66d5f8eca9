import type { Page } from 'playwright-core';
import { acquireBrowser, releaseBrowser } from '../../simulator/phone/browser';
import { type Demo, startDemo } from '../../tools/demo/demo';
import { DemoPhone } from '../../tools/demo/demoPhone';
import { demoCommunity } from '../../tools/demo/importDemo';
import { demoUsers } from '../../tools/demo/users';

const { id: communityId } = demoCommunity;

// Twelve hundred homes are imported first, and live through a month.
jest.setTimeout(1_200_000);

/** What `npm start` shows. */
describe('the demo', () => {
  let demo: Demo;
  let page: Page;

  beforeAll(async () => {
    demo = await startDemo({ port: 0 });
    const browser = await acquireBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(120_000);
  });

  afterAll(async () => {
    await page?.close();
    await releaseBrowser();
    await demo?.stop();
  });

  test('three people see the product on their phones', async () => {
    await page.goto(demo.url);
    for (const name of ['王秀英', '陈晓雯', '周敏']) {
      const phone = page.frameLocator(`iframe[title^="${name}，"]`);
      // Who has no home is asked to bind one.
      await phone
        .getByText(/云栖苑|还没有绑定房屋/)
        .first()
        .waitFor();
    }
    const { phones } = (await (await fetch(`${demo.url}phones`)).json()) as {
      phones: { exceptions: number }[];
    };
    expect(phones.map(({ exceptions }) => exceptions)).toEqual([0, 0, 0]);
  });

  test('the community has lived through the month: money came in, things broke and were mended', async () => {
    const finance = await phoneOf('财务');
    const desk = await finance.ask('desk.finance', { communityId });
    // What came in today says nothing here: midnight may have passed since.
    expect(desk.collection.permille).toBeGreaterThan(0);
    expect(desk.countedTo).toBeUndefined();
    expect(desk.trialBalance).toBe(0);
    const customer = await finance.ask('ticketDesks.customer', { communityId });
    expect(JSON.stringify(customer)).toContain('ticketId');
  });

  /** A phone of whoever of the demo has this duty. */
  async function phoneOf(duty: string): Promise<DemoPhone> {
    const user = demoUsers.find((one) => one.duty?.includes(duty));
    if (!user) throw new Error(`nobody has ${duty}`);
    return DemoPhone.of(demo.cloud.gatewayUrl, user.openid);
  }
});
