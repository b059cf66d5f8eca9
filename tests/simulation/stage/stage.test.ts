import { changes, replace } from '../../../cloudfunctions/kernel/changes';
import { closedCollection, type Stored } from '../../../cloudfunctions/kernel/collection';
import { toDo, toRefuse } from '../../../cloudfunctions/kernel/decision';
import type { Ports } from '../../../cloudfunctions/kernel/ports';
import type { Instant } from '../../../types/day';
import type { Outcome } from '../../../types/refusal';
import { blindVersionCheck } from './blindCheck';
import { calm, storm } from './fates';
import { Stage, type StageOptions } from './stage';
import { StageCloud, stageEnvironment } from './stageCloud';
import { adminUrl } from './transport';

jest.setTimeout(60_000);

interface Counter extends Stored {
  readonly count: number;
}
const counters = closedCollection<Counter>('counters');
const names = ['a', 'b'];
const start = Date.parse('2026-11-10T09:00:00+08:00');
type Product = typeof import('../../system/product/product');

/** People who count up, each again and again until it is answered, as a phone with a request id does. */
async function playCounting(seed: number, { weather = calm, ...options }: StageOptions) {
  const invoke = () => Promise.reject(new Error('nobody is told'));
  const database = {
    collections: [counters, ...['audits', 'requests', 'feeds'].map((name) => closedCollection(name))],
  };
  const cloud = new StageCloud({ seed, start, database, invoke });
  Object.assign(process.env, stageEnvironment);
  const product = await import('../../system/product/product');
  const stage = new Stage(cloud, options);
  try {
    stage.weather = calm;
    void stage.play('seeding', {}, () => seedCounters(product));
    await stage.settle();
    stage.weather = weather;
    const people = Array.from({ length: 12 }, (_, person) => countUntilAnswered(stage, product, person));
    const running = Promise.all(people);
    await stage.settle();
    const answered = await running;
    const { engine } = cloud.database;
    const counted = engine.find({ collection: 'counters', filter: {} }).map(({ count }) => Number(count));
    const requests = engine.find({ collection: 'requests', filter: {} }).length;
    const left = { transactions: engine.openTransactions, bugs: cloud.bugs };
    return { digest: stage.trace.digest(), steps: stage.steps, answered, counted, requests, left };
  } finally {
    stage.close();
    cloud.stop();
  }
}

async function seedCounters(product: Product): Promise<void> {
  const rows = product.sdk().database({ throwOnNotFound: false }).collection('counters');
  for (const name of names) await rows.doc(name).set({ data: { version: 1, count: 0 } });
}

async function countUntilAnswered(stage: Stage, product: Product, person: number): Promise<number> {
  const openid = `o${String(person).padStart(27, '0')}`;
  for (let attempt = 1; ; attempt += 1) {
    if (attempt > 20) stage.weather = calm;
    const ending = await stage.play('count', { openid }, () => countUp(stage, product, openid, person));
    if (ending.kind === 'done' && ending.value.ok) return attempt;
  }
}

let ids = 0;

function countUp(stage: Stage, product: Product, openid: string, person: number): Promise<Outcome<number>> {
  const ports: Ports = {
    now: () => stage.cloud.context.clock.now() as Instant,
    newId: () => `id${String(++ids)}`,
    chance: () => 0.5,
    pause: (milliseconds) => stage.pause(`pauses for ${Math.round(milliseconds)} ms`),
    log: () => undefined,
    phoneOf: async () => ({ refused: 'unavailable' }),
  };
  const request = { openid, action: 'count', requestId: 'once', fingerprint: 'same' };
  const author = { action: 'count', actor: { openid, as: 'owner' } };
  const audit = [{ what: 'counted', beneficiary: { communityId: 'c' }, subjects: [] }];
  const decide = async () => {
    const read = await product.readById(counters, names[person % names.length] ?? '');
    if (!read) return toRefuse('HOME_NOT_FOUND');
    const count = read.count + 1;
    return toDo(count, changes({ audit, writes: [replace(counters, read, { ...read, count })] }));
  };
  return product.settle({ author, request, decide }, ports);
}

const play = (seed: number, options: StageOptions = { weather: storm }) => {
  ids = 0;
  return playCounting(seed, options);
};

describe('the stage', () => {
  // The whole product is read here, not on some test's time.
  beforeAll(async () => {
    Object.assign(process.env, stageEnvironment);
    await import('../../system/product/product');
  });

  test('plays the same seed in the same way, another seed in another', async () => {
    const [first, again, other] = [await play(7), await play(7), await play(8)];
    expect(first.steps).toBeGreaterThan(200);
    expect(again).toEqual(first);
    expect(other.digest).not.toBe(first.digest);
  });

  test('loses answers, kills and hinders, and the product counts everybody once', async () => {
    let attempts = 0;
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const { counted, requests, answered, left } = await play(seed);
      expect({ seed, counted, requests }).toEqual({ seed, counted: [6, 6], requests: 12 });
      expect(left).toEqual({ transactions: 0, bugs: [] });
      attempts += answered.reduce((sum, times) => sum + times, 0);
    }
    expect(attempts).toBeGreaterThan(8 * 12);
  });

  test('finds a commit that does not compare versions', async () => {
    const seeds = [1, 2, 3, 4, 5];
    const wrong = [];
    for (const seed of seeds) {
      const { counted } = await play(seed, { weather: storm, distort: blindVersionCheck() });
      if (counted.some((count) => count !== 6)) wrong.push(seed);
    }
    expect(wrong).toEqual(seeds);
  });

  test('ends a function that waits for a file which nobody ever answers for', async () => {
    const { keepFile, readFile } = await import('../../../cloudfunctions/platform/files');
    const { sdk } = await import('../../../cloudfunctions/platform/sdk');
    const sdkReads = (fileID: string) => sdk().downloadFile({ fileID });
    const database = { collections: [] };
    const cloud = new StageCloud({ seed: 1, start, database, invoke: () => Promise.reject(new Error()) });
    // Its link is answered, the file behind it is not.
    const stage = new Stage(cloud, {
      distort: (_actor, { action }, answer) => {
        if (action === 'storage.batchGetDownloadUrl') stage.weather = { ...calm, lostSilently: 1 };
        return answer;
      },
    });
    try {
      const kept = stage.play('keeps', {}, () => keepFile('a/photo.jpg', Buffer.from('photo')));
      await stage.settle();
      const ending = await kept;
      const read = stage.play('reads', {}, () => readFile(ending.kind === 'done' ? ending.value : ''));
      await stage.settle();
      // The limit that the product has set is over.
      expect(await read).toMatchObject({
        kind: 'threw',
        error: { message: expect.stringContaining('has not answered') },
      });
      stage.weather = calm;
      const waits = stage.play('waits', {}, () => sdkReads(ending.kind === 'done' ? ending.value : ''));
      await stage.settle();
      // Without one the function's own time is.
      expect((await waits).kind).toBe('killed');
      expect(stage.live).toBe(0);
    } finally {
      stage.close();
      cloud.stop();
    }
  });

  test('lets nobody speak to the world outside, and gives the process back', async () => {
    const { request } = await import('node:http');
    await play(1, { weather: calm });
    expect((await import('node:http')).request).toBe(request);
    expect(adminUrl).toContain('.invalid');
  });
});
