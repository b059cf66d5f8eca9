import type { Page } from 'playwright-core';
import { acquireBrowser, releaseBrowser } from '../../simulator/phone/browser';
import { type Demo, startDemo } from '../../tools/demo/demo';
import { DemoPhone } from '../../tools/demo/demoPhone';
import { demoCommunity } from '../../tools/demo/importDemo';
import { withDuty } from '../../tools/demo/users';
import { dayOf, type Instant } from '../../types/day';

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
    for (const name of ['王秀英', '张建国', '周敏']) {
      const phone = page.frameLocator(`iframe[title^="${name}，"]`);
      // Who has no home comes for work.
      await phone
        .getByText(/云栖苑|工作台/)
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

  test('everybody has shifts, and whoever is on duty is so by theirs; the first engineer is', async () => {
    const supervisor = await phoneOf('主管');
    const today = dayOf(demo.cloud.context.clock.now() as Instant);
    const plans = await supervisor.ask('roster.week', { communityId, from: today });
    expect(plans.length).toBeGreaterThan(15);
    expect(plans.filter(({ days }) => days.every(({ shift }) => !shift))).toEqual([]);
    const { isOnDuty, areas } = await (await phoneOf('维修工')).ask('ticketWork.queue', { communityId });
    expect(isOnDuty).toBe(true);
    expect(areas).toContain('3栋');
    const { buildingRows } = await supervisor.ask('ticketDesks.terms', { communityId });
    expect(buildingRows?.flat()).toHaveLength(12);
  });

  test('who does not use WeChat has reported by phone, and one of them has been asked how it was', async () => {
    const tickets = demo.cloud.rooms.database.engine.find({ collection: 'tickets', filter: { communityId } });
    const called = tickets.filter(({ channel }) => channel === 'phone' || channel === 'counter');
    expect(called.map(({ state }) => state).sort()).toEqual(['closed', 'rated']);
    const { ratingCalls } = await (await phoneOf('客服')).ask('ticketDesks.customer', { communityId });
    expect(ratingCalls).toHaveLength(1);
  });

  /** A phone of whoever of the demo has this duty. */
  function phoneOf(duty: string): Promise<DemoPhone> {
    return DemoPhone.of(demo.cloud.gatewayUrl, withDuty(duty).openid);
  }
});
