import type { OciDocument } from '../../oci/document.ts';
import type { Layout } from '../layout/layout.ts';
import { indexOfLayout } from '../layout/named-blob.ts';
import type { Contents } from '../stores/contents.ts';
import type { Depth } from '../stores/targets.ts';
import type { TreeNode } from './tree-node.ts';

/** What is needed to read a tree. */
export interface TreeSource {
  readonly contents: Contents;
  /** How much content to check. */
  readonly depth: Depth;
  readonly signal?: AbortSignal | undefined;
  /** Maximum number of children read at a time; absent if unlimited. */
  readonly pageSize?: number | undefined;
}

/** The children on the current page, and a node for the remaining ones. */
export function pageOf<T>(
  all: readonly T[],
  node: TreeNode,
  { pageSize = Number.POSITIVE_INFINITY }: TreeSource,
): { readonly shown: readonly T[]; readonly rest: readonly TreeNode[] } {
  const from = node.rest?.from ?? 0;
  const end = from + pageSize;
  if (end >= all.length) return { shown: all.slice(from), rest: [] };
  const { role, problem: _, ...parts } = node;
  const rest = { role: node.rest?.role ?? role, from: end, count: all.length - end };
  return { shown: all.slice(from, end), rest: [{ ...parts, role: 'more', rest }] };
}

/** A layout's index.json. */
export function indexOf({ root }: Layout, { contents, signal }: TreeSource): Promise<OciDocument | undefined> {
  return indexOfLayout({ root }, contents, signal);
}
