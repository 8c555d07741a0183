import { positionOfFirst } from './search.ts';
import { childrenOf, type JsonMember, type JsonNode } from './tree.ts';

/** All objects in a tree, outermost first, except those left out and their descendants. Never recurses. */
export function objectsOf(
  root: JsonNode | undefined,
  isLeftOut: (node: JsonNode) => boolean = noneIs,
): readonly JsonNode[] {
  const found: JsonNode[] = [];
  const stack: JsonNode[] = root === undefined || isLeftOut(root) ? [] : [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'object') found.push(node);
    const children = node.children;
    if (children === undefined) continue;
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i];
      const value = child?.type === 'member' ? child.value : child;
      if (value?.children !== undefined && !isLeftOut(value)) stack.push(value);
    }
  }
  return found;
}

const noneIs = () => false;

/** The innermost value whose range contains the offset, both ends included. */
export function nodeAtOffset(root: JsonNode | undefined, offset: number): JsonNode | undefined {
  let best: JsonNode | undefined;
  let here = root;
  // Relative to the container of `here`.
  let from = offset;
  while (here !== undefined && here.at <= from && from <= here.at + here.length) {
    best = here;
    from -= here.at;
    here = childAt(here, from);
  }
  return best;
}

function childAt(node: JsonNode, offset: number): JsonNode | undefined {
  const child = lastChildBefore(node, offset);
  return child?.type === 'member' ? child.value : child;
}

/** The last child that starts at or before an offset relative to the node. */
export function lastChildBefore(node: JsonNode, offset: number): JsonNode | JsonMember | undefined {
  const children = childrenOf(node);
  return children[positionOfFirst(children, ({ at }) => at <= offset) - 1];
}
