import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorkWorld } from './workWorld';

jest.setTimeout(240_000);

/** How others fail with tickets (the museum of weaknesses, W7 to W26): each of them is refused or does not happen here. */
describe('what others do wrong with tickets', () => {
  let at: WorkWorld;

  beforeEach(async () => {
    at = await WorkWorld.start();
  });
  afterEach(() => at?.stop());

  const holdersOf = async (ticketId: string) =>
    (await at.world.all('workloads'))
      .filter(({ tickets }) => (tickets as { ticketId: string }[]).some((one) => one.ticketId === ticketId))
      .map(({ _id }) => _id);

  test('W7: not whose turn it is: who has the skill and is free; and the clock escalates by itself', async () => {
    await at.giving.hire('dian', { skills: ['电工'] });
    await at.giving.onDuty('dian');
    const first = await at.reported({ problem: 'electrics', text: '跳闸' });
    expect(await at.giving.holder(first)).toBe('dian');
    expect(await at.giving.holder(await at.reported())).toBe('zhang');
    expect((await at.ticket(first)).dispatch?.sentence).toBeTruthy();
    at.world.advance(5 * 60 * 60_000);
    await at.minutes(1);
    expect((await at.ticket(first)).clocks.find(({ kind }) => kind === 'respond')?.level).toBe(3);
  });

  test('W11: two dispatchers at the same moment: one person has it, and whoever lost it is told', async () => {
    await at.giving.atWork('li', 'wu');
    const ticketId = await at.reported();
    const give = (by: string, to: string) =>
      at.refusal(by, 'ticketWork.override', { ticketId, to, reason: '他去' });
    const holder = await at.giving.holder(ticketId);
    const [one = '', other = ''] = ['li', 'wu', 'zhang'].filter((name) => name !== holder);
    await Promise.all([give('supervisor', one), give('projectManager', other)]);
    const { assignee, turned } = await at.ticket(ticketId);
    expect(await holdersOf(ticketId)).toEqual([assignee?.staffId]);
    const lost = turned.at(-1)?.staffId ?? '';
    expect(lost).not.toBe(assignee?.staffId);
    // Offered to them, and taken away again.
    expect((await at.inbox(lost)).length).toBeGreaterThan(1);
  });

  test('W17: nobody is given work by a name that somebody typed', async () => {
    const ticketId = await at.accepted();
    const to = { ticketId, reason: '给他' };
    expect(await at.refusal('zhang', 'ticketWork.transfer', { ...to, to: '王师傅' })).toBe(
      'COLLEAGUE_NOT_POSSIBLE',
    );
    expect(await at.refusal('supervisor', 'ticketWork.override', { ...to, to: '王师傅' })).toBe(
      'COLLEAGUE_NOT_POSSIBLE',
    );
    expect((await at.ticket(ticketId)).clocks.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['respond', 'close']),
    );
  });

  test('W18: rated ten times at the same moment: once', async () => {
    const ticketId = await at.closed();
    const stars = Array.from({ length: 10 }, (_, n) => 1 + (n % 5));
    const codes = await Promise.all(
      stars.map((one) =>
        at.refusal('owner', 'tickets.rate', { ticketId, stars: one, words: [], photos: [] }),
      ),
    );
    expect(codes.filter((code) => code === undefined)).toHaveLength(1);
    const { rating, steps } = await at.ticket(ticketId);
    expect(rating?.stars).toBe(stars[codes.indexOf(undefined)]);
    expect(steps.filter(({ what }) => what === 'rate')).toHaveLength(1);
  });

  test('W22: what escalates is shipped with a timer and needs nobody to call it', async () => {
    const config = readFileSync(join(__dirname, '../../../cloudfunctions/tick/config.json'), 'utf8');
    const { triggers } = JSON.parse(config) as { triggers: readonly { type: string; config: string }[] };
    expect(triggers).toEqual([expect.objectContaining({ type: 'timer', config: '0 * * * * * *' })]);
    expect(at.world.product.dueHandlers).toHaveProperty('ticket');
    const ticketId = await at.reported({ problem: 'burst', urgency: 'emergency', text: '水管爆了' });
    await at.minutes(16);
    const { clocks } = await at.ticket(ticketId);
    expect(clocks.find(({ kind }) => kind === 'respond')?.level).toBe(2);
    expect((await at.giving.inbox('supervisor')).length).toBeGreaterThan(0);
  });

  test('W26: the same problem twice does not wait for the same person', async () => {
    await at.giving.atWork('li');
    const [first, second] = [await at.reported(), await at.reported()];
    const holders = [await at.giving.holder(first), await at.giving.holder(second)];
    expect([...holders].sort()).toEqual(['li', 'zhang']);
  });
});
