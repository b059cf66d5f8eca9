import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layouts, sheetKinds } from './workbook';

const guide = readFileSync(join(__dirname, '../../../../docs/going-live.md'), 'utf8');

test.each(sheetKinds)('docs/going-live.md names every column of %s, and which are needed', (kind) => {
  const { name, columns } = layouts[kind];
  const row = guide.split('\n').find((line) => line.startsWith(`| ${name} |`)) ?? '';
  const needed = (/\*\*([^*]+)\*\*/.exec(row)?.[1] ?? '').split(' ').sort();
  const all = Object.values(columns);
  expect(needed).toEqual(
    all
      .filter(({ isRequired }) => isRequired)
      .map(({ heading }) => heading)
      .sort(),
  );
  expect(all.map(({ heading }) => heading).filter((heading) => !row.includes(heading))).toEqual([]);
});
