/** What a phone gathered while it ran; the fields judged here. */
export interface AuditReport {
  readonly page: string;
  readonly tree: { readonly nodes: number; readonly depth: number; readonly children: number };
  readonly setData: { readonly largest: number; readonly perSecond: number; readonly slowest: number };
  readonly longTasks: readonly number[];
  readonly exceptions: readonly string[];
  readonly failedCalls: readonly string[];
  readonly findings: readonly { readonly kind: string; readonly element: string; readonly detail: string }[];
}

export interface Judgement {
  readonly rule: string;
  readonly passed: boolean;
  readonly measured: string;
  readonly limit: string;
}

/** The rules of WeChat's 体验评分 that can be measured on this machine, with its limits. [doc] */
export function judge(report: AuditReport): Judgement[] {
  const { tree, setData, longTasks, exceptions, failedCalls, findings } = report;
  const below = (rule: string, value: number, limit: number, unit = '') => ({
    rule,
    passed: value <= limit,
    measured: `${value}${unit}`,
    limit: `${limit}${unit}`,
  });
  const count = (kind: string) => findings.filter((finding) => finding.kind === kind).length;
  return [
    below('nodes', tree.nodes, 999),
    below('depth', tree.depth, 29),
    below('children', tree.children, 60),
    below('setDataSize', setData.largest, 256 * 1024, ' B'),
    below('setDataRate', setData.perSecond, 20, '/s'),
    below('scriptTime', Math.max(0, ...longTasks), 1000, ' ms'),
    below('exceptions', exceptions.length, 0),
    below('failedCalls', failedCalls.length, 0),
    below('tapTargets', count('target'), 0),
    below('contrast', count('contrast'), 0),
  ];
}

/** `Tool.stopAudits` answers data as JSON text and a report as a page. */
export function auditAnswer(report: AuditReport): { data: string; report: string } {
  const judgements = judge(report);
  const rows = judgements.map(
    ({ rule, passed, measured, limit }) =>
      `<tr><td>${rule}<td>${measured}<td>${limit}<td>${passed ? '✓' : '✕'}`,
  );
  const page = `<!doctype html><meta charset="utf-8"><title>${report.page}</title><h1>${report.page}</h1><table>${rows.join('')}</table>`;
  return { data: JSON.stringify({ ...report, judgements }), report: page };
}
