import type { OwnerPhone } from './owner/ownerPhone';
import { openTown, type Town } from './owner/town';

jest.setTimeout(180_000);

const report = '/packages/tickets/report/index';
const list = '/packages/tickets/list/index';

/** Pages of one home that are opened by themselves, before anything has said whose phone this is (B1). */
describe('a page of one home, opened first', () => {
  let town: Town;
  let phone: OwnerPhone;

  beforeAll(async () => {
    town = await openTown();
    fails();
    phone = await town.phoneOf('owner');
    await phone.sees('首页暂时打不开');
  });

  afterAll(() => town?.close());

  test.each([report, list])('%s does not say that there is no home where that is not known', async (page) => {
    await phone.visits(page);
    const screen = await phone.sees('您的房屋暂时看不到', '再试一次');
    expect(screen).not.toContain('绑定房屋');
  });

  test('it asks, and is the page of the home that is there', async () => {
    works();
    await phone.taps('再试一次');
    await phone.sees('还没有报修和反映', '报修或反映');
    await phone.visits(report);
    await phone.sees('云栖苑 3栋2单元1201');
  });

  test('whoever has no home is led to binding one', async () => {
    const stranger = await town.phoneOf('stranger');
    await stranger.visits(report);
    await stranger.sees('还没有绑定房屋', '绑定房屋');
  });

  function fails(): void {
    town.world.cloud.context.faults.add({ id: 'fails', point: 'function.api', kind: 'error', chance: 1 });
  }

  function works(): void {
    town.world.cloud.context.faults.clear();
  }
});
