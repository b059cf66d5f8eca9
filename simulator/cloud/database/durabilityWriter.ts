import { TestDatabase } from './testDatabase';

/**
 * Run as a process of its own by `durability.test.ts`, which kills it in the middle: moves amounts between two documents in
 * transactions and adds documents, and says on its output what has been acknowledged.
 */
async function write(stateFolder: string): Promise<void> {
  const database = new TestDatabase({
    stateFolder,
    database: {
      collections: [{ name: 'things', indexes: [{ name: 'n', keys: [{ field: 'n', direction: '1' }] }] }],
    },
  });
  if (!(await database.get('things', 'left'))) {
    await database.add('things', [
      { _id: 'left', balance: 1000 },
      { _id: 'right', balance: 1000 },
    ]);
  }
  for (;;) {
    const [id] = await database.add('things', { n: 1 });
    const scope = await database.start();
    await database.update('things', 'left', { $inc: { balance: -1 } }, scope);
    await database.update('things', 'right', { $inc: { balance: 1 } }, scope);
    await database.commit(scope);
    const left = await database.get('things', 'left');
    process.stdout.write(`${JSON.stringify({ id, left: left?.balance })}\n`);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const [folder] = process.argv.slice(2);
if (folder) void write(folder);
