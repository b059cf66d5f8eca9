import type * as glassEasel from 'glass-easel';
import { rewriteSelector, stylePrefix } from '../../artefact/selectors';
import type { DrawnNode } from './dispatch';

/** Nodes below `root` that match and belong to the template of `scope`, in the order of the document. */
export function findDrawn(scope: glassEasel.ShadowRoot, root: HTMLElement, selector: string): DrawnNode[] {
  const eitherPrefix = stylePrefix(scope.getHostNode().is);
  const found = [...root.querySelectorAll<DrawnNode>(rewriteSelector(selector, { eitherPrefix }))];
  return found.filter((node) => node.__wxElement?.ownerShadowRoot === scope);
}
