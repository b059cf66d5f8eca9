import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { barText } from './barText';

let folder: string;
const write = (path: string, content: object) => writeFileSync(join(folder, path), JSON.stringify(content));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bar-text-'));
  mkdirSync(join(folder, 'pages'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('white unless the app says otherwise', () => {
  write('app.json', {});
  expect(barText(folder)).toBe('white');
  write('app.json', { window: { navigationBarTextStyle: 'black' } });
  expect(barText(folder)).toBe('black');
});

test("a page's own word counts before the app's", () => {
  write('app.json', { window: { navigationBarTextStyle: 'black' } });
  write('pages/dark.json', { navigationBarTextStyle: 'white' });
  write('pages/plain.json', {});
  expect(barText(folder, 'pages/dark')).toBe('white');
  expect(barText(folder, 'pages/plain')).toBe('black');
});
