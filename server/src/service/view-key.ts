import type { TreeNode } from '../content/tree/tree-node.ts';
import { viewNodeOf } from '../features/view-node.ts';
import type { ViewNode } from '../protocol.ts';

/** What a node of the view is known by. */
export interface Key {
  /** The names of the nodes above it, and its own. */
  readonly path: string;
  /** The folder of the layout, or of the document that stands alone. */
  readonly root: string;
  readonly isInLayout: boolean;
  readonly node: TreeNode;
  /** What is below it must have these words. */
  readonly filter?: string;
}

/** The line of the view that a key is of. */
export function viewNodeFor(key: Key): ViewNode {
  return viewNodeOf(key.node, JSON.stringify(key), key);
}

export function readKey(key: string): Key | undefined {
  const read = partsOfKey<Key>(key);
  const { path, root, filter, node } = read;
  const { role, hasChildren } = node ?? {};
  const isPlace = typeof path === 'string' && typeof root === 'string';
  const isFilter = filter === undefined || typeof filter === 'string';
  const isKey = isPlace && isFilter && typeof role === 'string' && typeof hasChildren === 'boolean';
  return isKey ? (read as Key) : undefined;
}

/** The properties of a key, of whatever type: it went through the client, which keeps it as it is. */
export function partsOfKey<Parts>(key: string): Partial<Parts> {
  try {
    return (JSON.parse(key) as Partial<Parts> | null) ?? {};
  } catch {
    return {};
  }
}
