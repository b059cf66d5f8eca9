import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from '../../../cloudfunctions/environment';
import type { MessageIntent } from '../../../cloudfunctions/kernel/message';
import { people, seedCommunities } from './community';
import { granted, openidOf, startWorld, type World } from './world';

export const minute = 60_000;
const words = { place: '3栋2单元1201', month: '2026-10', bills: 3, amount: 130_460 };
/** A message that must reach its reader. */
export const bill = { kind: 'billPublished', words, page: 'bills?homeId=yunqi-1201' } as const;
/** One that need not. */
export const payment = { kind: 'paymentReceived', words, page: 'receipt?orderId=1' } as const;

let numbers = 0;

/** The outbox on the real SDK against the simulated WeChat, and what one does with it. */
export class PostOffice {
  private constructor(
    readonly world: World,
    readonly drain: (limit?: number) => Promise<{ readonly more: boolean }>,
  ) {}

  static async open(): Promise<PostOffice> {
    const world = await startWorld();
    const { drainOutbox } = await import('../../../cloudfunctions/modules/messages');
    const { dist } = world.cloud.context.settings;
    writeFileSync(join(dist, 'environment.json'), JSON.stringify(environment));
    await seedCommunities(world);
    await world.seed('residents', {
      _id: 'resident-t-owner',
      communityId: 'yunqi',
      name: '王秀英',
      phone: '13812345678',
    });
    for (const [index, person] of people.entries()) world.phoneCode(person, `1380000${1000 + index}`);
    return new PostOffice(world, (limit = 50) => drainOutbox(world.ports, limit));
  }

  /** As a commit leaves it. */
  async tell(...intents: readonly MessageIntent[]): Promise<void> {
    const at = this.world.ports.now();
    const outgoing = { _id: `audit${++numbers}`, at, notBefore: at, communityId: 'yunqi', state: 'waiting' };
    await this.world.seed('outbox', { ...outgoing, intents });
  }

  tellPerson(person: string, intent: Omit<MessageIntent, 'to'> = bill): Promise<void> {
    return this.tell({ to: { openid: openidOf(person) }, ...intent });
  }

  /** WeChat answers the next sends with this code. */
  refuse(code: string, times = 1): void {
    const point = 'openapi.subscribeMessage.send';
    this.world.cloud.context.faults.add({ id: 'send', point, kind: 'error', chance: 1, times, code });
  }

  /** The person accepts so many requests, and the phone says so. */
  async consent(person: string, times = 1): Promise<void> {
    const templateId = 'nuanlin-bill';
    for (let time = 0; time < times; time += 1) {
      this.world.cloud.rooms.openapi.messages.answer(openidOf(person), { [templateId]: 'accept' });
      const answers = [{ templateId, answer: 'accept' as const }];
      granted(await this.world.ask(person, 'messages.recordConsent', { answers }));
    }
  }

  async inboxOf(person: string) {
    return granted(await this.world.ask(person, 'messages.listInbox', {}));
  }

  reminded(person: string) {
    return this.world.cloud.rooms.openapi.messages.delivered({ openid: openidOf(person) });
  }

  async missed(which: 'open' | 'settled' = 'open', among: 'residents' | 'staff' = 'residents') {
    return granted(
      await this.world.ask('finance', 'messages.listNotReached', { communityId: 'yunqi', among, which }),
    );
  }

  /** Nothing waits any more. */
  async proveEmpty(): Promise<void> {
    expect(await this.world.all('outbox')).toEqual([]);
  }
}
