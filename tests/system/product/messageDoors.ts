import type { ActionName, InputOf } from '../../../types/contract';
import { type Persona, people } from './community';
import type { World } from './world';

type Doors<A extends ActionName> = {
  readonly [K in A]: { input: InputOf<K>; people: readonly Persona[] };
};

/** Row `missed`: somebody of yunqi whom a message did not reach. */
export async function seedMissed(world: World): Promise<void> {
  await world.seed('notReached', {
    ...{ _id: 'missed', communityId: 'yunqi', kind: 'billPublished', subject: 'bill', title: 't', body: 'b' },
    ...{ at: world.ports.now(), reason: 'noAccount', among: 'residents', state: 'open' },
  });
}

const desk: readonly Persona[] = ['customerService', 'finance'];

/** Who may do what about messages: written by hand a second time. */
export const messageDoors: Doors<Extract<ActionName, `messages.${string}`>> = {
  'messages.listInbox': { input: {}, people },
  'messages.markRead': { input: { messageIds: ['none'] }, people },
  'messages.templates': { input: {}, people },
  'messages.recordConsent': { input: { answers: [{ templateId: 'none', answer: 'accept' }] }, people },
  'messages.listNotReached': {
    input: { communityId: 'yunqi', among: 'residents', which: 'open' },
    people: desk,
  },
  'messages.settleNotReached': { input: { notReachedId: 'missed', how: 'called' }, people: desk },
  'messages.printSlips': { input: { communityId: 'yunqi', homeIds: ['yunqi-1201'] }, people: desk },
  'messages.printBuildingCode': { input: { homeId: 'yunqi-1201' }, people: desk },
};
