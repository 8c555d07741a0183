import type { TreeNode } from '../content/tree/tree-node.ts';
import { viewNodeOf } from '../features/view-node.ts';
import type { ViewNode } from '../protocol.ts';

/** The key of a view node. */
export interface Key {
  /** The names of the node and its ancestors. */
  readonly path: string;
  /** Folder of the layout or standalone document. */
  readonly root: string;
  readonly isInLayout: boolean;
  readonly node: TreeNode;
  /** Search words that descendants must match. */
  readonly filter?: string;
}

/** The view node of a key. */
export function viewNodeFor(key: Key): ViewNode {
  return viewNodeOf(key.node, JSON.stringify(key), key);
}

export function readKey(key: string): Key | undefined {
  const read = partsOfKey<Key>(key);
  const { path, root, filter, node } = read;
  const { role, hasChildren } = node ?? {};
  const hasLocation = typeof path === 'string' && typeof root === 'string';
  const isFilter = filter === undefined || typeof filter === 'string';
  const isKey = hasLocation && isFilter && typeof role === 'string' && typeof hasChildren === 'boolean';
  return isKey ? (read as Key) : undefined;
}

/** A key, whatever it is of, with search words that descendants must match. */
export function filtered<AnyKey extends object>(key: AnyKey, filter: string | undefined): AnyKey & Pick<Key, 'filter'> {
  return filter === undefined ? key : { ...key, filter };
}

/** The search words in a key. */
export function filterIn(key: string): string | undefined {
  const { filter } = partsOfKey<{ filter: unknown }>(key);
  return typeof filter === 'string' ? filter : undefined;
}

/** The parts of a key, not validated: it made a round trip through the client. */
export function partsOfKey<Parts>(key: string): Partial<Parts> {
  try {
    return (JSON.parse(key) as Partial<Parts> | null) ?? {};
  } catch {
    return {};
  }
}
