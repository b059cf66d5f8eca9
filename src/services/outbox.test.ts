import type { TicketView } from '../../types/contract/tickets';
import { granted, type Outcome, refused } from '../../types/refusal';
import { Outbox, type OutboxPorts } from './outbox';
import { type AnyWaiting, isStuck, type WaitingReport } from './waitingReport';

const made: Omit<WaitingReport, 'requestId'> = {
  homeId: 'home',
  folder: 'people/me/',
  madeAt: 0,
  said: { type: 'repair', problem: 'leak', urgency: 'general', text: '厨房漏水' },
  photos: [
    { key: 'a', path: 'http://store/a.jpg', fileId: 'cloud://e/a' },
    { key: 'b', path: 'http://store/b.jpg' },
  ],
  voice: { key: 'v', path: 'http://store/v.mp3', seconds: 12 },
};
const ticket = { ticketId: 't' } as TicketView;

/** A phone whose storage outlives the outbox, and a cloud that answers as it is told. */
function stage() {
  let kept: readonly AnyWaiting[] = [];
  let isOnline = true;
  const asked: {
    readonly requestId: string;
    readonly photos: readonly string[];
    readonly text: string;
    readonly voice?: string;
  }[] = [];
  const added: { readonly requestId: string; readonly photos: readonly string[]; readonly voice?: string }[] =
    [];
  const stubborn = new Set<string>();
  const sent: string[] = [];
  const dropped: string[] = [];
  const lost = new Set<string>();
  const state: { answer: Outcome<TicketView>; added: Outcome<TicketView>; folder: Outcome<string> } = {
    ...{ answer: granted(ticket), added: granted(ticket), folder: granted('people/me/') },
  };
  const ports: OutboxPorts = {
    read: () => kept,
    write: (reports) => {
      kept = reports;
    },
    folderFor: async () => (isOnline ? state.folder : refused('UNREACHABLE')),
    sendFiles: async (folder, files, tell) => {
      expect(folder).toBe('people/me/');
      if (!isOnline) return undefined;
      for (const file of files)
        if (!file.fileId && !stubborn.has(file.key)) {
          sent.push(file.key);
          tell({ ...file, fileId: `cloud://e/${file.key}` });
        }
      if (files.some(({ key, fileId }) => !fileId && stubborn.has(key))) return undefined;
      return files.map(({ key }) => `cloud://e/${key}`);
    },
    report: async ({ photos, text, voice }, requestId) => {
      asked.push({ requestId, photos, text, ...(voice ? { voice: voice.fileId } : {}) });
      return state.answer;
    },
    add: async ({ ticketId, photos, voice }, requestId) => {
      expect(ticketId).toBe('t');
      added.push({ requestId, photos, ...(voice ? { voice: voice.fileId } : {}) });
      return state.added;
    },
    isOnline: async () => isOnline,
    isThere: (path) => !lost.has(path),
    drop: (path) => void dropped.push(path),
  };
  return {
    ports,
    asked,
    added,
    stubborn,
    sent,
    dropped,
    lost,
    state,
    kept: () => kept,
    network: (value: boolean) => {
      isOnline = value;
    },
  };
}

test('a report goes at once, with what was not sent yet, and leaves nothing behind', async () => {
  const { ports, asked, sent, dropped, kept } = stage();
  expect(await new Outbox(ports).put(made)).toEqual({ kind: 'taken', ticket });
  expect(sent).toEqual(['b', 'v']);
  expect(asked[0]?.photos).toEqual(['cloud://e/a', 'cloud://e/b']);
  expect(kept()).toEqual([]);
  expect(dropped.length).toBe(3);
});

test('without a network it waits, and goes once after a restart', async () => {
  const { ports, asked, network, kept } = stage();
  network(false);
  expect(await new Outbox(ports).put(made)).toEqual({ kind: 'waits', missing: 'network' });
  expect(kept().length).toBe(1);
  const wish = kept()[0]?.requestId;
  network(true);
  const restarted = new Outbox(ports);
  await Promise.all([restarted.sendAll(), restarted.sendAll()]);
  expect(asked.map(({ requestId }) => requestId)).toEqual([wish]);
  expect(kept()).toEqual([]);
});

test('a lost answer is asked for again under the same name, without sending a file twice', async () => {
  const { ports, asked, sent, state, kept } = stage();
  state.answer = refused('UNREACHABLE');
  const outbox = new Outbox(ports);
  expect(await outbox.put(made)).toEqual({ kind: 'waits', missing: 'network' });
  state.answer = granted(ticket);
  await outbox.sendAll();
  expect(asked[0]).toEqual(asked[1]);
  expect(sent).toEqual(['b', 'v']);
  expect(kept()).toEqual([]);
});

test.each(['SERVICE_FAILED', 'INTERNAL'] as const)(
  'where the service fails (%s) nothing is lost: it says so, and goes under the same name',
  async (code) => {
    const { ports, asked, sent, state, kept } = stage();
    state.answer = refused(code);
    const outbox = new Outbox(ports);
    expect(await outbox.put(made)).toEqual({ kind: 'waits', missing: 'service' });
    expect(kept()).toMatchObject([{ said: made.said, missing: 'service' }]);
    state.answer = refused('BUSY');
    await outbox.sendAll();
    expect(kept()[0]?.missing).toBeUndefined();
    state.answer = granted(ticket);
    await new Outbox(ports).sendAll();
    expect(new Set(asked.map(({ requestId }) => requestId)).size).toBe(1);
    expect(sent).toEqual(['b', 'v']);
    expect(kept()).toEqual([]);
  },
);

test('what is refused on the screen is the person’s again; refused later it waits for the person and is not sent again', async () => {
  const { ports, asked, network, state, kept } = stage();
  state.answer = refused('TOO_MANY_TICKETS');
  const outbox = new Outbox(ports);
  expect((await outbox.put(made)).kind).toBe('refused');
  expect(kept()).toEqual([]);
  network(false);
  await outbox.put(made);
  network(true);
  await outbox.sendAll();
  await outbox.sendAll();
  expect(asked.length).toBe(2);
  expect(kept()[0]?.refusal?.code).toBe('TOO_MANY_TICKETS');
  const back = outbox.takeBack(kept()[0]?.requestId ?? '');
  expect(back?.said.text).toBe('厨房漏水');
  expect(kept()).toEqual([]);
});

test('a report that is being sent is not handed back: the person would report it twice', async () => {
  const { ports, kept } = stage();
  const outbox = new Outbox(ports);
  const sending = outbox.put(made);
  expect(outbox.takeBack(kept()[0]?.requestId ?? '')).toBeUndefined();
  expect((await sending).kind).toBe('taken');
});

test('one that was made without ever having had a network learns its folder first', async () => {
  const { ports, asked, network } = stage();
  network(false);
  const { folder: _folder, ...unplaced } = made;
  const outbox = new Outbox(ports);
  expect(await outbox.put(unplaced)).toEqual({ kind: 'waits', missing: 'network' });
  network(true);
  await outbox.sendAll();
  expect(asked.length).toBe(1);
});

test('a photo that the phone has lost does not keep the report back', async () => {
  const { ports, asked, lost } = stage();
  lost.add('http://store/b.jpg');
  expect((await new Outbox(ports).put(made)).kind).toBe('taken');
  expect(asked[0]?.photos).toEqual(['cloud://e/a']);
});

test('whoever watches hears of every change', async () => {
  const { ports } = stage();
  const outbox = new Outbox(ports);
  const heard = jest.fn();
  const stop = outbox.watch(heard);
  await outbox.put(made);
  expect(heard).toHaveBeenCalled();
  stop();
  heard.mockClear();
  await outbox.put(made);
  expect(heard).not.toHaveBeenCalled();
});

describe('an emergency', () => {
  const emergency = { ...made, said: { ...made.said, urgency: 'emergency' as const } };

  test('goes at once with its words and what is there; the rest follows, once', async () => {
    const { ports, asked, added, stubborn, kept, dropped } = stage();
    stubborn.add('b');
    const outbox = new Outbox(ports);
    expect(await outbox.put(emergency)).toEqual({ kind: 'taken', ticket });
    expect(asked.map(({ photos }) => photos)).toEqual([['cloud://e/a']]);
    await outbox.sendAll();
    expect(kept()[0]?.followed?.ticketId).toBe('t');
    // What is on its way with it is no report to be changed.
    expect(outbox.takeBack(kept()[0]?.requestId ?? '')).toBeUndefined();
    expect(added).toEqual([]);
    stubborn.clear();
    await new Outbox(ports).sendAll();
    await new Outbox(ports).sendAll();
    expect(asked.length).toBe(1);
    expect(added).toMatchObject([{ photos: ['cloud://e/b'], voice: 'cloud://e/v' }]);
    expect(kept()).toEqual([]);
    expect(dropped.length).toBe(3);
  });

  test('does not wait behind the photos of what can wait', async () => {
    const { ports, asked, network, state, kept } = stage();
    network(false);
    state.answer = refused('UNREACHABLE');
    const outbox = new Outbox(ports);
    await outbox.put(made);
    await outbox.put(emergency);
    network(true);
    state.answer = granted(ticket);
    asked.length = 0;
    const { sendFiles } = ports;
    let arrive: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    ports.sendFiles = async (...given) => {
      await hanging;
      return sendFiles(...given);
    };
    const sending = outbox.sendAll();
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    expect(asked.length).toBe(1);
    expect(kept()[1]?.followed?.ticketId).toBe('t');
    arrive();
    await sending;
    expect([asked.length, kept().length]).toEqual([2, 0]);
  });

  test('whose answer was lost goes again with the same files, whatever has arrived meanwhile', async () => {
    const { ports, asked, added, state, kept } = stage();
    state.answer = refused('UNREACHABLE');
    const outbox = new Outbox(ports);
    expect((await outbox.put(emergency)).kind).toBe('waits');
    state.answer = granted(ticket);
    await outbox.sendAll();
    expect(asked[1]).toEqual(asked[0]);
    expect(added.length).toBe(1);
    expect(kept()).toEqual([]);
  });

  test('a lost answer to what follows is asked for again under its name', async () => {
    const { ports, added, state, kept } = stage();
    state.added = refused('UNREACHABLE');
    const outbox = new Outbox(ports);
    await outbox.put(emergency);
    await outbox.sendAll();
    state.added = granted(ticket);
    await outbox.sendAll();
    expect(new Set(added.map(({ requestId }) => requestId)).size).toBe(1);
    expect(kept()).toEqual([]);
  });

  test('that is over before its photos arrive says so, until the person has read it', async () => {
    const { ports, state, kept, asked } = stage();
    state.added = refused('TICKET_MOVED');
    const outbox = new Outbox(ports);
    await outbox.put(emergency);
    await outbox.sendAll();
    expect(kept()[0]?.refusal?.code).toBe('TICKET_MOVED');
    outbox.forget(kept()[0]?.requestId ?? '');
    expect([kept(), asked.length]).toEqual([[], 1]);
  });

  describe('that was only spoken', () => {
    const spoken = { ...emergency, said: { ...emergency.said, text: '' }, photos: [] };

    test('goes at once with what it is about, and its recording follows', async () => {
      const { ports, asked, added, stubborn, kept } = stage();
      stubborn.add('v');
      expect(await new Outbox(ports).put(spoken)).toEqual({ kind: 'taken', ticket });
      await new Outbox(ports).sendAll();
      expect(asked).toMatchObject([{ text: '漏水，语音报修，录音随后到', photos: [] }]);
      expect(added).toEqual([]);
      stubborn.clear();
      await new Outbox(ports).sendAll();
      expect(asked.length).toBe(1);
      expect(added).toMatchObject([{ photos: [], voice: 'cloud://e/v' }]);
      expect(kept()).toEqual([]);
    });

    test('says so once more in the same words where its answer was lost, though the recording is there by now', async () => {
      const { ports, asked, state, kept } = stage();
      state.answer = refused('UNREACHABLE');
      const outbox = new Outbox(ports);
      await outbox.put(spoken);
      state.answer = granted(ticket);
      await outbox.sendAll();
      expect(asked[1]).toEqual(asked[0]);
      expect(kept()).toEqual([]);
    });

    test('goes with its recording alone where that is there', async () => {
      const { ports, asked } = stage();
      await new Outbox(ports).put({ ...spoken, voice: { key: 'v', path: 'p', fileId: 'cloud://e/v' } });
      expect(asked).toMatchObject([{ text: '', voice: 'cloud://e/v' }]);
    });

    test('may be told without its recording, once that does not go', async () => {
      const { ports, added, stubborn, kept } = stage();
      stubborn.add('v');
      const outbox = new Outbox(ports);
      await outbox.put(spoken);
      for (let tries = 0; tries < 3; tries += 1) await outbox.sendAll();
      expect(kept().map(isStuck)).toEqual([true]);
      await outbox.letFilesGo(kept()[0]?.requestId ?? '');
      expect([added, kept()]).toEqual([[], []]);
    });
  });
});

describe('a file that never goes', () => {
  test('is told of after some tries with a network, and let go by the person alone', async () => {
    const { ports, asked, stubborn, network, kept } = stage();
    stubborn.add('b');
    const outbox = new Outbox(ports);
    await outbox.put(made);
    network(false);
    for (let tries = 0; tries < 5; tries += 1) await outbox.sendAll();
    expect(kept().map(isStuck)).toEqual([false]);
    network(true);
    for (let tries = 0; tries < 2; tries += 1) await outbox.sendAll();
    expect(kept().map(isStuck)).toEqual([true]);
    expect(asked).toEqual([]);
    await outbox.letFilesGo(kept()[0]?.requestId ?? '');
    expect(asked.map(({ photos }) => photos)).toEqual([['cloud://e/a']]);
    expect(kept()).toEqual([]);
  });

  test('goes after all where the network was to blame', async () => {
    const { ports, asked, stubborn, kept } = stage();
    stubborn.add('b');
    const outbox = new Outbox(ports);
    await outbox.put(made);
    for (let tries = 0; tries < 4; tries += 1) await outbox.sendAll();
    stubborn.clear();
    await outbox.sendAll();
    expect(asked.map(({ photos }) => photos)).toEqual([['cloud://e/a', 'cloud://e/b']]);
    expect(kept()).toEqual([]);
  });

  test('of an emergency is let go without a word being sent twice', async () => {
    const { ports, asked, added, stubborn, kept } = stage();
    for (const key of ['b', 'v']) stubborn.add(key);
    const outbox = new Outbox(ports);
    await outbox.put({ ...made, said: { ...made.said, urgency: 'emergency' } });
    for (let tries = 0; tries < 3; tries += 1) await outbox.sendAll();
    expect(kept().map(isStuck)).toEqual([true]);
    await outbox.letFilesGo(kept()[0]?.requestId ?? '');
    expect([asked.length, added.length, kept().length]).toEqual([1, 0, 0]);
  });
});

test('a home that is no longer one’s own ends it, visibly, instead of being asked about for ever', async () => {
  const { ports, network, state, kept } = stage();
  network(false);
  const { folder: _folder, ...unplaced } = made;
  const outbox = new Outbox(ports);
  await outbox.put(unplaced);
  network(true);
  state.folder = refused('NOT_ALLOWED');
  await outbox.sendAll();
  expect(kept()[0]?.refusal?.code).toBe('NOT_ALLOWED');
});
