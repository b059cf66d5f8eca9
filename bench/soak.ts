import { execFileSync } from 'node:child_process';
import { RandomStream } from '../simulator/cloud/core/random';
import { quantile } from './measure';
import { bill, billCount, type Setting } from './setting';

export interface SoakReport {
  readonly minutes: number;
  readonly operations: number;
  readonly refused: number;
  /** Resident megabytes of the cloud's process, one sample every five seconds. */
  readonly samples: readonly number[];
  /** Medians of the middle and of the last third. */
  readonly middle: number;
  readonly last: number;
  readonly isFlat: boolean;
}

const pauseBetweenSamples = 5000;
const most = 1.1;

/** Minutes of everything at once. The cloud's memory is flat when its last third is no more than a tenth above the middle. */
export async function soak(setting: Setting, minutes: number): Promise<SoakReport> {
  const end = Date.now() + minutes * 60_000;
  const counts = { operations: 0, refused: 0 };
  const samples: number[] = [];
  const sampling = setInterval(
    () => samples.push(residentMegabytes(setting.process.pid)),
    pauseBetweenSamples,
  );
  const workers = Array.from({ length: 6 }, (_unused, n) =>
    work(setting, new RandomStream(n + 1), end, counts),
  );
  await Promise.all(workers);
  clearInterval(sampling);
  const third = Math.floor(samples.length / 3);
  const middle = quantile(samples.slice(third, 2 * third), 0.5);
  const last = quantile(samples.slice(2 * third), 0.5);
  return { minutes, ...counts, samples, middle, last, isFlat: last <= middle * most };
}

/** What a product does all day, drawn by chance; whatever is added is removed again, so that the data stays as large. */
async function work(
  { cloud, db }: Setting,
  random: RandomStream,
  end: number,
  counts: { operations: number; refused: number },
): Promise<void> {
  const { command: _ } = db;
  const [bills, notes] = [db.collection('bills'), db.collection('notes')];
  const anyBill = () => String(bill(random.below(billCount))._id);
  const chores: (() => Promise<unknown>)[] = [
    () => bills.doc(anyBill()).get(),
    () =>
      bills
        .where({ status: 'open', due: _.gte(bill(random.below(90_000)).due) })
        .orderBy('due', 'asc')
        .limit(20)
        .get(),
    () => bills.doc(anyBill()).update({ data: { amount: _.inc(1) } }),
    () => notes.add({ data: { text: 'x'.repeat(200) } }).then(({ _id }) => notes.doc(_id).remove()),
    () => cloud.callFunction({ name: 'warm', data: { n: 1 } }),
    () =>
      db.runTransaction(async (transaction) => {
        const row = transaction.collection('bills').doc(anyBill());
        await row.get();
        await row.update({ data: { amount: _.inc(1) } });
      }),
    () => bills.where({ household: `3-${random.below(40)}-${random.below(2000)}` }).count(),
    () =>
      cloud
        .uploadFile({ cloudPath: `soak/${random.below(20)}.bin`, fileContent: Buffer.alloc(20_000) })
        .then(({ fileID }) => cloud.getTempFileURL({ fileList: [fileID] })),
  ];
  while (Date.now() < end) {
    const chore = chores[random.below(chores.length)];
    await chore?.().catch(() => {
      counts.refused += 1;
    });
    counts.operations += 1;
  }
}

function residentMegabytes(pid: number): number {
  const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Math.round(Number(kilobytes.trim()) / 1024);
}
