import { type OpenMiniProgram, openMiniProgram, type Page } from './miniProgram';

jest.setTimeout(240_000);

/** What the first page shows in every environment, whatever its database holds: the community, or a sentence that says why not. */
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
    const shown = await answerOf(page);
    expect(shown).toHaveLength(1);
    expect(shown[0]?.trim()).not.toBe('');
    expect(await page.$('.skeleton')).toBeNull();
  });

  test('what WeChat refuses, it refuses by name', async () => {
    await expect(app.miniProgram.callWxMethod('navigateTo', { url: '/pages/none/none' })).rejects.toThrow(
      /navigateTo:fail/,
    );
  });

  async function answerOf(page: Page): Promise<string[]> {
    for (;;) {
      const found = [await page.$('.home__community'), await page.$('.refusal')];
      const texts = await Promise.all(found.flatMap((element) => (element ? [element.text()] : [])));
      if (texts.length > 0) return texts;
      await page.waitFor(50);
    }
  }
});
