import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enforcedDomains, environmentOf } from './projectFiles';

let project: string;
let miniprogram: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'project-'));
  miniprogram = join(project, 'dist', 'miniprogram');
  mkdirSync(miniprogram, { recursive: true });
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

const write = (folder: string, name: string, content: object) =>
  writeFileSync(join(folder, name), JSON.stringify(content));
const domains = { request: ['https://api.example.com'] };

test('without files nothing is known and nothing enforced', () => {
  expect(environmentOf(miniprogram)).toEqual({});
  expect(enforcedDomains(miniprogram)).toBeUndefined();
});

test('a list beside the mini-program is enforced', () => {
  write(join(project, 'dist'), 'environment.json', { domains });
  expect(enforcedDomains(miniprogram)).toEqual(domains);
  write(project, 'project.config.json', { setting: { urlCheck: true } });
  expect(enforcedDomains(miniprogram)).toEqual(domains);
});

test('the project file switches the check off, the private one decides before it', () => {
  write(miniprogram, 'environment.json', { domains });
  write(project, 'project.config.json', { setting: { urlCheck: false } });
  expect(enforcedDomains(miniprogram)).toBeUndefined();
  write(project, 'project.private.config.json', { setting: { urlCheck: true } });
  expect(enforcedDomains(miniprogram)).toEqual(domains);
});
