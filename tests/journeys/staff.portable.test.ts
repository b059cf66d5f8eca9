import { type OpenMiniProgram, openMiniProgram, type Page } from './miniProgram';

jest.setTimeout(240_000);

/** Milliseconds that a cloud function may take to answer, a cold one included. */
const patience = 20_000;

/** Every page of the staff that is led to with a community, and its title where it cannot be shown. */
const staffPages = [
  ['work/desk', '财务台暂时打不开'],
  ['work/accounts', '科目余额暂时看不到'],
  ['work/stuckWork', '停下的工作暂时看不到'],
  ['work/cases', '对账差异暂时看不到'],
  ['work/myDay', '收款记录暂时看不到'],
  ['work/handOvers', '交款暂时看不到'],
  ['work/invoices', '发票暂时看不到'],
  ['work/questions', '账单疑问暂时看不到'],
  ['work/billRuns', '账单批次暂时看不到'],
  ['work/bindings', '绑定申请暂时看不到'],
  ['work/members', '异议暂时看不到'],
  ['work/notReached', '名单暂时看不到'],
  ['setup/imports', '导入记录暂时看不到'],
] as const;

/** What somebody without a post meets anywhere, whatever the cloud holds: nothing of the staff's, and a way on. */
describe('somebody without a post, in any environment', () => {
  let app: OpenMiniProgram;

  beforeAll(async () => {
    // A machine opens pages faster than a person.
    app = await openMiniProgram({ portable: true, breaks: ['setDataRate'] });
  });

  afterAll(() => app?.close());

  test('the work page says how one takes up a post, or why it cannot be told', async () => {
    const page = await app.visit('/packages/work/home/index');
    expect(await written(page)).toMatch(/登记上岗|工作台暂时打不开/);
    expect(await page.$('.button')).not.toBeNull();
  });

  test.each(staffPages)('%s shows nothing, says why, and has a way out', async (path, title) => {
    const page = await app.visit(`/packages/${path}/index?communityId=nobody-has-this`);
    const screen = await written(page);
    expect(screen).toContain(title);
    // Where the cloud knows them it is refused, elsewhere the cloud is missed.
    expect(screen).toMatch(/返回|再试一次/);
    expect(screen).not.toMatch(/[A-Za-z]{3,}|undefined|¥/);
  });

  test('at the counter nobody’s home is found, and the fields stay', async () => {
    const page = await app.visit('/packages/work/counter/index?communityId=nobody-has-this');
    for (const id of ['building', 'unit', 'room']) {
      const field = (await page.$(`#${id}`)) as unknown as { input(value: string): Promise<void> };
      await field.input('1');
    }
    await (await page.$('.button'))?.tap();
    expect(await until(page, () => page.$('.refusal'))).not.toBeNull();
    expect(await page.$('#room')).not.toBeNull();
  });

  /** All that is written, once the answer is there. */
  async function written(page: Page): Promise<string> {
    const content = await until(page, async () => {
      if ((await page.$('.skeleton')) !== null) return null;
      const text = (await (await page.$('.page__content'))?.text()) ?? '';
      return text === '' ? null : text;
    });
    return content ?? '';
  }

  async function until<T>(page: Page, look: () => Promise<T | null>): Promise<T | null> {
    for (const end = Date.now() + patience; Date.now() < end; await page.waitFor(50)) {
      const found = await look();
      if (found !== null) return found;
    }
    return null;
  }
});
