import { closedCollection, type Stored } from '../../../cloudfunctions/kernel/collection';
import { startWorld, type World } from './world';

jest.setTimeout(240_000);

interface Note extends Stored {
  readonly state: 'open' | 'kept' | 'gone';
  readonly words?: { readonly said?: string; readonly old?: string };
}
const notes = closedCollection<Note>('notes');

describe('one document by itself', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld([notes]);
  });
  beforeEach(() => write({ version: 3, state: 'open', words: { old: 'yes' } }));
  afterEach(() => world.cloud.context.faults.clear());
  afterAll(() => world?.stop());

  const write = async (data: object) => {
    await world.product.sdk().database({ throwOnNotFound: false }).collection('notes').doc('a').set({ data });
  };
  const read = async (): Promise<Note> => (await world.product.readById(notes, 'a')) as Note;
  const keep = (from: Note, meanwhile?: () => Promise<void>) => {
    let looks = 0;
    const change = (note: Note) => {
      looks += 1;
      return note.state === 'open' ? { state: 'kept' as const, words: { said: 'kept' } } : undefined;
    };
    return (meanwhile?.() ?? Promise.resolve())
      .then(() => world.product.amend(notes, from, { change, ports: world.ports }))
      .then((note) => ({ note, looks }));
  };

  test('takes the fields whole, one version higher, in one operation', async () => {
    const { note, looks } = await keep(await read());
    expect(note).toEqual({ _id: 'a', version: 4, state: 'kept', words: { said: 'kept' } });
    expect(looks).toBe(1);
    expect(await world.read('notes', 'a')).toEqual(note);
  });

  test('what somebody changed meanwhile is looked at again, and only then changed', async () => {
    const begun = await keep(await read(), () => write({ version: 4, state: 'open', words: { old: 'new' } }));
    expect(begun).toMatchObject({ note: { version: 5, state: 'kept' }, looks: 2 });
    await write({ version: 7, state: 'open' });
    const late = await keep(await read(), () => write({ version: 8, state: 'gone' }));
    expect(late).toMatchObject({ note: { version: 8, state: 'gone' }, looks: 2 });
    expect(await world.read('notes', 'a')).toEqual({ _id: 'a', version: 8, state: 'gone' });
  });

  test('a lost answer is no second change', async () => {
    const fault = {
      id: 'f',
      point: 'admin.database.modifyDocument',
      kind: 'answer-lost',
      chance: 1,
      times: 1,
    };
    const note = await read();
    world.cloud.context.faults.add(fault);
    expect(await keep(note)).toMatchObject({ note: { version: 4, state: 'kept' } });
    expect(await world.read('notes', 'a')).toMatchObject({ version: 4 });
  });

  test('of ten at once each finds what the one before it left', async () => {
    const from = await read();
    const raised = (note: Note) => ({ words: { said: `${Number(note.words?.said ?? 0) + 1}` } });
    const all = await Promise.all(
      Array.from({ length: 10 }, () =>
        world.product.amend(notes, from, { change: raised, ports: world.ports }),
      ),
    );
    const done = all.filter((note) => note !== 'busy').length;
    expect(done).toBeGreaterThan(0);
    expect(await world.read('notes', 'a')).toMatchObject({ version: 3 + done, words: { said: `${done}` } });
  });

  test('never answered is busy, gone is nothing, a bug is a bug', async () => {
    const from = await read();
    const point = 'admin.database.modifyDocument';
    world.cloud.context.faults.add({ id: 'f', point, kind: 'error', code: 'SYS_ERR', chance: 1 });
    expect(await keep(from)).toEqual({ note: 'busy', looks: 4 });
    world.cloud.context.faults.clear();
    const rows = world.product.sdk().database({ throwOnNotFound: false }).collection('notes');
    await rows.doc('a').remove();
    expect((await keep(from)).note).toBeUndefined();
    const nowhere = closedCollection<Note>('nowhere');
    const change = () => ({ state: 'kept' as const });
    await expect(world.product.amend(nowhere, from, { change, ports: world.ports })).rejects.toMatchObject({
      kind: 'noCollection',
    });
  });
});
