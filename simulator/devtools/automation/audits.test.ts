import { type AuditReport, auditAnswer, judge, type PageAudit } from './audits';

const page: PageAudit = { page: 'pages/a', tree: { nodes: 10, depth: 5, children: 4 }, findings: [] };
const calm: AuditReport = {
  page: 'pages/a',
  pages: [page],
  setData: { largest: 100, perSecond: 2, slowest: 3 },
  longTasks: [],
  exceptions: [],
  failedCalls: [],
};
const second = (seen: Partial<PageAudit>) => ({ pages: [page, { ...page, page: 'pages/b', ...seen }] });
const found = (kind: string) => second({ findings: [{ kind, element: 'button', detail: '9 × 9 px' }] });

const failed = (report: Partial<AuditReport>) =>
  judge({ ...calm, ...report })
    .filter((one) => !one.passed)
    .map((one) => one.rule);

test('a calm page passes every rule', () => {
  expect(failed({})).toEqual([]);
});

test.each([
  ['nodes', second({ tree: { nodes: 1000, depth: 1, children: 1 } })],
  ['depth', second({ tree: { nodes: 1, depth: 30, children: 1 } })],
  ['children', second({ tree: { nodes: 1, depth: 1, children: 61 } })],
  ['setDataSize', { setData: { largest: 256 * 1024 + 1, perSecond: 1, slowest: 1 } }],
  ['setDataRate', { setData: { largest: 1, perSecond: 21, slowest: 1 } }],
  ['scriptTime', { longTasks: [60, 1001] }],
  ['exceptions', { exceptions: ['x'] }],
  ['failedCalls', { failedCalls: ['404 /a'] }],
  ['tapTargets', found('target')],
  ['contrast', found('contrast')],
])('too much of %s fails that rule alone', (rule, report) => {
  expect(failed(report)).toEqual([rule]);
});

test('what is over a limit is named with its page', () => {
  const judgements = judge({ ...calm, ...found('target'), failedCalls: ['404 /a'] });
  expect(judgements.flatMap(({ where }) => where)).toEqual(['404 /a', 'pages/b button 9 × 9 px']);
});

test('the answer holds data and a page', () => {
  const { data, report } = auditAnswer(calm);
  expect(JSON.parse(data)).toMatchObject({ page: 'pages/a', judgements: expect.any(Array) });
  expect(report).toContain('pages/a');
});
