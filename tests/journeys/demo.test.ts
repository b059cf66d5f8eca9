import type { Page } from 'playwright-core';
import { acquireBrowser, releaseBrowser } from '../../simulator/phone/browser';
import { type Demo, startDemo } from '../../tools/demo/demo';

jest.setTimeout(60_000);

/** What `npm start` shows. */
describe('the demo', () => {
  let demo: Demo;
  let page: Page;

  beforeAll(async () => {
    demo = await startDemo({ port: 0 });
    const browser = await acquireBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  });

  afterAll(async () => {
    await page?.close();
    await releaseBrowser();
    await demo?.stop();
  });

  test('three people see the product on their phones', async () => {
    await page.goto(demo.url);
    for (const name of ['王女士', '张建国', '刘强']) {
      const phone = page.frameLocator(`iframe[title="${name} 的手机"]`);
      await phone.getByText('云栖苑').first().waitFor();
    }
    const { phones } = (await (await fetch(`${demo.url}phones`)).json()) as {
      phones: { exceptions: number }[];
    };
    expect(phones.map(({ exceptions }) => exceptions)).toEqual([0, 0, 0]);
  });
});
