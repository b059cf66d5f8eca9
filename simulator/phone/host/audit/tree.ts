export interface TreeFigures {
  readonly nodes: number;
  readonly depth: number;
  /** Of the element with the most. */
  readonly children: number;
}

/** What is counted of an element: its children. */
export interface TreeNode {
  readonly children: ArrayLike<TreeNode>;
}

/** Counts a page's elements, how deep they lie and how many lie in one. */
export function measureTree(root: TreeNode): TreeFigures {
  let figures: TreeFigures = { nodes: 0, depth: 0, children: 0 };
  const visit = (node: TreeNode, depth: number) => {
    figures = {
      nodes: figures.nodes + 1,
      depth: Math.max(figures.depth, depth),
      children: Math.max(figures.children, node.children.length),
    };
    for (const child of Array.from(node.children)) visit(child, depth + 1);
  };
  visit(root, 1);
  return figures;
}
