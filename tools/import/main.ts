import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { sdkEnvironment } from '../../simulator/cloud/core/settings';
import type { Instant } from '../../types/day';
import type { Importing } from './importing';
import { type ImportOptions, readGivingUp, readOptions, readTemplate, usage } from './options';
import { printed } from './print';
import { emptyWorkbook } from './template';

/**
 * Checks files and, where told to, brings them in, through the very use cases a finance person's phone asks for. 0 where all went
 * well; 1 where a file is rejected, 2 where a person must decide, 64 where the command is not understood.
 */
export async function runImport(args: readonly string[]): Promise<number> {
  const template = readTemplate(args);
  if (template !== undefined) {
    writeFileSync(template, emptyWorkbook());
    return 0;
  }
  const givingUp = understood(() => readGivingUp(args));
  if (givingUp) {
    return told(async () => {
      const importing = await importingAt(givingUp);
      process.stdout.write(printed(await importing.giveUp()));
      return 0;
    });
  }
  const options = understood(() => readOptions(args));
  if (!options) {
    process.stderr.write(`${usage}\n`);
    return 64;
  }
  return told(async () => bringAll(await importingAt(options), options));
}

async function bringAll(importing: Importing, options: ImportOptions): Promise<number> {
  if (options.name !== undefined) await importing.makeCommunity(options.name);
  for (const file of options.files) {
    const done = await importing.bringIn(basename(file), readFileSync(file), options);
    process.stdout.write(options.json ? `${JSON.stringify(done)}\n` : printed(done));
    if (done.exitCode !== 0) return done.exitCode;
  }
  return 0;
}

/** What goes wrong is one sentence. */
async function told(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function understood<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

async function importingAt(options: Pick<ImportOptions, 'cloud' | 'communityId'>): Promise<Importing> {
  const now = await connect(options);
  // The SDK reads its environment when it is first required, so the product is loaded only now.
  const product = require('./importing') as typeof import('./importing');
  return new product.Importing(options.communityId, now);
}

/** Turns the SDK to the local cloud, and takes the time from its clock. */
async function connect({ cloud }: Pick<ImportOptions, 'cloud'>): Promise<() => Instant> {
  if (cloud === undefined) return () => Date.now() as Instant;
  Object.assign(process.env, sdkEnvironment(`${cloud}/admin`, 'local'));
  const answer = await fetch(`${cloud}/control/clock`).catch(() => undefined);
  if (!answer?.ok)
    throw new Error(`no local cloud answers at ${cloud}: npm start, or npm run cloud, starts one`);
  const { milliseconds } = (await answer.json()) as { milliseconds: number };
  const ahead = milliseconds - Date.now();
  return () => (Date.now() + ahead) as Instant;
}
