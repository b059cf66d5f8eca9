import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { portableFaults } from './portable';

const root = join(__dirname, '..', '..');
const read = (file: string) =>
  existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined;
const portable = readdirSync(join(root, 'tests', 'journeys'), { recursive: true, encoding: 'utf8' })
  .map((file) => `tests/journeys/${file.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.portable.test.ts'));

test('there are portable journeys', () => {
  expect(portable.length).toBeGreaterThan(0);
});

test.each(portable)('%s needs nothing of the simulator', (file) => {
  expect(portableFaults(file, read)).toEqual([]);
});

describe('what makes a journey not portable', () => {
  const file = 'tests/journeys/some.portable.test.ts';
  const opens = `import { openMiniProgram } from './miniProgram';\nopenMiniProgram({ portable: true });\n`;
  const faults = (text: string, others: Readonly<Record<string, string>> = {}) =>
    portableFaults(file, (wanted) => (wanted === file ? text : others[wanted]));

  test('nothing, when it only opens the mini-program', () => {
    expect(faults(opens)).toEqual([]);
  });

  test.each([
    ['the cloud', `import { startCloud } from '../../simulator/cloud/cloud';`, '../../simulator/cloud/cloud'],
    [
      'the phone',
      `import type { PhoneControl } from '../../simulator/phone/control';`,
      '../../simulator/phone/control',
    ],
    [
      'the control client',
      `import { Control } from '../contract/harness/control';`,
      '../contract/harness/control',
    ],
    [
      'a required file',
      `const cloud = require('../../simulator/cloud/cloud');`,
      '../../simulator/cloud/cloud',
    ],
    ['a late import', `await import('../../simulator/cloud/cloud');`, '../../simulator/cloud/cloud'],
    ['a package', `import http from 'node:http';`, 'node:http'],
  ])('it imports %s', (_what, line, name) => {
    expect(faults(opens + line)).toEqual([`${file} imports ${name}`]);
  });

  test('a file beside it does', () => {
    const others = {
      'tests/journeys/seed.ts': `import { execFile } from 'node:child_process';`,
    };
    expect(faults(`${opens}import { seed } from './seed';`, others)).toEqual([
      'tests/journeys/seed.ts imports node:child_process',
    ]);
  });

  test('two files that import each other are read once', () => {
    const others = { 'tests/journeys/a.ts': `import './b';`, 'tests/journeys/b.ts': `import './a';` };
    expect(faults(`${opens}import './a';`, others)).toEqual([]);
  });

  test('it asks the control interface by itself', () => {
    expect(faults(`${opens}await fetch('http://127.0.0.1:4600/control/clock');`)).toEqual([
      `${file} uses fetch(`,
    ]);
  });

  test('it opens the mini-program on our phone alone', () => {
    expect(faults(opens.replace('true', 'false'))).toEqual([
      `${file} does not open its mini-program as portable`,
    ]);
  });
});
