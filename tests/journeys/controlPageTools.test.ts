import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { people, World } from './controlPage/world';

jest.setTimeout(240_000);

interface PhoneView {
  readonly fontSize: string;
  readonly theme: string;
  readonly network: string;
  readonly isWalking: boolean;
  readonly position?: { readonly latitude: number; readonly longitude: number };
}

/** What the control page does beyond one phone and one moment. Each test leaves two phones at home behind; the last ends the cloud. */
describe("the control page's tools", () => {
  let world: World;
  const [wang, zhang] = people;

  beforeAll(async () => {
    world = await World.start();
  });
  afterAll(() => world?.stop());

  const button = (section: string, name: string) =>
    world.section(section).getByRole('button', { name, exact: true });
  const tap = async (name: string, selector: string) => (await world.phone(name)).click(selector);
  const phones = async () => (await world.devtoolsAnswer<{ phones: PhoneView[] }>('phones')).phones;
  const faults = async () =>
    (await world.control<{ rules: { id: string; left: number | null }[] }>('faults')).rules;
  const scenes = () => world.page.getByRole('button', { name: '场景', exact: true });
  const said = (text: string) => world.page.locator('output.notice', { hasText: text }).waitFor();

  test('what a phone asks for its owner to pay can be paid, cancelled, and paid with a lost notice', async () => {
    const wallet = world.section('钱包');
    await tap(wang.name, '#pay');
    await wallet.getByText('¥123.45').first().waitFor();
    await wallet.getByText(`${wang.name}，物业费，等付款`).waitFor();
    await button('钱包', '付款').click();
    await world.reads(wang.name, '#note', '付好了');
    await wallet.getByText('¥99,876.55').waitFor();
    await wallet.getByText('已付').first().waitFor();
    await tap(wang.name, '#pay');
    await button('钱包', '取消').click();
    await world.reads(wang.name, '#note', '没有付');
    await tap(wang.name, '#pay');
    await button('钱包', '付了，回调丢失').click();
    await world.reads(wang.name, '#note', '付好了');
    await button('时间', '+1 分').click();
    await said('到期的事办完了');
    expect(await faults()).toMatchObject([{ id: 'notice-lost', left: 0 }]);
  });

  test('a screenshot is saved as a picture of the phone', async () => {
    const saving = world.page.waitForEvent('download');
    await world.column(zhang.name).getByRole('button', { name: '截图' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('张建国-pages-home-home.png');
    const { width, height, data } = PNG.sync.read(readFileSync(await saved.path()));
    expect([width, height]).toEqual([750, 1624]);
    const dark = data.filter((value, at) => at % 4 === 0 && value < 80).length;
    expect(dark).toBeGreaterThan(500);
  });

  test('elements and audits of a phone can be looked at, an exception leads there', async () => {
    const dialog = world.page.getByRole('dialog');
    await world.column(zhang.name).getByRole('button', { name: '看元素' }).click();
    await dialog.getByText('问一下').waitFor();
    await dialog.getByRole('button', { name: '体检' }).click();
    await dialog.getByRole('row', { name: /一页的节点 \d+ 999 合格/ }).waitFor();
    await dialog.getByRole('button', { name: '关上' }).click();
    await tap(zhang.name, '#fall');
    await world.column(zhang.name).getByRole('button', { name: '出错 1 次' }).click();
    await dialog.getByRole('row', { name: /没有接住的异常.*这一下出错了 1 0 超出/ }).waitFor();
    await world.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  });

  test('a scenario is kept under a name, brought back with faults and phones, and deleted', async () => {
    await button('时间', '停住').click();
    await world.section('故障').getByRole('switch', { name: '上传失败' }).click();
    await world.column(zhang.name).getByRole('button', { name: '特大' }).click();
    await world.column(zhang.name).getByRole('button', { name: '弱网' }).click();
    await world.column(zhang.name).getByRole('button', { name: '深色' }).click();
    await scenes().click();
    await world.page.getByLabel('场景的名字').fill('周一下午，爆管');
    await world.page.getByRole('button', { name: '存成场景' }).click();
    await said('已存成场景 周一下午，爆管');
    const { now } = await world.control<{ now: string }>('clock');
    await button('时间', '+1 时').click();
    await said('时间往前走了');
    await scenes().click();
    await world.page.getByRole('button', { name: '初始' }).click();
    await said('已到场景 初始');
    expect(await faults()).toEqual([]);
    expect(await phones()).toMatchObject([
      { network: 'online' },
      { fontSize: 'standard', network: 'online', theme: 'light' },
    ]);
    await scenes().click();
    await world.page.getByRole('button', { name: /^周一下午，爆管/ }).click();
    await said('已到场景 周一下午，爆管');
    await scenes().getByText('场景：周一下午，爆管').waitFor();
    expect((await world.control<{ now: string }>('clock')).now).toBe(now);
    expect((await faults()).map(({ id }) => id)).toEqual(['upload-fails']);
    expect((await phones())[1]).toMatchObject({
      fontSize: 'extraLarge',
      network: 'slow',
      theme: 'dark',
    });
    await scenes().click();
    await world.page.getByRole('button', { name: '删掉场景 周一下午，爆管' }).click();
    await scenes().getByText('周一下午').waitFor({ state: 'detached' });
    await world.page.keyboard.press('Escape');
  });

  test('a recipe adds faults or a walk to what is there', async () => {
    for (const name of ['支付通知丢失', '选中的手机绕楼一圈', '手机都是弱网']) {
      await scenes().click();
      await world.page.getByRole('button', { name, exact: true }).click();
      await said(`已加上：${name}`);
    }
    expect((await faults()).map(({ id }) => id)).toEqual(['upload-fails', 'notice-lost']);
    expect(await phones()).toMatchObject([{ isWalking: true, network: 'slow' }, { network: 'slow' }]);
    await button('故障', '全关').click();
    await world.section('故障').getByText('都没有开').waitFor();
  });

  test('a phone walks along a file and stands where the map is clicked; a forged code is another', async () => {
    const file = join(tmpdir(), `walk-${process.pid}.gpx`);
    writeFileSync(
      file,
      '<gpx><trkpt lat="30.1" lon="120.1"></trkpt><trkpt lat="30.2" lon="120.3"></trkpt></gpx>',
    );
    const chooser = world.page.waitForEvent('filechooser');
    await button('扫码和定位', '换轨迹文件').click();
    await (await chooser).setFiles(file);
    await said('读到 2 个点');
    await button('扫码和定位', '停下').click();
    await button('扫码和定位', '走一遍').click();
    await button('扫码和定位', '停下').click();
    // It may have gone a step or two along the file before it was stopped.
    const walked = (await phones())[0]?.position;
    expect([walked?.latitude, walked?.longitude]).toEqual([
      expect.closeTo(30.1, 2),
      expect.closeTo(120.1, 2),
    ]);
    await button('扫码和定位', '把手机放到轨迹图上的一处').click();
    await world.section('扫码和定位').getByText('±8 米').waitFor();
    const { latitude, longitude } = (await phones())[0]?.position ?? { latitude: 0, longitude: 0 };
    expect([latitude, longitude]).toEqual([expect.closeTo(30.15, 2), expect.closeTo(120.2, 2)]);
    await world.page.getByRole('combobox', { name: '码里的内容' }).fill('visitor:42');
    await button('扫码和定位', '伪造的').click();
    await said('会扫到改过的码');
    await tap(wang.name, '#scan');
    await world.reads(wang.name, '#note', '扫到 visitor:47');
  });

  test('phones go to the background, come and go, also with a new user', async () => {
    const column = world.column(zhang.name);
    await column.getByRole('button', { name: '切后台' }).click();
    await column.getByText('小程序在后台').click();
    await column.getByText('小程序在后台').waitFor({ state: 'detached' });
    await column.getByRole('button', { name: '换用户' }).click();
    await column.getByLabel('新用户的名字').fill('欧阳司马诸葛慕容端木上官夏侯皇甫尉迟');
    await column.getByRole('button', { name: '新建' }).click();
    const longNamed = world.column('欧阳司马诸葛慕容端木上官夏侯皇甫尉迟');
    await longNamed.waitFor();
    const width = async (name: string) => (await world.column(name).boundingBox())?.width;
    expect(await width('欧阳司马诸葛慕容端木上官夏侯皇甫尉迟')).toBe(await width(wang.name));
    await world.page.getByRole('button', { name: '加手机' }).click();
    await world.page.getByRole('button', { name: `${zhang.name} ${zhang.nickname}` }).click();
    await column.waitFor();
    await longNamed.getByRole('button', { name: '换用户' }).click();
    await longNamed.getByRole('button', { name: '移走这部手机' }).click();
    await longNamed.waitFor({ state: 'detached' });
  });

  test('calls can be sifted, and a row tells more', async () => {
    const calls = world.section('云调用');
    await calls.getByRole('button', { name: '筛选' }).click();
    await calls.getByRole('button', { name: '只看选中的手机' }).click();
    await calls.locator('tbody tr', { hasText: zhang.name }).first().waitFor({ state: 'detached' });
    await calls.getByRole('button', { name: 'greet' }).first().click();
    await calls.locator('tr.more').getByText('desk greet').waitFor();
  });

  test('a cloud that has ended is said, and what is tried then as well', async () => {
    await world.cloud.stop();
    await world.page.getByText('本地云没有回应').waitFor();
    await button('时间', '+15 分').click();
    await said('本地云没有回应，请看终端里它是否还在运行。');
    await world.column(wang.name).waitFor();
  });
});
