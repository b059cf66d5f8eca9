import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(__dirname, '..', '..');
const longestFile = 400;
const longestFunction = 100;

/** Ours by name, one entry with its reason: tables are read, not followed. */
const tables = [
  /\/fixtures\//,
  /\.d\.ts$/,
  // Declarative tables of checks.
  /tests\/contract\/checks\//,
];

const files = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx', '*.mjs', '*.cjs', '*.js', '*.scss', '*.css'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => file !== '' && !tables.some((table) => table.test(file)));

const read = (file: string) => readFileSync(join(root, file), 'utf8');

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(100);
});

test(`no file is longer than ${longestFile} lines`, () => {
  const long = files
    .map((file) => [file, read(file).split('\n').length - 1] as const)
    .filter(([, lines]) => lines > longestFile);
  expect(long).toEqual([]);
});

test(`no function is longer than ${longestFunction} lines`, () => {
  const long = files.filter((file) => /\.tsx?$/.test(file)).flatMap(longFunctions);
  expect(long).toEqual([]);
});

test('nothing is left for later, skipped or switched off', () => {
  const words =
    /\b(TODO|FIXME|HACK|XXX)\b|\b(it|test|describe)\.(skip|only|todo)\(|@ts-(ignore|nocheck|expect-error)|biome-ignore|eslint-disable/;
  const left = files
    .filter((file) => !file.endsWith('tidy.test.ts'))
    .filter((file) => words.test(read(file)));
  expect(left).toEqual([]);
});

/** `describe` groups tests and is no function of its own. */
function longFunctions(file: string): string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && !isDescribeBody(node)) {
      const start = source.getLineAndCharacterOfPosition(node.getStart()).line;
      const end = source.getLineAndCharacterOfPosition(node.end).line;
      if (end - start + 1 > longestFunction) found.push(`${file}:${start + 1} (${end - start + 1} lines)`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isDescribeBody(node: ts.Node): boolean {
  const call = node.parent;
  return ts.isCallExpression(call) && call.expression.getText().startsWith('describe');
}
