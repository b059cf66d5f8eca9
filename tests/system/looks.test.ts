import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iconNames } from '../../src/theme/iconNames';
import { colours } from '../../src/theme/native';

/** Colours and sizes have one home, src/theme: whatever else is drawn takes them from there by name. */
const root = join(__dirname, '..', '..');
const src = join(root, 'src');
const theme = (file: string) => readFileSync(join(src, 'theme', file), 'utf8');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(css|scss|tsx?)$/.test(file) && !/\.test\.tsx?$/.test(file))
  .filter((file) => !file.startsWith('theme/'));
const read = (file: string) => readFileSync(join(src, file), 'utf8');

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(20);
});

test('no raw colour outside the theme', () => {
  const colour = /#[0-9a-f]{3,8}\b(?![-\w])|\b(rgb|hsl)a?\(/i;
  expect(files.filter((file) => colour.test(read(file)))).toEqual([]);
});

test('no raw size outside the theme', () => {
  const size = /(?<![\w-])-?\d*\.?\d+(px|rpx)\b/i;
  expect(files.filter((file) => size.test(read(file)))).toEqual([]);
});

test('every named value is one the theme has', () => {
  const known = new Set(theme('tokens.css').match(/--[\w-]+(?=:)/g));
  const used = files.flatMap((file) =>
    [...read(file).matchAll(/var\((--[\w-]+)/g)].map(([, name]) => `${file}: ${name}`),
  );
  expect(used.filter((use) => !known.has(use.split(': ')[1] ?? ''))).toEqual([]);
});

test('care mode has no type under 18 dp and no main target under 60', () => {
  const care = /\.care \{([^}]*)\}/.exec(theme('tokens.css'))?.[1] ?? '';
  const sizes = [...care.matchAll(/--(type-\w+|button|touch): (\d+)px/g)];
  expect(sizes.length).toBe(9);
  for (const [, name, size] of sizes) {
    expect([name, Number(size)]).toEqual([name, Math.max(Number(size), name?.startsWith('type') ? 36 : 120)]);
  }
});

test('what WeChat paints itself has the same colours', () => {
  const tokens = theme('tokens.css');
  for (const value of Object.values(colours)) expect(tokens).toContain(value);
});

test('every icon has a name and every name an icon', () => {
  const drawn = [...theme('icons.css').matchAll(/\.icon--([\w-]+) \{/g)].map(([, name]) => name);
  expect(drawn).toEqual([...iconNames]);
});

/** Text on what it may stand on, both of the theme, with the least contrast that people with weak eyes need (WCAG AA). */
test.each([
  ['ink', 'card'],
  ['ink', 'ground'],
  ['ink-2', 'ground'],
  ['ink-2', 'still'],
  ['ink-3', 'ground'],
  ['ink-3', 'card'],
  ['on-brand', 'brand'],
  ['brand', 'card'],
  ['brand', 'brand-tint'],
  ['good', 'card'],
  ['good', 'good-tint'],
  ['warn', 'warn-tint'],
  ['bad', 'bad-tint'],
  ['info', 'info-tint'],
])('%s on %s is 4.5:1 at the least', (text, ground) => {
  expect(contrast(colourOf(text), colourOf(ground))).toBeGreaterThanOrEqual(4.5);
});

function colourOf(name: string): string {
  const value = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(theme('tokens.css'))?.[1];
  if (value === undefined) throw new Error(`the theme has no colour --${name}`);
  return value;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
