import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SliceOf } from '../cloudfunctions/platform/jobs';
import { CloudProcess } from '../tests/system/process/cloudProcess';
import { billingMonth, fillBilling } from './billRunHomes';
import { type Figure, quantile } from './measure';

/** A bill run from the first home to the last, as the job function does it: one slice is one of its times. */
export interface BillRunFigure extends Figure {
  readonly homes: number;
  readonly bills: number;
  readonly seconds: number;
  readonly billsPerSecond: number;
  /** Of the process that works on the slices, at any time of the run. */
  readonly peakMegabytes: number;
  /** What lives on after a fifth of the run, and at its end. */
  readonly heapEarly: number;
  readonly heapLate: number;
  readonly isHeld: boolean;
}

type Product = typeof import('../tests/system/product/product');

/** Ours: so much more may live on at the end than after a fifth of the run; what grows with the homes grows faster. */
const growthAllowed = 8;

/** Drafts a month for so many homes, five bills for every four of them, on a cloud in a process of its own. */
export async function billRunFigure(homes: number): Promise<BillRunFigure> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-bill-run-'));
  const cloud = await CloudProcess.start(['--port', '0', '--state', join(folder, 'state'), '--dist', folder]);
  try {
    Object.assign(process.env, cloud.ready.env);
    const product = await import('../tests/system/product/product');
    writeFileSync(join(folder, 'database.json'), JSON.stringify({ collections: product.collections }));
    process.stderr.write(`filling ${homes} homes …\n`);
    await fillBilling(product.sdk().database({ throwOnNotFound: false }), homes);
    return await draftAll(product, homes);
  } finally {
    await cloud.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function draftAll(product: Product, homes: number): Promise<BillRunFigure> {
  const { realPorts: ports } = await import('../cloudfunctions/platform/ports');
  const { draftSlice } = await import('../cloudfunctions/modules/charging/draftSlice');
  const { decideBillRun } = await import('../cloudfunctions/modules/charging/startBillRun');
  const author = { action: 'bench.startBillRun', actor: { as: 'bench' }, communityId: 'bench' };
  const decide = () => decideBillRun('bench', billingMonth, ports.now());
  const begun = await product.settle({ author, decide }, ports);
  if (!begun.ok) throw new Error(begun.refusal.code);
  const watch = new Watch(Math.ceil(homes / 50));
  const timed: SliceOf = async (job, given) => {
    watch.beat();
    return draftSlice(job, given);
  };
  await product.runJobs({ billRun: timed }, ports, () => true);
  return watch.figure(homes, await billsMade(product, begun.value.billRunId));
}

async function billsMade(product: Product, billRunId: string): Promise<number> {
  const { billRuns } = await import('../cloudfunctions/modules/charging/billRunStore');
  const run = await product.readById(billRuns, billRunId);
  if (run?.state !== 'drafted') throw new Error(`the run ended ${run?.state}`);
  return run.bills;
}

/** Looks at clock and memory between slices. */
class Watch {
  private readonly started = performance.now();
  private readonly beats: number[] = [];
  private peak = 0;
  private heapEarly = 0;

  constructor(private readonly slices: number) {}

  beat(): void {
    this.beats.push(performance.now());
    this.peak = Math.max(this.peak, process.memoryUsage().rss);
    if (this.beats.length === Math.ceil(this.slices / 5)) this.heapEarly = heapAlive();
  }

  figure(homes: number, bills: number): BillRunFigure {
    const seconds = (performance.now() - this.started) / 1000;
    const taken = this.beats.slice(1).map((at, index) => at - (this.beats[index] ?? at));
    const [heapEarly, heapLate] = [this.heapEarly, heapAlive()];
    return {
      name: 'bill run, 50 homes',
      p50: quantile(taken, 0.5),
      p95: quantile(taken, 0.95),
      p99: quantile(taken, 0.99),
      samples: taken.length,
      homes,
      bills,
      seconds: rounded(seconds),
      billsPerSecond: Math.round(bills / seconds),
      peakMegabytes: megabytes(this.peak),
      heapEarly,
      heapLate,
      isHeld: heapLate - heapEarly <= growthAllowed,
    };
  }
}

function heapAlive(): number {
  if (!globalThis.gc) throw new Error('run with --expose-gc');
  globalThis.gc();
  return megabytes(process.memoryUsage().heapUsed);
}

function megabytes(bytes: number): number {
  return rounded(bytes / 2 ** 20);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
