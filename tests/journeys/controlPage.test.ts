import automator from 'miniprogram-automator';
import { begin, people, World } from './controlPage/world';

jest.setTimeout(240_000);

/** The control page in a real browser, with real phones in it, on a real cloud. Each test leaves two phones behind. */
describe('the control page', () => {
  let world: World;
  const [wang, zhang, liu] = people;

  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world?.stop());

  const button = (section: string, name: string) =>
    world.section(section).getByRole('button', { name, exact: true });

  test('each phone is its own user', async () => {
    await world.reads(wang.name, '#user', wang.openid);
    await world.reads(zhang.name, '#user', zhang.openid);
  });

  test('time stops, goes on by steps, and to what is due next', async () => {
    await button('时间', '停住').click();
    await world.controls('clock', { rate: 0 });
    const stood = await world.now();
    expect(Date.parse(stood)).toBeGreaterThanOrEqual(Date.parse(begin));
    await button('时间', '+15 分').click();
    await world.page.getByText('没有到期的事。').waitFor();
    expect(Date.parse(await world.now()) - Date.parse(stood)).toBe(15 * 60_000);
    await world.section('时间').getByText('定时器 hourly').waitFor();
    await button('时间', '到时限').click();
    await world.page.getByText('1 件到期的事办完了').waitFor();
    expect(await world.now()).toBe('2026-11-23T15:00:00+08:00');
    await world.section('时间').locator('time', { hasText: '15:00:00' }).waitFor();
    const { entries } = (await (await fetch(`${world.cloud.controlUrl}/logs?kind=timer`)).json()) as {
      entries: { what: string }[];
    };
    expect(entries.map(({ what }) => what)).toEqual(['desk/hourly']);
  });

  test('a fault strikes while it is on', async () => {
    const fault = world.section('故障').getByRole('switch', { name: '云函数超时' });
    await fault.click();
    await world.section('故障').getByText('开着 1 个').waitFor();
    await (await world.phone(wang.name)).click('#ask');
    await world.reads(wang.name, '#time', '失败');
    await world.section('云调用').getByText('失败').first().waitFor();
    await fault.click();
    await world.section('故障').getByText('都没有开').waitFor();
    await (await world.phone(wang.name)).click('#ask');
    await world.reads(wang.name, '#time', '2026-11-23T07:00');
  });

  test('one phone loses its network, the other does not', async () => {
    const network = world.column(zhang.name).getByRole('group', { name: '网络' });
    await network.getByRole('button', { name: '断网' }).click();
    await network.locator('[aria-pressed=true]', { hasText: '断网' }).waitFor();
    await (await world.phone(zhang.name)).click('#ask');
    await world.reads(zhang.name, '#time', '失败');
    await (await world.phone(wang.name)).click('#ask');
    await world.reads(wang.name, '#time', '2026-11-23T07:00');
    await network.getByRole('button', { name: '在线' }).click();
    await network.locator('[aria-pressed=true]', { hasText: '在线' }).waitFor();
    await (await world.phone(zhang.name)).click('#ask');
    await world.reads(zhang.name, '#time', '2026-11-23T07:00');
  });

  test('what stands in the status bar has the colour that the page gives its bar', async () => {
    await world.column(zhang.name).locator('.home-bar.is-black').waitFor();
    await (await world.phone(zhang.name)).click('#darken');
    await world.column(zhang.name).locator('.home-bar.is-white').waitFor();
    await world.column(wang.name).locator('.home-bar.is-black').waitFor();
  });

  test('another user brings another phone with its own storage', async () => {
    await (await world.phone(zhang.name)).click('#keep');
    await world.reads(zhang.name, '#note', '记过了');
    await pick(zhang.name, liu.name);
    await world.reads(liu.name, '#user', liu.openid);
    await world.reads(liu.name, '#note', '没有记过');
    await (await world.phone(liu.name)).click('#keep');
    await world.reads(liu.name, '#note', '记过了');
    await pick(liu.name, zhang.name);
    await world.reads(zhang.name, '#user', zhang.openid);
    await world.reads(zhang.name, '#note', '记过了');
  });

  test('each phone answers the real automator', async () => {
    const { phones } = await world.devtoolsAnswer<{ phones: { automatorUrl: string }[] }>('phones');
    for (const [index, { automatorUrl }] of phones.entries()) {
      const miniProgram = await automator.connect({ wsEndpoint: automatorUrl });
      const page = await miniProgram.currentPage();
      expect(await (await page?.$('#user'))?.text()).toBe(people[index]?.openid);
      expect(String(await miniProgram.screenshot()).slice(0, 5)).toBe('iVBOR');
      miniProgram.disconnect();
    }
  });

  test('a message arrives and opens the page that it names', async () => {
    const { messages } = world.cloud.rooms.openapi;
    messages.answer(zhang.openid, { ticketNews: 'accept' });
    await world.cloud.rooms.functions.invoke({
      name: 'desk',
      event: { action: 'notify', touser: zhang.openid },
      caller: { source: 'wx_unknown' },
    });
    await world.section('消息中心').getByRole('button', { name: '工单进度：厨房水管漏水，已派单' }).click();
    await world.reads(zhang.name, '#ticket', '工单 7');
    await world.column(zhang.name).getByText('pages/ticket/ticket').waitFor();
    await world.section('消息中心').getByText('已打开').waitFor();
  });

  test('a card sent to a chat opens on the phone that is chosen', async () => {
    await (await world.phone(wang.name)).click('#share');
    await (await world.phone(wang.name)).click('.chat-entry >> text=邻居群');
    await world.column(zhang.name).getByText('pages/ticket/ticket').click();
    await world.section('消息中心').getByRole('button', { name: '发到邻居群：八号工单' }).click();
    await world.reads(zhang.name, '#ticket', '工单 8');
  });

  test('what the scanner finds and where the phone is are put in', async () => {
    await world.section('扫码和定位').getByText(`注入到 ${zhang.name}`).waitFor();
    await world.column(wang.name).getByText('pages/home/home').click();
    await world.section('扫码和定位').getByText(`注入到 ${wang.name}`).waitFor();
    await world.page.getByRole('combobox', { name: '码里的内容' }).fill('visitor:42');
    await button('扫码和定位', '扫这个码').click();
    await world.page.getByText(`${wang.name} 扫码会扫到它`).waitFor();
    await (await world.phone(wang.name)).click('#scan');
    await world.reads(wang.name, '#note', '扫到 visitor:42');
    await button('扫码和定位', '走一遍').click();
    await button('扫码和定位', '停下').click();
    await button('扫码和定位', '走一遍').waitFor();
    const { phones } = await world.devtoolsAnswer<{ phones: { position?: { latitude: number } }[] }>(
      'phones',
    );
    expect(phones.map(({ position }) => position?.latitude)).toEqual([expect.closeTo(30.2738, 3), undefined]);
  });

  test('an empty wallet and a lost notice are one tap each', async () => {
    const wallet = world.section('钱包');
    await wallet.getByText(`${wang.name} 的零钱`).waitFor();
    await button('钱包', '余额不足').click();
    await wallet.getByText('¥0.00').waitFor();
    await button('钱包', '余额不足').click();
    await wallet.getByText('¥100,000.00').waitFor();
    await button('钱包', '回调丢失').click();
    await world.section('故障').getByRole('switch', { name: '支付回调丢失', checked: true }).waitFor();
  });

  test('a snapshot brings back the time; a reset brings back the beginning, with empty phones', async () => {
    await world.page.getByRole('button', { name: '存快照' }).click();
    await world.page.getByText('已存快照 15:00').waitFor();
    await button('时间', '+1 时').click();
    await world.controls('clock', { now: '2026-11-23T16:00:00+08:00' });
    await world.page.getByRole('button', { name: '回到快照' }).click();
    await world.page.getByRole('button', { name: '15:00 的快照' }).click();
    await world.page.getByText('已回到 15:00 的快照').waitFor();
    expect(await world.now()).toBe('2026-11-23T15:00:00+08:00');
    await world.reads(zhang.name, '#note', '没有记过');
    await world.page.getByRole('button', { name: '重置数据' }).click();
    await world.page.getByRole('button', { name: '重置', exact: true }).click();
    await world.page.getByText('已回到最初的数据').waitFor();
    expect(await world.now()).toMatch(/^2026-11-23T14:2\d/);
    await world.reads(wang.name, '#time', '2026-11-23T06:2');
    await world.section('消息中心').getByText('还没有消息').waitFor();
    await world.section('故障').getByText('都没有开').waitFor();
    await pick(zhang.name, liu.name);
    await world.reads(liu.name, '#note', '没有记过');
  });

  async function pick(from: string, to: string): Promise<void> {
    await world.column(from).getByRole('button', { name: '换用户' }).click();
    await world.column(from).getByRole('button', { name: to }).click();
  }
});
