import type { OciDocument } from '../../oci/document.ts';
import type { Layout } from '../layout/layout.ts';
import { indexOfLayout } from '../layout/named-blob.ts';
import type { Contents } from '../stores/contents.ts';
import type { Depth } from '../stores/targets.ts';
import type { TreeNode } from './tree-node.ts';

/** What reading a tree takes. */
export interface TreeSource {
  readonly contents: Contents;
  /** How much of the content is compared with its digests. */
  readonly depth: Depth;
  readonly signal?: AbortSignal | undefined;
  /** Of what is below one node, so many are read at a time; absent: all. */
  readonly pageSize?: number | undefined;
}

/** Those of what is below a node that are to be read, and the node for those that come after. */
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

/** The index that a layout begins with. */
export function indexOf({ root }: Layout, { contents, signal }: TreeSource): Promise<OciDocument | undefined> {
  return indexOfLayout({ root }, contents, signal);
}
