import { type OpenMiniProgram, openMiniProgram, type Page } from './miniProgram';

jest.setTimeout(240_000);

/** Milliseconds that a cloud function may take to answer, a cold one included. */
const patience = 20_000;

/** What the first page shows in every environment, whatever its database holds: a home, how to get one, or why neither. */
describe('the skeleton, in any environment', () => {
  let app: OpenMiniProgram;

  beforeAll(async () => {
    app = await openMiniProgram({ portable: true });
  });

  afterAll(() => app?.close());

  test('the first page is the home page', async () => {
    expect((await app.visit('/pages/home/index')).path).toBe('pages/home/index');
    expect(await app.miniProgram.pageStack()).toHaveLength(1);
  });

  test('its function answers, and the placeholder goes', async () => {
    const page = await app.visit('/pages/home/index');
    expect((await answerOn(page)).trim()).not.toBe('');
  });

  test('what WeChat refuses, it refuses by name', async () => {
    await expect(app.miniProgram.callWxMethod('navigateTo', { url: '/pages/none/none' })).rejects.toThrow(
      /navigateTo:fail/,
    );
  });

  async function answerOn(page: Page): Promise<string> {
    for (const end = Date.now() + patience; Date.now() < end; await page.waitFor(50)) {
      const isWaiting = (await page.$('.skeleton')) !== null;
      const content = await page.$('.page__content');
      if (content && !isWaiting) return content.text();
    }
    throw new Error('the placeholder stayed');
  }
});
