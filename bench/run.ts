import { parseArgs } from 'node:util';
import { bareFigures } from './bareSqlite';
import { databaseFigures, functionFigures, resetFigure } from './cloudFigures';
import type { Plan } from './measure';
import { linesOf, tableOf } from './report';
import { Setting } from './setting';
import { soak } from './soak';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    times: { type: 'string', default: '200' },
    soak: { type: 'string' },
  },
});

/** `npm run bench` takes figures; `npm run bench -- --soak 10` loads the cloud for ten minutes and watches its memory. */
async function bench(): Promise<void> {
  const setting = await Setting.open();
  try {
    process.stderr.write('filling 100,000 documents …\n');
    await setting.fill();
    if (values.soak === undefined) await figures(setting, plan());
    else await load(setting, Number(values.soak));
  } finally {
    await setting.close();
  }
}

function plan(): Plan {
  return { rounds: Number(values.rounds), times: Number(values.times) };
}

async function figures(setting: Setting, plan: Plan): Promise<void> {
  const cloud = [
    ...(await databaseFigures(setting, plan)),
    ...(await functionFigures(setting, plan)),
    await resetFigure(setting),
  ];
  const lines = linesOf(cloud, await bareFigures(plan));
  process.stdout.write(`${tableOf(lines)}\n\n${JSON.stringify(lines)}\n`);
  if (lines.some(({ isHeld }) => isHeld === false)) process.exitCode = 1;
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
