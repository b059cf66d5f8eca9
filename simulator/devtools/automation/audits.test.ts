import { type AuditReport, auditAnswer, judge } from './audits';

const calm: AuditReport = {
  page: 'pages/a',
  tree: { nodes: 10, depth: 5, children: 4 },
  setData: { largest: 100, perSecond: 2, slowest: 3 },
  longTasks: [],
  exceptions: [],
  failedCalls: [],
  findings: [],
};

const failed = (report: Partial<AuditReport>) =>
  judge({ ...calm, ...report })
    .filter((one) => !one.passed)
    .map((one) => one.rule);

test('a calm page passes every rule', () => {
  expect(failed({})).toEqual([]);
});

test.each([
  ['nodes', { tree: { nodes: 1000, depth: 1, children: 1 } }],
  ['depth', { tree: { nodes: 1, depth: 30, children: 1 } }],
  ['children', { tree: { nodes: 1, depth: 1, children: 61 } }],
  ['setDataSize', { setData: { largest: 256 * 1024 + 1, perSecond: 1, slowest: 1 } }],
  ['setDataRate', { setData: { largest: 1, perSecond: 21, slowest: 1 } }],
  ['scriptTime', { longTasks: [60, 1001] }],
  ['exceptions', { exceptions: ['x'] }],
  ['failedCalls', { failedCalls: ['404 /a'] }],
  ['tapTargets', { findings: [{ kind: 'target', element: 'button', detail: '9 × 9 px' }] }],
  ['contrast', { findings: [{ kind: 'contrast', element: 'text', detail: '1.2' }] }],
])('too much of %s fails that rule alone', (rule, report) => {
  expect(failed(report)).toEqual([rule]);
});

test('the answer holds data and a page', () => {
  const { data, report } = auditAnswer(calm);
  expect(JSON.parse(data)).toMatchObject({ page: 'pages/a', judgements: expect.any(Array) });
  expect(report).toContain('pages/a');
});
