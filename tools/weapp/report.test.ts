import { type GateReport, toText } from './report';

const passed: GateReport = {
  gate: 'sizes',
  passed: true,
  milliseconds: 3,
  figures: { main: '287 KB' },
  findings: [],
};
const failed: GateReport = {
  gate: 'references',
  passed: false,
  milliseconds: 12,
  figures: {},
  findings: [
    {
      file: 'app.json',
      line: 4,
      message: 'names a.png, which is not in the package',
      advice: 'add the file',
    },
  ],
};

test('the report names each gate, its figures, each finding with its place and what to do, and what was left out', () => {
  expect(toText('dist: 3 files', [passed, failed], ['pages were not drawn.'])).toBe(
    [
      'dist: 3 files',
      '',
      'ok     sizes       main 287 KB (3 ms)',
      'FAILED references   (12 ms)',
      '         app.json:4  names a.png, which is not in the package',
      '           → add the file',
      '',
      'Note: pages were not drawn.',
      '1 of 2 gates failed.',
      '',
    ].join('\n'),
  );
});

test('all is well when every gate passed', () => {
  expect(toText('dist', [passed], [])).toContain('All gates passed.');
});
