import { type OpenMiniProgram, openMiniProgram, type Page } from './miniProgram';

jest.setTimeout(240_000);

/** What a person without a home can do anywhere, whatever the cloud holds: look around, choose 长辈版, begin to bind. */
describe('an owner looks around, in any environment', () => {
  let app: OpenMiniProgram;

  beforeAll(async () => {
    app = await openMiniProgram({ portable: true });
  });

  afterAll(() => app?.close());

  test('every tab opens and says what it is for', async () => {
    expect(await written(await app.visit('/pages/services/index'), '缴费')).toContain('账单明细');
    expect(await written(await app.visit('/pages/me/index'), '长辈版')).toContain('消息和提醒');
    expect(await written(await app.visit('/pages/messages/index'), '消息')).not.toBe('');
  });

  test('长辈版 is chosen in settings, gives a large way back, and is left again', async () => {
    const page = await app.visit('/pages/me/index');
    await written(page, '长辈版');
    expect(await page.$('.page__back')).toBeNull();
    await (await page.$('#care-switch'))?.tap();
    await written(page, '返回');
    expect(await page.$('.care')).not.toBeNull();
    await (await page.$('#care-switch'))?.tap();
    while ((await page.$('.care')) !== null) await page.waitFor(50);
    expect(await page.$('.page__back')).toBeNull();
  });

  test('binding names what it asks for', async () => {
    const page = await app.visit('/packages/homes/bind/index');
    expect(await written(page, '')).not.toBe('');
  });

  /** All that is written, once `text` is. */
  async function written(page: Page, text: string): Promise<string> {
    for (;;) {
      const screen = (await (await page.$('.page'))?.text()) ?? '';
      if (screen !== '' && screen.includes(text)) return screen;
      await page.waitFor(50);
    }
  }
});
