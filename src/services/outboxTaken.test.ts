import type { TicketView } from '../../types/contract/tickets';
import { granted, type Outcome, refused } from '../../types/refusal';
import { Outbox, type OutboxPorts } from './outbox';
import type { AnyWaiting, WaitingTaking } from './waitingReport';

/** A fire in the lobby, with a photo that is in the cloud and one that is not. */
const fire: Omit<WaitingTaking, 'requestId'> = {
  madeAt: 0,
  said: { type: 'repair', problem: 'fire', urgency: 'emergency', text: '大堂着火了' },
  photos: [
    { key: 'a', path: 'http://store/a.jpg', fileId: 'cloud://e/a' },
    { key: 'b', path: 'http://store/b.jpg' },
  ],
  taken: {
    ...{ communityId: 'yunqi', channel: 'patrol' },
    place: { kind: 'common', building: '3', where: '大堂' },
  },
};

/** A guard's phone whose storage outlives the outbox; files go, and the cloud answers, while `is.online`. */
function stage() {
  const is = { online: true, sendingFiles: true };
  const sent: { readonly input: object; readonly requestId: string }[] = [];
  let kept: readonly AnyWaiting[] = [];
  const answer = (input: object, requestId: string): Outcome<TicketView> => {
    sent.push({ input, requestId });
    return is.online ? granted({ ticketId: 't' } as TicketView) : refused('UNREACHABLE');
  };
  const ports: OutboxPorts = {
    read: () => kept,
    write: (reports) => {
      kept = reports;
    },
    folderFor: async (report) => granted('taken' in report ? 'people/guard/' : 'people/owner/'),
    sendFiles: async (folder, files) =>
      is.sendingFiles ? files.map(({ key }) => `cloud://e/${folder}${key}`) : undefined,
    report: async (input, requestId) => answer(input, requestId),
    add: async (input, requestId) => answer(input, requestId),
    isOnline: async () => is.online,
    isThere: () => true,
    drop: () => undefined,
  };
  return { ports, is, sent, kept: () => kept };
}

test('what staff take down goes as such, at once; the photos of an emergency follow it', async () => {
  const { ports, is, sent, kept } = stage();
  is.sendingFiles = false;
  const outbox = new Outbox(ports);
  expect((await outbox.put(fire)).kind).toBe('taken');
  await outbox.sendAll();
  const { taken, said } = fire;
  expect(sent.map(({ input }) => input)).toEqual([{ ...taken, ...said, photos: ['cloud://e/a'] }]);
  is.sendingFiles = true;
  await outbox.sendAll();
  expect(sent[1]?.input).toEqual({ ticketId: 't', photos: ['cloud://e/people/guard/b'] });
  expect(sent.length).toBe(2);
  expect(kept()).toEqual([]);
});

test('without a network it is kept, and goes after a restart under the name it had', async () => {
  const { ports, is, sent, kept } = stage();
  is.online = false;
  expect(await new Outbox(ports).put({ ...fire, photos: [] })).toEqual({ kind: 'waits', missing: 'network' });
  expect(kept()).toMatchObject([{ taken: fire.taken, missing: 'network' }]);
  is.online = true;
  const restarted = new Outbox(ports);
  await Promise.all([restarted.sendAll(), restarted.sendAll()]);
  await restarted.sendAll();
  expect(sent.length).toBe(2);
  expect(sent[1]).toEqual(sent[0]);
  expect(kept()).toEqual([]);
});
