import type * as glassEasel from 'glass-easel';
import { rewriteSelector, stylePrefix } from '../../artefact/selectors';
import type { DrawnNode } from './dispatch';

/** Nodes below `root` that match and belong to the template of `scope`, in the order of the document. */
export function findDrawn(scope: glassEasel.ShadowRoot, root: HTMLElement, selector: string): DrawnNode[] {
  const eitherPrefix = stylePrefix(scope.getHostNode().is);
  const found = [...root.querySelectorAll<DrawnNode>(rewriteSelector(selector, { eitherPrefix }))];
  return found.filter((node) => node.__wxElement?.ownerShadowRoot === scope);
}

/** The node a component is drawn in: its own or, as one with `virtualHost` has none, the nearest around it. */
export function drawnRoot(component: glassEasel.Element): HTMLElement {
  for (let at: glassEasel.Element | null = component; at; at = at.getComposedParent()) {
    const node = at.getBackendElement();
    if (node) return node as unknown as HTMLElement;
  }
  return document.body;
}
