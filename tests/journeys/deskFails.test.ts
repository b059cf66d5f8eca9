import { reported, root } from './desk/desk';
import type { OwnerPhone } from './owner/ownerPhone';
import { pause } from './owner/reporting';
import { tapOn } from './staff/office';
import { Crew, desks } from './tickets/crew';

jest.setTimeout(240_000);

const open = `${root}/list/index?communityId=yunqi&which=open`;

/** The desks where the service fails, the network is gone, or one may not look: each says so, offers what helps, and comes back by itself. */
describe('desks that cannot be shown', () => {
  let crew: Crew;
  let lin: OwnerPhone;
  let ticketId = '';

  beforeAll(async () => {
    crew = await Crew.open();
    ticketId = await reported(crew, { text: '厨房漏水' });
    lin = await crew.town.phoneOf('lin');
  });

  afterEach(async () => {
    works();
    await lin.control.setNetwork('online');
  });
  afterAll(() => crew?.close());

  test.each([
    ['the board', desks.board, '看板暂时打不开', '谁忙谁闲'],
    ['a list', open, '工单暂时看不到', '1 单'],
  ])('%s that fails offers another try', async (_, page, title, content) => {
    fails();
    await lin.visits(page);
    await lin.sees(title, '系统出了点问题，请稍后再试');
    works();
    await lin.taps('再试一次');
    await lin.sees(content);
  });

  test('a list comes by itself once the service is back', async () => {
    fails();
    await lin.visits(open);
    await lin.sees('工单暂时看不到');
    works();
    // It is asked every 20 seconds.
    for (let look = 0; look < 30 && !(await lin.screen()).includes('1 单'); look += 1) await pause(1_000);
    await lin.sees('1 单', '3栋2单元1201');
  });

  test('a list that one comes back to stays while the service fails, and says how old it is', async () => {
    await lin.visits(open);
    await lin.sees('1 单');
    await tapOn(lin, `#ticket-${ticketId}`);
    await lin.sees('反映的内容');
    fails();
    await lin.miniProgram.navigateBack();
    await lin.sees('系统出了点问题，显示的是', '3栋2单元1201');
    works();
    await lin.taps('重试');
    await lin.sawLast('系统出了点问题');
    await lin.sees('1 单');
  });

  test('without a network a list says so, and comes with the network', async () => {
    await lin.control.setNetwork('offline');
    await lin.visits(open);
    await lin.sees('工单暂时看不到', '网络没有连上');
    await lin.control.setNetwork('online');
    await lin.sees('1 单', '3栋2单元1201');
  });

  test('the board without a network is the one it was, with its age', async () => {
    await lin.visits(desks.board);
    await lin.sees('谁忙谁闲');
    await lin.control.setNetwork('offline');
    await lin.visits(desks.board);
    await lin.sees('没有网络，显示的是', '谁忙谁闲');
    await lin.control.setNetwork('online');
    await lin.sawLast('没有网络');
  });

  test('what one may not see offers the way back, not another try', async () => {
    await lin.visits('/packages/work/home/index');
    await lin.sees('云栖苑');
    await lin.miniProgram.navigateTo(`${root}/list/index?communityId=wutong&which=open`);
    await lin.sees('工单暂时看不到', '您没有权限');
    expect(await lin.screen()).not.toContain('再试一次');
    await lin.taps('返回');
    await lin.isOn('packages/work/home/index');
  });

  test('a desk that a message leads to says why it cannot tell whose it is', async () => {
    const stranger = await crew.town.phoneOf('stranger');
    await stranger.visits(`${root}/supervisor/index`);
    await stranger.sees('看板暂时打不开', '您没有权限', '返回');
    await stranger.taps('返回');
    await stranger.isOn('pages/home/index');
  });

  function fails(): void {
    crew.town.world.cloud.context.faults.add({
      id: 'fails',
      point: 'function.api',
      kind: 'error',
      chance: 1,
    });
  }

  function works(): void {
    crew.town.world.cloud.context.faults.clear();
  }
});
