import { elementName } from '../../artefact/builtins';
import type { DrawnNode } from '../events/dispatch';

/** Nodes below `root` that an XPath names; tags by WeChat's names. */
export function findByXpath(root: HTMLElement, xpath: string): DrawnNode[] {
  const translated = xpath.replace(
    /(\/|::|^)([a-z][\w-]*)(?=$|[/[])/g,
    (_all, before: string, tag: string) => before + elementName(tag),
  );
  const path = translated.startsWith('/') ? `.${translated}` : translated;
  const found = document.evaluate(path, root, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
  return Array.from(
    { length: found.snapshotLength },
    (_one, index) => found.snapshotItem(index) as DrawnNode,
  );
}
