import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { allGates, type Limits } from './gates';
import { BuiltMiniprogram } from './gates/miniprogram';
import limits from './limits.json';
import { parityGate } from './parity';
import { runGates, toText } from './report';

/**
 * The command: checks the mini-program in `--dist`, prints a report, or JSON with `--json`. `--parity` also draws every
 * page and compares it with WeChat's own compiler. Returns whether all is well.
 */
export async function checkWeapp(args: readonly string[], modules: string): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      dist: { type: 'string', default: 'dist/miniprogram' },
      json: { type: 'boolean', default: false },
      parity: { type: 'boolean', default: false },
    },
  });
  const miniprogram = new BuiltMiniprogram(values.dist);
  const gates = allGates(modules, limits satisfies Limits);
  const reports = await runGates(values.parity ? [...gates, parityGate(modules)] : gates, miniprogram);
  const notes = values.parity
    ? []
    : ['pages were not drawn; --parity compares each with what WeChat’s compiler makes of the same data.'];
  const passed = reports.every((report) => report.passed);
  const title = `${relative(process.cwd(), values.dist) || '.'}: ${miniprogram.files.length} files`;
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ passed, gates: reports, notes }, null, 2)}\n`
      : toText(title, reports, notes),
  );
  return passed;
}
