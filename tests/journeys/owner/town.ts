import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cloud, startCloud } from '../../../simulator/cloud/cloud';
import { startPhone } from '../../../simulator/phone/phone';
import { monthAt } from '../../../types/day';
import { seedCommunities } from '../../system/product/community';
import { type NewBill, publishBill as publishAnyBill } from '../../system/product/money';
import { openidOf, World } from '../../system/product/world';
import { OwnerPhone } from './ownerPhone';

export { openWallet, paysAll, tap } from '../../system/product/money';

export interface Town {
  /** The same product in this process, to publish bills as finance does and to look at what was committed. */
  readonly world: World;
  /** A person's phone, with the mini-program open. `phoneNumber` makes the person's WeChat account first. */
  phoneOf(person: string, settings?: PhoneSettings): Promise<OwnerPhone>;
  /** Brings what was told to the inboxes, as the tick does every minute. */
  deliver(): Promise<void>;
  /**
   * How many calls of functions this person's phones make for what is done, at least one. Whatever else is under way ends first: pages ask
   * anew when news reaches them.
   */
  callsFor(person: string, what: () => Promise<unknown>): Promise<number>;
  /** As `callsFor`, the least of three times: news that comes meanwhile has a page ask again, on a slow machine even a feed that was cut. */
  leastCallsFor(person: string, what: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

type PhoneSettings = NonNullable<Parameters<typeof startPhone>[0]['settings']>;

/** Publishes one bill as a bill run does, of this month unless another is given: phones know the machine's day, and what was due before it is late. */
export function publishBill(world: World, bill: NewBill): Promise<string> {
  return publishAnyBill(world, { month: monthAt(world.ports.now()), ...bill });
}

/** Milliseconds until the calls of a phone have come to rest. */
const patience = 60_000;

/**
 * Two communities (tests/system/product/community.ts) on a cloud that runs the built functions, with the wallets filled. Business time
 * is the machine's, so that phone and cloud agree.
 */
export async function openTown(): Promise<Town> {
  const cloud = await startCloud({ dist: 'dist' });
  Object.assign(process.env, cloud.env);
  console.warn = () => undefined;
  const product = await import('../../system/product/product');
  const world = new World(cloud, product, mkdtempSync(join(tmpdir(), 'town-')));
  await seedCommunities(world);
  await world.seed(
    'residents',
    {
      _id: 'resident-t-owner',
      communityId: 'yunqi',
      name: '陈芳',
      phone: '13857120001',
      phones: ['13857120001'],
    },
    { _id: 'resident-t-family', communityId: 'yunqi', name: '王建国' },
    { _id: 'resident-t-tenant', communityId: 'yunqi', name: '李雷' },
    { _id: 'resident-t-next', communityId: 'yunqi', name: '赵敏' },
    { _id: 'resident-t-else', communityId: 'wutong', name: '孙静' },
  );
  const people = ['owner', 'family', 'tenant', 'ownerNextDoor', 'stranger'];
  for (const [index, person] of people.entries()) world.phoneCode(person, `1385712000${index + 1}`);
  const phones: OwnerPhone[] = [];
  const callsFor: Town['callsFor'] = async (person, what) => {
    const before = await callsAtRest(cloud, person);
    await what();
    return (await callsAtRest(cloud, person, before + 1)) - before;
  };
  return {
    world,
    phoneOf: async (person, settings = {}) => {
      const phone = await startPhone({ gatewayUrl: cloud.gatewayUrl, openid: openidOf(person), settings });
      const opened = await OwnerPhone.open(phone);
      phones.push(opened);
      return opened;
    },
    callsFor,
    leastCallsFor: async (person, what) => {
      let least = await callsFor(person, what);
      for (let again = 0; again < 2 && least > 1; again += 1)
        least = Math.min(least, await callsFor(person, what));
      return least;
    },
    deliver: async () => {
      const { drainOutbox } = await import('../../../cloudfunctions/modules/messages');
      await drainOutbox(world.ports, 50);
    },
    close: async () => {
      // A phone that is over a limit of the audits says so, and leaves no other phone behind that would keep the process alive.
      const closed = await Promise.allSettled(phones.map((phone) => phone.close()));
      await world.stop();
      const broken = closed.find((each) => each.status === 'rejected');
      if (broken) throw broken.reason;
    },
  };
}

/**
 * A person's calls of functions so far, once there are at least so many, the feed is watched (its first look may have pages ask again),
 * none is being answered and a second and a half has brought no other. Calls are counted when they are answered.
 */
async function callsAtRest({ context, rooms }: Cloud, person: string, atLeast = 0): Promise<number> {
  const who = openidOf(person);
  const look = () => ({
    calls: context.log.find({ kind: 'function', who, limit: 10_000 }).length,
    isBusy:
      !rooms.watch.list().some(({ openid }) => openid === who) ||
      rooms.functions.instances().some(({ name, busy }) => name === 'api' && busy > 0),
  });
  const end = Date.now() + patience;
  for (let before = -1; Date.now() < end; ) {
    const { calls, isBusy } = look();
    if (calls === before && !isBusy && calls >= atLeast) return calls;
    before = isBusy ? -1 : calls;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
  }
  throw new Error(`${person} did not come to rest: ${look().calls} calls, at least ${atLeast} expected`);
}
