import { root, settled } from './desk/desk';
import type { OwnerPhone } from './owner/ownerPhone';
import { Crew } from './tickets/crew';

jest.setTimeout(240_000);

/** What dispatch tells ways by (row B2). */
describe('how the buildings stand', () => {
  let crew: Crew;
  let boss: OwnerPhone;

  beforeAll(async () => {
    crew = await Crew.open();
    boss = await crew.town.phoneOf('projectManager');
  });

  afterAll(() => crew?.close());

  test('the manager writes it row by row; a building that stands twice is not taken', async () => {
    await boss.visits(`${root}/terms/index?communityId=yunqi`);
    await boss.sees('楼栋位置', '派单按这个算走过去要多久；不写，就按楼号估。');
    await boss.writes('terms-rows', '1栋 2栋\n1栋');
    await boss.sees('每栋楼只写一次，一个名字最多 20 个字');
    await boss.writes('terms-rows', '1栋 2栋\n3栋');
    await boss.taps('保存');
    const rows = async () =>
      (await crew.ask('projectManager', 'ticketDesks.terms', { communityId: 'yunqi' })).buildingRows;
    await settled(rows, [['1栋', '2栋'], ['3栋']]);
  });
});
