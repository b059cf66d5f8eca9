import type { InputOf } from '../../../types/contract';
import { WorkWorld } from './workWorld';
import { granted, openidOf } from './world';

jest.setTimeout(120_000);

const hour = 3_600_000;

/** B6: whoever reported by phone and has no account is asked by customer service; what they say counts as any rating. */
describe('a rating asked for on the phone', () => {
  let at: WorkWorld;

  beforeEach(async () => {
    at = await WorkWorld.start();
  });
  afterEach(() => at?.stop());

  const contact = { name: '陈先生', phone: '13700000000' };
  const common = { kind: 'common', building: '3', where: '大堂' } as const;
  const called = (
    more: Partial<InputOf<'tickets.takeReport'>> = { contact },
  ): InputOf<'tickets.takeReport'> => ({
    ...{ communityId: 'yunqi', channel: 'phone', place: common, text: '大堂漏水', photos: [] },
    ...{ type: 'repair', problem: 'leak', urgency: 'general' },
    ...more,
  });

  /** Taken down, repaired, accepted by silence. */
  const closed = async (input = called()): Promise<string> => {
    const { ticketId } = await at.ask('customerService', 'tickets.takeReport', input);
    await at.giving.accept('zhang', ticketId);
    await at.worked(ticketId);
    await at.finish(ticketId);
    at.world.advance(73 * hour);
    await at.world.tick();
    expect((await at.ticket(ticketId)).state).toBe('closed');
    return ticketId;
  };
  const calls = async () =>
    (await at.ask('customerService', 'ticketDesks.customer', { communityId: 'yunqi' })).ratingCalls.map(
      ({ ticketId }) => ticketId,
    );

  test('stands in the list of calls until it is written down, once, with who asked in the audit', async () => {
    const ticketId = await closed();
    expect(await calls()).toEqual([ticketId]);
    const listed = { communityId: 'yunqi', which: 'ratingCalls' } as const;
    expect((await at.ask('customerService', 'ticketWork.list', listed)).total).toBe(1);
    const view = await at.ask('customerService', 'tickets.ticket', { ticketId });
    expect(view.can).toEqual(expect.arrayContaining(['ticketWork.takeRating', 'ticketWork.giveUpRating']));
    expect((await at.ask('supervisor', 'tickets.ticket', { ticketId })).can).not.toContain(
      'ticketWork.takeRating',
    );
    const said = { ticketId, stars: 2, words: ['没修好'], text: '又开始漏了' };
    expect(await at.refusal('owner', 'ticketWork.takeRating', said)).toBe('NOT_ALLOWED');
    const twice = [1, 2].map(() =>
      at.world.ask('customerService', 'ticketWork.takeRating', said, 'the-same-request'),
    );
    for (const outcome of await Promise.all(twice))
      expect(granted(outcome).rating).toMatchObject({ stars: 2, words: ['没修好'], takenBy: '客服' });
    expect(await calls()).toEqual([]);
    const { steps, rating, clocks, counted } = await at.ticket(ticketId);
    expect(steps.filter(({ what }) => what === 'rate')).toMatchObject([{ staffId: 'customerService' }]);
    expect(rating?.text).toMatchObject({ text: '又开始漏了', by: openidOf('customerService') });
    expect(counted).toEqual(expect.arrayContaining(['rated', 'stars-2', 'poor']));
    // As any poor rating: the first revisit and the plan begin, and both desks are told.
    expect(clocks.filter(({ stoppedAt }) => stoppedAt === undefined).map(({ kind }) => kind)).toEqual([
      'revisit',
      'plan',
    ]);
    expect(await at.inbox('supervisor')).toContain('有一条差评要回访');
    expect((await at.audited(ticketId)).filter((what) => what === 'ticketRatingTaken')).toHaveLength(1);
    const audits = (await at.world.all('audits')) as unknown as readonly {
      notes: readonly { what: string }[];
      actor: { openid?: string };
    }[];
    const asked = audits.find(({ notes }) => notes.some(({ what }) => what === 'ticketRatingTaken'));
    expect(asked?.actor.openid).toBe(openidOf('customerService'));
    expect(await at.refusal('customerService', 'ticketWork.takeRating', said)).toBe('ALREADY_RATED');
  });

  test('given up with a reason, it is called no more', async () => {
    const ticketId = await closed();
    const reason = { ticketId, reason: '打了三次没有人接' };
    expect(await at.refusal('supervisor', 'ticketWork.giveUpRating', reason)).toBe('NOT_ALLOWED');
    await at.ask('customerService', 'ticketWork.giveUpRating', reason);
    expect(await calls()).toEqual([]);
    expect(await at.refusal('customerService', 'ticketWork.giveUpRating', reason)).toBe('NO_RATING_TO_ASK');
    expect(await at.audited(ticketId)).toContain('ticketRatingGivenUp');
  });

  test('nobody is called about what a colleague took down in no one’s name, nor who rates on the own phone', async () => {
    const nobodys = await closed(called({}));
    const theirs = await at.closed();
    expect(await calls()).toEqual([]);
    const said = { stars: 5, words: [] };
    for (const ticketId of [nobodys, theirs])
      expect(await at.refusal('customerService', 'ticketWork.takeRating', { ticketId, ...said })).toBe(
        'NO_RATING_TO_ASK',
      );
  });
});
