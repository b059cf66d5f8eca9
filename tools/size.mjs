// npm run size: what goes to the phone, against its budgets, and what each library costs. Ends with 1 where a budget is broken.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './bundle/freshness.mjs';
import { buildFunctions } from './bundle/functions.mjs';
import { runTaro } from './bundle/miniprogram.mjs';
import { setUp } from './setup.mjs';

const kilobyte = 1024;
/** The issues' figures. `firstBill`: the main package, and the one the home page pre-loads to pay in; `report`: the one a report is written in. */
const budgets = { main: 450, firstBill: 700, report: 350, all: 3072 };

setUp();
await buildFunctions();
const built = mkdtempSync(join(tmpdir(), 'nuanlin-size-'));
try {
  const output = join(built, 'miniprogram');
  const origins = join(built, 'sizes.json');
  await runTaro(root, { NUANLIN_OUTPUT: relative(root, output), NUANLIN_SIZES: origins });
  report(output, JSON.parse(readFileSync(origins, 'utf8')));
} finally {
  rmSync(built, { recursive: true, force: true });
}

function report(output, origins) {
  const files = filesOf(output);
  const app = JSON.parse(readFileSync(join(output, 'app.json'), 'utf8'));
  const roots = (app.subPackages ?? app.subpackages ?? []).map((each) => each.root.replace(/\/$/, ''));
  const packageOf = (path) => roots.find((each) => path.startsWith(`${each}/`)) ?? 'main';
  const sizes = new Map([['main', 0], ...roots.map((each) => [each, 0])]);
  for (const { path, bytes } of files) sizes.set(packageOf(path), sizes.get(packageOf(path)) + bytes);
  const sum = (...names) => names.reduce((all, name) => all + (sizes.get(name) ?? 0), 0);
  const figures = {
    main: sum('main'),
    firstBill: sum('main', ...(app.preloadRule?.['pages/home/index']?.packages ?? [])),
    report: sum('packages/tickets'),
    all: sum(...sizes.keys()),
  };
  say('package                     KB');
  for (const [name, bytes] of sizes) say(`${name.padEnd(24)}${kb(bytes).padStart(7)}`);
  say('\nlibrary                     KB (of the built files, shared out by its part of the source)');
  for (const [name, bytes] of librariesOf(files, origins)) say(`${name.padEnd(24)}${kb(bytes).padStart(7)}`);
  say('\ncloud function              KB');
  for (const [name, bytes] of functionSizes()) say(`${name.padEnd(24)}${kb(bytes).padStart(7)}`);
  say('');
  for (const [figure, budget] of Object.entries(budgets)) {
    const held = figures[figure] <= budget * kilobyte;
    if (!held) process.exitCode = 1;
    say(JSON.stringify({ figure: `size.${figure}`, kilobytes: Number(kb(figures[figure])), budget, held }));
  }
}

/** The bundles as they are uploaded, the SDK in each. */
function functionSizes() {
  const folder = join(root, 'dist/cloudfunctions');
  return readdirSync(folder).map((name) => [name, statSync(join(folder, name, 'index.js')).size]);
}

/** project.config.json is DevTools', and is not uploaded. */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && entry.name !== 'project.config.json' && !entry.name.endsWith('.LICENSE.txt'),
    )
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((path) => ({ path: relative(folder, path).replaceAll('\\', '/'), bytes: statSync(path).size }));
}

/** A built file's bytes, shared out among those whose source it was made of; the largest first. */
function librariesOf(files, origins) {
  const libraries = new Map();
  for (const { file, owners } of origins) {
    const bytes = files.find(({ path }) => path === file)?.bytes ?? 0;
    const source = Object.values(owners).reduce((all, size) => all + size, 0);
    for (const [name, size] of Object.entries(owners))
      libraries.set(name, (libraries.get(name) ?? 0) + (source > 0 ? (bytes * size) / source : 0));
  }
  return [...libraries].filter(([, bytes]) => bytes >= kilobyte / 10).sort((a, b) => b[1] - a[1]);
}

function kb(bytes) {
  return (bytes / kilobyte).toFixed(1);
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
