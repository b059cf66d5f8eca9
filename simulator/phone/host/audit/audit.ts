import type { SetDataMeter } from '../pages/setDataMeter';
import type { PageStack } from '../pages/stack';
import { auditPage, type Finding } from './page';
import { figuresOf, type SetDataFigures } from './setDataFigures';
import { measureTree, type TreeFigures } from './tree';

/** What was gathered of one run of the mini-program. */
export interface AuditReport {
  readonly page: string;
  readonly tree: TreeFigures;
  readonly setData: SetDataFigures;
  /** Milliseconds of each stretch in which the browser could do nothing else; those above 50 are told. */
  readonly longTasks: readonly number[];
  readonly exceptions: readonly string[];
  readonly failedCalls: readonly string[];
  readonly findings: readonly Finding[];
}

/** Watches a phone from its start, for the audits of WeChat DevTools and a little more. */
export class Audit {
  private readonly longTasks: number[] = [];
  private readonly exceptions: string[] = [];
  private readonly failedCalls: string[] = [];

  constructor(
    private readonly stack: PageStack,
    private readonly meter: SetDataMeter,
  ) {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) this.longTasks.push(Math.round(duration));
    }).observe({ type: 'longtask', buffered: true });
    addEventListener('error', (event) => this.exceptions.push(event.message));
    addEventListener('unhandledrejection', (event) => this.exceptions.push(String(event.reason)));
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as PerformanceResourceTiming[]) {
        if (entry.responseStatus >= 400) this.failedCalls.push(`${entry.responseStatus} ${entry.name}`);
      }
    }).observe({ type: 'resource', buffered: true });
  }

  report(): AuditReport {
    const top = this.stack.top();
    const root = top?.component.getBackendElement() as unknown as HTMLElement | undefined;
    return {
      page: top?.path ?? '',
      tree: root ? measureTree(root) : { nodes: 0, depth: 0, children: 0 },
      setData: figuresOf(this.meter.all()),
      longTasks: this.longTasks,
      exceptions: this.exceptions,
      failedCalls: this.failedCalls,
      findings: root ? auditPage(root) : [],
    };
  }
}
