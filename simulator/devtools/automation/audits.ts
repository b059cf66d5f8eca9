/** What a phone gathered while it ran; the fields judged here. */
export interface AuditReport {
  readonly page: string;
  readonly pages: readonly PageAudit[];
  readonly setData: { readonly largest: number; readonly perSecond: number; readonly slowest: number };
  readonly longTasks: readonly number[];
  readonly exceptions: readonly string[];
  readonly failedCalls: readonly string[];
}

/** The most that was seen of one page. */
export interface PageAudit {
  readonly page: string;
  readonly tree: { readonly nodes: number; readonly depth: number; readonly children: number };
  readonly findings: readonly { readonly kind: string; readonly element: string; readonly detail: string }[];
}

export interface Judgement {
  readonly rule: string;
  readonly passed: boolean;
  readonly measured: string;
  readonly limit: string;
  /** What is over the limit, each in a line: the page, the element, the message. */
  readonly where: readonly string[];
}

/** The rules of WeChat's 体验评分 that can be measured on this machine, with its limits, over all pages that were open. [doc] */
export function judge({ pages, setData, longTasks, exceptions, failedCalls }: AuditReport): Judgement[] {
  const longest = Math.max(0, ...longTasks);
  return [
    widest('nodes', 999, pages),
    widest('depth', 29, pages),
    widest('children', 60, pages),
    below('setDataSize', setData.largest, 256 * 1024, ' B'),
    below('setDataRate', setData.perSecond, 20, '/s'),
    below('scriptTime', longest, 1000, ' ms'),
    none('exceptions', exceptions),
    none('failedCalls', failedCalls),
    none('tapTargets', findingsOf('target', pages)),
    none('contrast', findingsOf('contrast', pages)),
  ];
}

function below(
  rule: string,
  value: number,
  limit: number,
  unit = '',
  where: readonly string[] = [],
): Judgement {
  return { rule, passed: value <= limit, measured: `${value}${unit}`, limit: `${limit}${unit}`, where };
}

function none(rule: string, what: readonly string[]): Judgement {
  return below(rule, what.length, 0, '', what);
}

function widest(rule: keyof PageAudit['tree'], limit: number, pages: readonly PageAudit[]): Judgement {
  const over = pages.filter(({ tree }) => tree[rule] > limit);
  const most = Math.max(0, ...pages.map(({ tree }) => tree[rule]));
  return below(
    rule,
    most,
    limit,
    '',
    over.map(({ page, tree }) => `${page} ${tree[rule]}`),
  );
}

function findingsOf(kind: string, pages: readonly PageAudit[]): string[] {
  return pages.flatMap(({ page, findings }) =>
    findings
      .filter((finding) => finding.kind === kind)
      .map(({ element, detail }) => `${page} ${element} ${detail}`),
  );
}

/** `Tool.stopAudits` answers data as JSON text and a report as a page. */
export function auditAnswer(report: AuditReport): { data: string; report: string } {
  const judgements = judge(report);
  const rows = judgements.map(
    ({ rule, passed, measured, limit, where }) =>
      `<tr><td>${rule}<td>${measured}<td>${limit}<td>${passed ? '✓' : '✕'}<td>${where.map(escapeHtml).join('<br>')}`,
  );
  const title = report.pages.map(({ page }) => page).join(' ');
  const page = `<!doctype html><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><table>${rows.join('')}</table>`;
  return { data: JSON.stringify({ ...report, judgements }), report: page };
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
