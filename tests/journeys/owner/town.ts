import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCloud } from '../../../simulator/cloud/cloud';
import { startPhone } from '../../../simulator/phone/phone';
import { seedCommunities } from '../../system/product/community';
import { openidOf, World } from '../../system/product/world';
import { OwnerPhone } from './ownerPhone';

export { openWallet, paysAll, publishBill, tap } from '../../system/product/money';

export interface Town {
  /** The same product in this process, to publish bills as finance does and to look at what was committed. */
  readonly world: World;
  /** A person's phone, with the mini-program open. `phoneNumber` makes the person's WeChat account first. */
  phoneOf(person: string, settings?: PhoneSettings): Promise<OwnerPhone>;
  /** Brings what was told to the inboxes, as the tick does every minute. */
  deliver(): Promise<void>;
  /** How many calls of functions this person's phones have made so far. */
  calls(person: string): number;
  close(): Promise<void>;
}

type PhoneSettings = NonNullable<Parameters<typeof startPhone>[0]['settings']>;

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
  return {
    world,
    phoneOf: async (person, settings = {}) => {
      const phone = await startPhone({ gatewayUrl: cloud.gatewayUrl, openid: openidOf(person), settings });
      const opened = await OwnerPhone.open(phone);
      phones.push(opened);
      return opened;
    },
    calls: (person) =>
      cloud.context.log.find({ kind: 'function', who: openidOf(person), limit: 10_000 }).length,
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
