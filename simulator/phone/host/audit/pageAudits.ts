import { auditPage, type Finding } from './page';
import { measureTree, type TreeFigures } from './tree';

/** What was seen of one page while it was open: the most of everything, each finding once. */
export interface PageAudit {
  readonly page: string;
  readonly tree: TreeFigures;
  readonly findings: readonly Finding[];
}

/** Milliseconds without a change until a page is looked at: halfway through an animation nothing has its size. */
const quiet = 250;

/** Looks at the page on top whenever it has come to rest, and gathers what it saw by page. Who leaves a page calls `look` first. */
export class PageAudits {
  private readonly pages = new Map<string, PageAudit>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly top: () => { path: string; element: HTMLElement } | undefined) {
    new MutationObserver(() => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.look(), quiet);
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  }

  /** Looks now; returns what is seen of the page on top at this moment. */
  look(): PageAudit | undefined {
    const top = this.top();
    if (!top) return undefined;
    const seen = { page: top.path, tree: measureTree(top.element), findings: auditPage(top.element) };
    const known = this.pages.get(top.path);
    this.pages.set(top.path, known ? together(known, seen) : seen);
    return seen;
  }

  all(): readonly PageAudit[] {
    return [...this.pages.values()];
  }
}

function together(one: PageAudit, other: PageAudit): PageAudit {
  const most = (read: (tree: TreeFigures) => number) => Math.max(read(one.tree), read(other.tree));
  const findings = new Map([...one.findings, ...other.findings].map((each) => [JSON.stringify(each), each]));
  return {
    page: one.page,
    tree: {
      nodes: most(({ nodes }) => nodes),
      depth: most(({ depth }) => depth),
      children: most(({ children }) => children),
    },
    findings: [...findings.values()],
  };
}
