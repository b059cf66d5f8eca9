import { execFileSync, spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { bareFigures } from './bareSqlite';
import type { BillRunFigure } from './billRun';
import { databaseFigures, functionFigures, resetFigure } from './cloudFigures';
import type { Plan } from './measure';
import { paymentFigures } from './paymentFigures';
import { emptyPageFigures, phoneFigures } from './phoneFigures';
import { type Line, linesOf, tableOf } from './report';
import { Setting } from './setting';
import { soak } from './soak';
import { ticketFigures } from './ticketFigures';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    times: { type: 'string', default: '200' },
    soak: { type: 'string' },
    only: { type: 'string' },
  },
});

const parts: Readonly<Record<string, () => Promise<readonly Line[]>>> = {
  cloud: async () => {
    const lines: Line[] = [];
    await withCloud(async (setting) => lines.push(...(await cloudLines(setting))));
    return lines;
  },
  billRun: async () => [billRunLine()],
  phone: phoneLines,
  payment: paymentLines,
  tickets: ticketLines,
};

/**
 * `npm run bench` takes figures, `-- --only cloud`, `billRun`, `phone`, `payment` or `tickets` those of one; `-- --soak 10` loads the cloud for ten minutes and
 * watches its memory.
 */
async function bench(): Promise<void> {
  const { only, soak: minutes } = values;
  if (minutes !== undefined) return withCloud((setting) => load(setting, Number(minutes)));
  if (only !== undefined && !Object.hasOwn(parts, only))
    throw new Error(`--only is ${Object.keys(parts).join(', ')}, not ${only}`);
  const lines: Line[] = [];
  for (const [name, part] of Object.entries(parts))
    if (only === undefined || only === name) lines.push(...(await part()));
  const figures = lines.map((line) => JSON.stringify(line)).join('\n');
  process.stdout.write(`${tableOf(lines)}\n\n${figures}\n`);
  if (lines.some(({ isHeld }) => isHeld === false)) process.exitCode = 1;
}

async function withCloud(work: (setting: Setting) => Promise<unknown>): Promise<void> {
  const setting = await Setting.open();
  try {
    process.stderr.write('filling 100,000 documents …\n');
    await setting.fill();
    await work(setting);
  } finally {
    await setting.close();
  }
}

function plan(): Plan {
  return { rounds: Number(values.rounds), times: Number(values.times) };
}

async function cloudLines(setting: Setting): Promise<Line[]> {
  const cloud = [
    ...(await databaseFigures(setting, plan())),
    ...(await functionFigures(setting, plan())),
    await resetFigure(setting),
  ];
  return linesOf(cloud, await bareFigures(plan()));
}

/** In a process of its own, so that its memory is only its own. */
function billRunLine(): Line {
  const words = ['--expose-gc', '--import', 'tsx', 'bench/billRunAlone.ts', '--homes', '5000'];
  const { stdout } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(stdout) as BillRunFigure;
}

/** The phone runs what was built last; the build is brought up to date first. */
async function phoneLines(): Promise<Line[]> {
  execFileSync(process.execPath, ['tools/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
  return linesOf(await phoneFigures(plan()), await emptyPageFigures(plan()));
}

async function paymentLines(): Promise<Line[]> {
  execFileSync(process.execPath, ['tools/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
  return linesOf(await paymentFigures(plan()), []);
}

async function ticketLines(): Promise<Line[]> {
  execFileSync(process.execPath, ['tools/build.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
  return linesOf(await ticketFigures(plan()), []);
}

async function load(setting: Setting, minutes: number): Promise<void> {
  const report = await soak(setting, minutes);
  const { operations, refused, middle, last, isFlat } = report;
  process.stdout.write(
    `${operations} operations (${refused} refused) in ${minutes} min; memory ${middle} MB, then ${last} MB: ${isFlat ? 'flat' : 'GROWING'}\n\n${JSON.stringify(report)}\n`,
  );
  if (!isFlat) process.exitCode = 1;
}

bench().catch((error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
