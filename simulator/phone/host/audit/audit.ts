import type { SetDataMeter } from '../pages/setDataMeter';
import type { PageStack } from '../pages/stack';
import { failedCalls, noteStatus } from './failedCalls';
import type { Finding } from './page';
import { type PageAudit, PageAudits } from './pageAudits';
import { figuresOf, type SetDataFigures } from './setDataFigures';
import type { TreeFigures } from './tree';

/** What was gathered of one run of the mini-program. */
export interface AuditReport {
  /** The page on top, with its tree and findings as they are now. */
  readonly page: string;
  readonly tree: TreeFigures;
  readonly findings: readonly Finding[];
  /** Every page that was open, with the most that was seen of it. */
  readonly pages: readonly PageAudit[];
  readonly setData: SetDataFigures;
  /** Milliseconds of each stretch in which the browser could do nothing else; those above 50 are told. */
  readonly longTasks: readonly number[];
  readonly exceptions: readonly string[];
  readonly failedCalls: readonly string[];
}

/** Watches a phone from its start, for the audits of WeChat DevTools and a little more. */
export class Audit {
  private readonly longTasks: number[] = [];
  private readonly exceptions: string[] = [];
  private readonly pages: PageAudits;
  private readonly tasks = new PerformanceObserver((list) => this.noteTasks(list.getEntries()));

  constructor(
    stack: PageStack,
    private readonly meter: SetDataMeter,
  ) {
    this.pages = new PageAudits(() => {
      const top = stack.top();
      const element = top?.component.getBackendElement() as unknown as HTMLElement | undefined;
      return top && element && { path: top.path, element };
    });
    stack.onBeforeChange(() => this.pages.look());
    this.tasks.observe({ type: 'longtask', buffered: true });
    addEventListener('error', (event) => this.exceptions.push(event.message));
    addEventListener('unhandledrejection', (event) => this.exceptions.push(describe(event.reason)));
    new PerformanceObserver((list) => {
      for (const { name, responseStatus } of list.getEntries() as PerformanceResourceTiming[]) {
        if (!isCall(name)) noteStatus(responseStatus, name);
      }
    }).observe({ type: 'resource', buffered: true });
  }

  /** A long stretch is known a little after it has ended; one that ends with the question is waited for. */
  async report(): Promise<AuditReport> {
    await new Promise((resolve) => setTimeout(resolve, 20));
    this.noteTasks(this.tasks.takeRecords());
    const seen = this.pages.look();
    return {
      page: seen?.page ?? '',
      tree: seen?.tree ?? { nodes: 0, depth: 0, children: 0 },
      findings: seen?.findings ?? [],
      pages: this.pages.all(),
      setData: figuresOf(this.meter.all()),
      longTasks: this.longTasks,
      exceptions: this.exceptions,
      failedCalls: failedCalls(),
    };
  }

  private noteTasks(entries: PerformanceEntryList): void {
    for (const { duration } of entries) this.longTasks.push(Math.round(duration));
  }
}

/** Calls of `wx` note their own failures, in WeChat's words. */
function isCall(url: string): boolean {
  return URL.canParse(url) && /^\/(?:gateway|phone)\//.test(new URL(url).pathname);
}

function describe(reason: unknown): string {
  if (reason instanceof Error) return reason.message;
  return typeof reason === 'object' ? JSON.stringify(reason) : String(reason);
}
