import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type automator from 'miniprogram-automator';
import type { AuditReport, Judgement } from '../../simulator/devtools/automation/audits';

type MiniProgram = Awaited<ReturnType<typeof automator.connect>>;

/** Says more of the machine than of the mini-program: it is told, but nothing fails by it. */
const told = ['scriptTime'];
const folder = join(process.cwd(), 'build', 'audits');

/**
 * At the end of a journey on our phone: what was gathered of every page it opened must be within the limits. Throws with each rule
 * that is broken and where; `expected` names those that the journey breaks on purpose. One line is printed, all of it is written
 * to `build/audits/<journey>.json`.
 */
export async function mustPassAudits(
  miniProgram: MiniProgram,
  expected: readonly string[] = [],
): Promise<void> {
  const report = (await miniProgram.stopAudits()) as AuditReport & { judgements: readonly Judgement[] };
  const journey = journeyName();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${journey}.json`), JSON.stringify(report, undefined, 1));
  process.stderr.write(`audits of ${journey}: ${summaryOf(report)}\n`);
  const broken = report.judgements.filter(
    ({ rule, passed }) => !passed && !told.includes(rule) && !expected.includes(rule),
  );
  if (broken.length > 0) throw new Error(`audits of ${journey}:\n${broken.map(lineOf).join('\n')}`);
}

/** The test's file; a bench drives the mini-program outside of jest. */
function journeyName(): string {
  const path = typeof expect === 'undefined' ? undefined : expect.getState().testPath;
  return basename(path ?? 'bench', '.test.ts');
}

function summaryOf({ pages, judgements }: AuditReport & { judgements: readonly Judgement[] }): string {
  const figures = judgements.map(
    ({ rule, measured, passed }) => `${rule} ${measured}${passed ? '' : ' (over)'}`,
  );
  return `${pages.length} pages, ${figures.join(', ')}`;
}

function lineOf({ rule, measured, limit, where }: Judgement): string {
  return [`${rule}: ${measured}, the limit is ${limit}`, ...where.map((line) => `  ${line}`)].join('\n');
}
