import type { TicketView } from '../../types/contract/tickets';
import { openidOf } from '../system/product/world';
import type { OwnerPhone } from './owner/ownerPhone';
import { pause, takesPhotos } from './owner/reporting';
import { choosesOption } from './staff/office';
import { Crew, desks } from './tickets/crew';

jest.setTimeout(240_000);

/** B1, E3: an emergency that staff report waits for no photo and no network. */
describe('a guard on patrol finds a fire', () => {
  let crew: Crew;
  let guard: OwnerPhone;

  beforeAll(async () => {
    crew = await Crew.open();
    guard = await crew.town.phoneOf('guard');
  });
  afterEach(() => crew.town.world.cloud.context.faults.clear());
  afterAll(() => crew?.close());

  test('with a photo that is stuck: the ticket is there at once, the photo follows, once', async () => {
    stuck();
    await opensForm();
    await takesPhotos(guard, 1);
    await guard.sees('1/9', '没传上');
    await writesFire('大堂着火了，冒浓烟');
    await guard.taps('记下并受理');
    await guard.isOn('packages/staffTickets/case/index');
    const [ticket] = await found(1);
    expect(ticket).toMatchObject({ urgency: 'emergency', channel: 'patrol', photos: [] });
    await guard.visits(desks.queue);
    await guard.sees('大堂着火了', '正在补照片');
    await flows();
    await guard.sawLast('正在补照片');
    await pause(1_000);
    const [told] = await found(1);
    expect(additions(told)).toEqual([1]);
  });

  test('without a network: kept, said so, and sent once though the button was touched twice', async () => {
    await opensForm();
    await writesFire('车库着火了，快来人');
    await guard.control.setNetwork('offline');
    await guard.phone.page.dblclick('text="记下并受理"');
    await guard.sees('车库着火了', '有网络后自动发出');
    await guard.visits(desks.queue);
    await guard.sees('车库着火了', '有网络后自动发出');
    await guard.control.setNetwork('online');
    await guard.sawLast('有网络后自动发出');
    await pause(1_000);
    expect((await found(2)).length).toBe(2);
  });

  test('what is no emergency still says that a photo is missing', async () => {
    stuck();
    await opensForm();
    await takesPhotos(guard, 1);
    await guard.sees('1/9', '没传上');
    await guard.writes('take-text', '道闸杆断了，抬不起来');
    await guard.sees('认出来的');
    await choosesOption(guard, '一般');
    await writesPlace();
    await guard.taps('记下并受理');
    await guard.sees('有照片没有传上去，请点照片重传，或者删掉再记。');
    expect((await found(2)).length).toBe(2);
  });

  async function opensForm(): Promise<void> {
    await guard.visits(desks.queue);
    await guard.taps('记一条');
    await guard.isOn('packages/staffTickets/take/index');
    await guard.sees('什么事');
    await choosesOption(guard, '巡查发现');
  }

  async function writesFire(text: string): Promise<void> {
    await guard.writes('take-text', text);
    await guard.sees('认出来的', '119');
    await writesPlace();
  }

  async function writesPlace(): Promise<void> {
    await choosesOption(guard, '公共区域');
    await guard.writes('take-building', '3');
    await guard.writes('take-where', '大堂');
  }

  function stuck(): void {
    const { faults } = crew.town.world.cloud.context;
    faults.add({ id: 'stuck', point: 'gateway.upload', kind: 'error', chance: 1 });
  }

  /** Files go, and the phone hears of its network. */
  async function flows(): Promise<void> {
    crew.town.world.cloud.context.faults.clear();
    await guard.control.setNetwork('offline');
    await guard.control.setNetwork('online');
  }

  /** What the guard has found, as the guard reads it, once it is so many. */
  async function found(atLeast: number): Promise<readonly TicketView[]> {
    for (let look = 0; look < 100; look += 1) {
      const rows = (await crew.town.world.all('tickets')) as unknown as readonly {
        readonly _id: string;
        readonly channel: string;
        readonly reporter: { readonly openid?: string };
      }[];
      const mine = rows.filter(
        ({ channel, reporter }) => channel === 'patrol' && reporter.openid === openidOf('guard'),
      );
      if (mine.length >= atLeast) return Promise.all(mine.map(({ _id }) => crew.ticket(_id, 'guard')));
      await pause(100);
    }
    throw new Error(`${atLeast} tickets are not there`);
  }
});

/** The photos of each addition. */
function additions(ticket: TicketView | undefined): readonly number[] {
  const added = ticket?.steps.filter(({ what }) => what === 'added') ?? [];
  return added.map(({ files = [] }) => files.length);
}
