import { addDays, type Day, dayOf, type Instant } from '../../types/day';
import { chooses, presses, root, sends, settled } from './desk/desk';
import type { OwnerPhone } from './owner/ownerPhone';
import { tapOn } from './staff/office';
import { Crew } from './tickets/crew';

jest.setTimeout(240_000);

const day = 86_400_000;

/** A supervisor plans hours of one's own, and the next week as this one (row B2). */
describe('a week of the roster by one tap', () => {
  let crew: Crew;
  let lin: OwnerPhone;

  beforeAll(async () => {
    crew = await Crew.open();
    lin = await crew.town.phoneOf('lin');
  });

  afterAll(() => crew?.close());

  const cellOf = (staffId: string, on: Day) => `#shift-${staffId}-${on}`;
  const marked = (staffId: string, on: Day, mark: string) =>
    settled(
      async () => (await (await lin.page())?.$(cellOf(staffId, on)))?.text(),
      expect.stringContaining(mark),
    );

  test('where the week before is empty, it is said what to do', async () => {
    await lin.visits(`${root}/roster/index?communityId=yunqi`);
    await lin.sees('张建国');
    await lin.taps('这一周照上周排');
    await presses(lin);
    await lin.sees('没有办成', '上一周没有排班', '请一天一天排');
    await tapOn(lin, '.slide__shade');
  });

  test('hours of one’s own are planned, also past midnight', async () => {
    await lin.taps('下一周');
    const monday = nextMonday();
    await marked('zhang', monday, '休');
    await tapOn(lin, cellOf('zhang', monday));
    await chooses(lin, '自定');
    await turns('几点来', '20:30');
    await turns('几点走', '06:15');
    await lin.sees('20:30–次日 6:15');
    await turns('几点走', '20:00');
    await lin.sees('最长 16 小时');
    await turns('几点走', '06:15');
    await sends(lin);
    await marked('zhang', monday, '另');
    await tapOn(lin, cellOf('he', monday));
    await chooses(lin, '白班');
    await sends(lin);
    await marked('he', monday, '白');
  });

  test('the week after becomes like it; whoever has left is named', async () => {
    await crew.town.world.remove('staffMembers', 'he');
    await crew.town.world.seed('staffMembers', {
      ...{ _id: 'he', communityId: 'yunqi', name: '何伟', phone: '13857120021', duties: ['finance'] },
      ...{ skills: [], areas: [], from: '2020-01-01' },
    });
    await lin.taps('下一周');
    const monday = addDays(nextMonday(), 7);
    await marked('zhang', monday, '休');
    await lin.taps('这一周照上周排');
    await lin.sees('每个人照上周同一天的班排');
    await sends(lin);
    await lin.sees('照上周排了 1 个班', '已经不在岗位上，没有排：何伟');
    await marked('zhang', monday, '另');
  });

  test('where something stands already it asks which to keep', async () => {
    const monday = addDays(nextMonday(), 7);
    await tapOn(lin, cellOf('zhang', monday));
    await chooses(lin, '晚班');
    await sends(lin);
    await marked('zhang', monday, '晚');
    await lin.taps('这一周照上周排');
    await lin.sees('请选留哪一份');
    await chooses(lin, '留已经排的');
    await sends(lin);
    await lin.sees('没有要新排的班');
    await marked('zhang', monday, '晚');
    await lin.taps('这一周照上周排');
    await chooses(lin, '都换成上周的');
    await sends(lin);
    await lin.sees('照上周排了 1 个班');
    await marked('zhang', monday, '另');
  });

  /** Takes a time from WeChat's wheel. */
  async function turns(label: string, time: string): Promise<void> {
    await lin.sees(label);
    const wheels = (await (await lin.page())?.$$('.slide picker')) ?? [];
    await wheels[label === '几点来' ? 0 : 1]?.trigger('change', { value: time });
    await lin.sees(time);
  }

  /** The Monday after today, as people in China count. */
  function nextMonday(): Day {
    const today = dayOf(crew.now() as Instant);
    return addDays(today, 7 - ((new Date(crew.now() + day / 3).getUTCDay() + 6) % 7));
  }
});
