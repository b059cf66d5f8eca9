import { measureTree, type TreeNode } from './tree';

const node = (...children: TreeNode[]): TreeNode => ({ children });

test('nodes, depth and the widest', () => {
  expect(measureTree(node(node(), node(node(), node(), node())))).toEqual({
    nodes: 6,
    depth: 3,
    children: 3,
  });
});
