import type { MessageIntent } from '../../../cloudfunctions/kernel/message';
import { mediaVerdictIn } from '../../../cloudfunctions/platform/contentCheck';
import type { TicketView } from '../../../types/contract/tickets';
import { Reporting } from './reporting';
import { granted, openidOf, type World } from './world';

jest.setTimeout(240_000);

const minute = 60_000;
const day = 24 * 60 * minute;
const risky = '楼下有人拉人进赌博平台';

describe('what WeChat has not passed is seen by its sender alone', () => {
  let world: World;
  let at: Reporting;

  beforeEach(async () => {
    at = await Reporting.start();
    world = at.world;
  });
  afterEach(() => world?.stop());

  const see = async (person: string, ticketId: string): Promise<TicketView> =>
    granted(await world.ask(person, 'tickets.ticket', { ticketId }));

  /** The messages that say that something was refused. */
  async function tellings(): Promise<readonly MessageIntent[]> {
    const all = (await world.all('outbox')) as unknown as readonly { intents: readonly MessageIntent[] }[];
    return all.flatMap(({ intents }) => intents).filter(({ kind }) => kind === 'contentRefused');
  }

  /** Tells what WeChat thinks of the newest file, or of the one at this place. */
  async function hear(suggest: string, place = -1): Promise<void> {
    const { settleVerdict } = await import('../../../cloudfunctions/modules/tickets');
    const trace = world.cloud.rooms.openapi.media.list().at(place)?.traceId;
    const event = { Event: 'wxa_media_check', trace_id: trace, errcode: 0, result: { suggest, label: 100 } };
    await settleVerdict(mediaVerdictIn(event)!, world.ports);
  }

  test('nine verdicts at the same moment are all kept', async () => {
    const names = Array.from({ length: 9 }, (_, n) => `${n}.jpg`);
    const photos: string[] = [];
    for (const name of names) photos.push(await at.upload('owner', name, name));
    const { ticketId } = await at.report('owner', { photos });
    await Promise.all(names.map((_, place) => hear('pass', place)));
    expect((await see('family', ticketId)).photos.map(({ check }) => check)).toEqual(
      names.map(() => 'passed'),
    );
  });

  test('refused words: the sender is told and sees them, the others read what it is about', async () => {
    const mine = await at.report('owner', { text: risky, problem: 'security', spot: '大堂' });
    expect(mine).toMatchObject({ textCheck: 'refused', text: risky, title: risky, spot: '大堂' });
    for (const person of ['family', 'customerService']) {
      const seen = await see(person, mine.ticketId);
      expect(seen).toMatchObject({ textCheck: 'refused', title: '秩序安全' });
      expect(seen).not.toHaveProperty('text');
      expect(seen).not.toHaveProperty('spot');
    }
    expect(await tellings()).toMatchObject([
      { to: { openid: openidOf('owner') }, words: { place: '3栋2单元1201', title: '秩序安全' } },
    ]);
    expect(JSON.stringify(await world.all('outbox'))).not.toContain('赌博');
    expect(await world.read('due', `contentCheck·${mine.ticketId}`)).toBeUndefined();
  });

  test('WeChat gives no answer: pending, asked again by the tick, at last by nobody', async () => {
    world.advance(3 * 60 * minute);
    const { ticketId, textCheck } = await at.report('owner', { text: '水管漏水' });
    expect(textCheck).toBe('pending');
    expect((await see('family', ticketId)).title).toBe('漏水');
    const asks: number[] = [at.now()];
    for (;;) {
      const due = (await world.read('due', `contentCheck·${ticketId}`)) as { at?: number } | undefined;
      if (due?.at === undefined || asks.length > 9) break;
      world.advance(due.at - at.now());
      asks.push(at.now());
      await world.tick();
    }
    expect(asks.slice(1).map((one, index) => (one - (asks[index] ?? 0)) / minute)).toEqual([5, 15, 60]);
    expect((await see('family', ticketId)).textCheck).toBe('pending');

    // Who adds something is there again: what was pending is asked about with it.
    at.visit('owner');
    granted(await world.ask('owner', 'tickets.add', { ticketId, text: '厨房里', photos: [] }));
    expect(await see('family', ticketId)).toMatchObject({ textCheck: 'passed', title: '水管漏水' });
  });

  test('the tick asks again, as soon as whoever wrote it is there again', async () => {
    world.advance(3 * 60 * minute);
    const { ticketId } = await at.report('owner', {});
    at.visit('owner');
    world.advance(5 * minute);
    await world.tick();
    expect(await see('family', ticketId)).toMatchObject({ textCheck: 'passed', text: '水管漏水' });
    expect(await world.read('due', `contentCheck·${ticketId}`)).toBeUndefined();
  });

  test('photos and voice: pending, then by links that expire to whoever may see the ticket', async () => {
    const photos = [await at.upload('owner', 'a.jpg'), await at.upload('owner', 'b.jpg')];
    const voice = { fileId: await at.upload('owner', 'v.mp3'), seconds: 12 };
    const mine = await at.report('owner', { text: '', photos, voice });
    expect(mine).toMatchObject({
      ...{ title: '漏水', textCheck: 'passed' },
      photos: [
        { check: 'pending', fileId: photos[0], link: expect.stringContaining('http') },
        { check: 'pending' },
      ],
      voice: { check: 'pending', seconds: 12, link: expect.any(String) },
    });
    expect(world.cloud.rooms.openapi.media.list()).toHaveLength(3);
    const before = await see('family', mine.ticketId);
    expect(before.photos).toEqual([
      { check: 'pending', at: expect.any(Number) },
      { check: 'pending', at: expect.any(Number) },
    ]);

    await hear('pass', 0);
    await hear('risky', 1);
    await hear('risky', 1);
    await hear('pass', 2);
    const after = await see('family', mine.ticketId);
    expect(after.photos).toMatchObject([{ check: 'passed', link: expect.any(String) }, { check: 'refused' }]);
    expect(after.photos[0]).not.toHaveProperty('fileId');
    expect(after.photos[1]).not.toHaveProperty('link');
    expect(after.voice).toMatchObject({ check: 'passed', link: expect.any(String) });
    const own = await see('owner', mine.ticketId);
    expect(own.photos[1]).toMatchObject({ check: 'refused', link: expect.any(String) });
    expect(await tellings()).toMatchObject([{ to: { openid: openidOf('owner') } }]);
    expect((await fetch(after.photos[0]!.link!)).status).toBe(200);
    // Of WeChat's ten minutes; whoever opens the ticket again is given another.
    world.advance(11 * minute);
    expect((await fetch(after.photos[0]!.link!)).status).toBe(403);
    const again = await see('family', mine.ticketId);
    expect((await fetch(again.photos[0]!.link!)).status).toBe(200);
  });

  test('a file that its sender writes over after the check: all others see what was checked', async () => {
    const contentOf = async (link: string | undefined) => (await fetch(link ?? '')).text();
    const { ticketId } = await at.report('owner', { photos: [await at.upload('owner', 'a.jpg', 'a pipe')] });
    // Also before the verdict: WeChat looks at what will be shown.
    await at.upload('owner', 'a.jpg', 'no pipe');
    await hear('pass');
    await at.upload('owner', 'a.jpg', 'an advertisement');
    for (const person of ['family', 'customerService'])
      expect(await contentOf((await see(person, ticketId)).photos[0]?.link)).toBe('a pipe');
    expect(await contentOf((await see('owner', ticketId)).photos[0]?.link)).toBe('an advertisement');
    const { photos } = (await world.read('tickets', ticketId)) as unknown as { photos: { copyId: string }[] };
    expect(photos[0]?.copyId).toMatch(/^cloud:\/\/[^/]+\/checked\//);
  });

  test('a verdict that is lost is asked for again after 35 minutes; a file that cannot be fetched, too', async () => {
    const { ticketId } = await at.report('owner', { photos: [await at.upload('owner', 'a.jpg')] });
    world.advance(34 * minute);
    at.visit('owner');
    await world.tick();
    expect(world.cloud.rooms.openapi.media.list()).toHaveLength(1);
    world.advance(minute);
    await world.tick();
    expect(world.cloud.rooms.openapi.media.list()).toHaveLength(2);
    const { settleVerdict } = await import('../../../cloudfunctions/modules/tickets');
    const traceId = world.cloud.rooms.openapi.media.list()[1]!.traceId;
    await settleVerdict({ traceId, verdict: 'unknown' }, world.ports);
    expect((await see('owner', ticketId)).photos).toMatchObject([{ check: 'pending' }]);
    await hear('pass', 0);
    expect((await see('family', ticketId)).photos).toMatchObject([{ check: 'passed' }]);
  });

  test('a verdict that comes before our own commit is not lost', async () => {
    const { settleVerdict } = await import('../../../cloudfunctions/modules/tickets');
    const { checkContent } = await import(
      '../../../cloudfunctions/modules/tickets/reporting/content/checkContent'
    );
    world.advance(3 * 60 * minute);
    const photo = await at.upload('owner', 'a.jpg');
    const { ticketId } = await at.report('owner', { photos: [photo] });
    at.visit('owner');
    const early = settleWhenAsked();
    await checkContent(ticketId, world.ports);
    await early;
    expect((await see('family', ticketId)).photos).toMatchObject([{ check: 'passed' }]);

    async function settleWhenAsked(): Promise<void> {
      for (;;) {
        const trace = world.cloud.rooms.openapi.media.list()[0]?.traceId;
        if (trace) return settleVerdict({ traceId: trace, verdict: 'passed' }, world.ports);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    }
  });

  test('after a week nobody knows any more which file a check was of', async () => {
    await world.seed('contentChecks', { _id: 'old', at: at.now() }, { _id: 'new', at: at.now() + day });
    world.advance(7 * day + 17 * minute);
    await world.tick();
    expect((await world.all('contentChecks')).map(({ _id }) => _id)).toEqual(['new']);
  });

  test('an emergency is given to somebody whatever WeChat thinks of its words', async () => {
    await world.seed('workloads', {
      ...{ _id: 'engineer', communityId: 'yunqi', isOnDuty: true, onDutySince: 0, tickets: [], worked: [] },
    });
    await world.remove('staffMembers', 'engineer');
    await world.seed('staffMembers', {
      ...{ _id: 'engineer', communityId: 'yunqi', name: '张建国', phone: '13800000000', from: '2020-01-01' },
      ...{ duties: ['engineer'], skills: ['水暖'], areas: [], openid: openidOf('engineer') },
    });
    const report = { problem: 'burst', urgency: 'emergency', text: `爆管了，${risky}` } as const;
    const mine = await at.report('owner', report);
    expect(mine).toMatchObject({ state: 'offered', textCheck: 'refused' });
    const seen = await see('engineer', mine.ticketId);
    expect(seen).toMatchObject({ title: '爆管', can: expect.arrayContaining(['ticketWork.accept']) });
    expect(seen).not.toHaveProperty('text');
    const words = JSON.stringify(await world.all('outbox'));
    expect(words).not.toContain('赌博');
  });
});

test.each([
  [{ Event: 'wxa_media_check', trace_id: 't', errcode: 0, result: { suggest: 'pass' } }, 'passed'],
  [{ Event: 'wxa_media_check', trace_id: 't', errcode: 0, result: { suggest: 'review' } }, 'refused'],
  [{ Event: 'wxa_media_check', trace_id: 't', errcode: -1008, result: {} }, 'unknown'],
  [{ Event: 'wxa_media_check', errcode: 0, result: { suggest: 'pass' } }, undefined],
  [{ Event: 'subscribe_msg_sent_event', trace_id: 't', result: { suggest: 'pass' } }, undefined],
  ['text', undefined],
])('the event %j says %s', (event, verdict) => {
  expect(mediaVerdictIn(event)?.verdict).toBe(verdict);
});
