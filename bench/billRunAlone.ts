import { parseArgs } from 'node:util';
import { billRunFigure } from './billRun';

const { values } = parseArgs({ options: { homes: { type: 'string', default: '100000' } } });

/** `npm run bench:billrun [-- --homes N]`: one run in a process of its own, so that its memory is only its own. */
billRunFigure(Number(values.homes))
  .then((figure) => {
    process.stdout.write(`${JSON.stringify(figure)}\n`);
    if (!figure.isHeld) process.exitCode = 1;
  })
  .catch((error) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  });
