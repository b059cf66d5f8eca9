import { type OpenMiniProgram, openMiniProgram, type Page } from './miniProgram';

jest.setTimeout(240_000);

/** Milliseconds that a cloud function may take to answer, a cold one included. */
const patience = 20_000;

/** Pages of one thing that is not there, and their title then. */
const pagesOfOne = [
  ['report/index?homeId=nobody-has-this', '报修暂时打不开'],
  ['ticket/index?ticketId=nobody-has-this', '办理进度暂时看不到'],
  ['sign/index?ticketId=nobody-has-this', '验收暂时打不开'],
  ['rate/index?ticketId=nobody-has-this', '评价暂时打不开'],
  ['list/index?homeId=nobody-has-this', '报修记录暂时看不到'],
  ['rectifications/index?communityId=nobody-has-this', '整改公示暂时看不到'],
] as const;

/** What somebody without a home meets on an owner's ticket pages anywhere, whatever the cloud holds. */
describe('somebody without a home and the ticket pages, in any environment', () => {
  let app: OpenMiniProgram;

  beforeAll(async () => {
    // A machine opens pages faster than a person.
    app = await openMiniProgram({ portable: true, breaks: ['setDataRate'] });
  });

  afterAll(() => app?.close());

  test.each(['report', 'list'])('%s leads to binding a home', async (name) => {
    const page = await app.visit(`/packages/tickets/${name}/index`);
    // Where the cloud cannot be asked, it cannot be told.
    expect(await written(page, /绑定房屋|再试一次/)).toMatch(/还没有绑定房屋|您的房屋暂时看不到/);
  });

  test.each(pagesOfOne)('%s shows nothing, says why, and has a way out', async (path, title) => {
    const page = await app.visit(`/packages/tickets/${path}`);
    // Where the cloud knows them it is refused, elsewhere the cloud is missed.
    const screen = await written(page, /返回|再试一次/);
    expect(screen).toContain(title);
    expect(screen).not.toMatch(/[A-Za-z]{3,}|undefined/);
  });

  /** All that is written, once this is. */
  async function written(page: Page, text: RegExp): Promise<string> {
    let screen = '';
    for (const end = Date.now() + patience; Date.now() < end; await page.waitFor(50)) {
      screen = (await (await page.$('.page'))?.text()) ?? '';
      if (text.test(screen)) break;
    }
    return screen;
  }
});
