import { GivingWorld } from './givingWorld';

jest.setTimeout(240_000);

const crowd = 100;

/** B2: never two owners of one ticket, however many take it at the same moment; and everybody is told something to act on. */
describe('one ticket, many hands', () => {
  let at: GivingWorld;

  beforeEach(async () => {
    at = await GivingWorld.start();
  });
  afterEach(() => at?.world.stop());

  const onDuty = (name: string) => ({
    ...{ _id: name, communityId: 'yunqi', isOnDuty: true, tickets: [], worked: [] },
  });
  const counted = (codes: readonly (string | undefined)[]) =>
    Object.fromEntries(
      [...new Set(codes)].map((code) => [String(code), codes.filter((one) => one === code).length]),
    );

  test('a hundred engineers accept what waits: one has it, ninety-nine hear that it is taken', async () => {
    const names = Array.from({ length: crowd }, (_, n) => `hand${n}x`);
    for (const name of names) await at.hire(name);
    await at.world.seed('workloads', ...names.map(onDuty));
    const ticketId = await at.waiting();
    const codes = await Promise.all(names.map((name) => at.refusal(name, 'ticketWork.accept', { ticketId })));
    expect(counted(codes)).toEqual({ undefined: 1, TICKET_TAKEN: crowd - 1 });
    const winner = names[codes.indexOf(undefined)];
    expect(await at.ticket(ticketId)).toMatchObject({
      ...{ state: 'accepted', assignee: { staffId: winner } },
      steps: [{ what: 'take', staffId: winner }],
    });
    const holders = (await at.world.all('workloads')).filter(
      ({ tickets }) => (tickets as readonly unknown[]).length > 0,
    );
    expect(holders.map(({ _id }) => _id)).toEqual([winner]);
  });

  test('a hundred taps of one engineer accept it once; the others are told that it has moved', async () => {
    await at.hire('zhang');
    await at.world.seed('workloads', onDuty('zhang'));
    const ticketId = await at.waiting();
    const taps = Array.from({ length: crowd }, () => at.refusal('zhang', 'ticketWork.accept', { ticketId }));
    expect(counted(await Promise.all(taps))).toEqual({ undefined: 1, TICKET_MOVED: crowd - 1 });
    expect((await at.ticket(ticketId)).steps.map(({ what }) => what)).toEqual(['take']);
  });

  test('twenty reports at the same moment all come in, and each is given to one person within the minute', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `hand${n}x`);
    for (const name of names) await at.hire(name);
    await at.world.seed('workloads', ...names.map(onDuty));
    const reports = names.map((_, n) =>
      at.refusal('customerService', 'tickets.takeReport', {
        ...{ communityId: 'yunqi', channel: 'phone', type: 'repair', problem: 'leak', urgency: 'general' },
        ...{ place: { kind: 'common', building: `${n + 1}栋`, where: '大厅' }, text: '水管漏水', photos: [] },
      }),
    );
    expect(counted(await Promise.all(reports))).toEqual({ undefined: 20 });
    await at.minutes(2);
    const tickets = await at.world.all('tickets');
    expect(counted(tickets.map(({ state }) => String(state)))).toEqual({ offered: 20 });
    const held = (await at.world.all('workloads')).map(
      ({ tickets: inHand }) => (inHand as readonly unknown[]).length,
    );
    expect(held).toEqual(names.map(() => 1));
  });

  test('the rule gives, two take, the supervisor overrides at the same moment: one owner, and the workloads say the same', async () => {
    const names = ['anna', 'berta', 'chris'];
    for (const name of names) await at.hire(name);
    await at.world.seed('workloads', ...names.map(onDuty));
    for (let round = 0; round < 8; round += 1) {
      const ticketId = await at.waiting();
      await Promise.all([
        at.world.tick(),
        at.refusal('anna', 'ticketWork.accept', { ticketId }),
        at.refusal('berta', 'ticketWork.accept', { ticketId }),
        at.refusal('supervisor', 'ticketWork.override', { ticketId, to: 'chris', reason: '更合适' }),
      ]);
      await at.minutes(1);
      const { state, assignee, steps } = await at.ticket(ticketId);
      expect(['offered', 'accepted']).toContain(state);
      const holders = (await at.world.all('workloads')).filter(({ tickets }) =>
        (tickets as readonly { ticketId: string; state: string }[]).some(
          (held) => held.ticketId === ticketId && held.state === state,
        ),
      );
      expect(holders.map(({ _id }) => _id)).toEqual([assignee?.staffId]);
      const known = ['offer', 'take', 'accept', 'override', 'transfer', 'reoffer'];
      expect(steps.filter(({ what }) => !known.includes(what))).toEqual([]);
    }
  });
});
