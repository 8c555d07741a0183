import { createTree } from '../content/tree/oci-tree.ts';
import type { TreeNode } from '../content/tree/tree-node.ts';
import type { ViewNode } from '../protocol.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ViewFiles } from './view-files.ts';
import { type Key, viewNodeFor } from './view-key.ts';

/** Below one node, so many are read at a time. */
const pageSize = 500;

/** A search for what has some words ends after so many nodes. */
const mostSearched = 50_000;

/** What is below the nodes of the view. */
export interface ViewTree {
  /** The keys of what is below a node. */
  childrenOf(key: Key): Promise<readonly Key[]>;
  /** The same as lines, of which those stay that have what is searched for, or lead to it. */
  linesBelow(key: Key): Promise<readonly ViewNode[]>;
  /** A node as a line; undefined where it has nothing of what is searched for. */
  lineOf(key: Key): Promise<ViewNode | undefined>;
}

/** `files`: what is in layers. */
export function viewTree({ contents, documentOf }: Workspace, files: ViewFiles): ViewTree {
  const shown = (key: Key): ViewNode => files.withFiles(key.node, viewNodeFor(key));

  async function childrenOf(key: Key): Promise<readonly Key[]> {
    const { node, path, filter } = key;
    // Who searches is not to be told only of the first.
    const tree = createTree(contents, 'small', filter === undefined ? pageSize : undefined);
    const open = node.role === 'document' ? await documentOf(node.uri ?? '') : undefined;
    const children = await tree.childrenOf(open === undefined ? node : { ...tree.document(open), ...restOf(node) });
    const counts = new Map<string, number>();
    return children.map((child) => {
      const own = nameOf(child);
      const count = counts.get(own) ?? 0;
      counts.set(own, count + 1);
      return { ...key, path: `${path}\n${own}${count === 0 ? '' : ` ${count}`}`, node: child };
    });
  }

  async function lineOf(key: Key): Promise<ViewNode | undefined> {
    const { filter, ...free } = key;
    if (filter === undefined || hasWords(viewNodeFor(key), filter)) return shown(free);
    return (await leadsTo(key, filter)) ? { ...shown(key), isExpanded: true } : undefined;
  }

  /** Whether something below a node has words. */
  async function leadsTo(key: Key, filter: string): Promise<boolean> {
    const waiting = [key];
    const met = new Set<string>();
    for (let next = waiting.pop(); next !== undefined && met.size < mostSearched; next = waiting.pop()) {
      for (const child of await childrenOf(next)) {
        if (hasWords(viewNodeFor(child), filter)) return true;
        const { role, digest = '', uri = '' } = child.node;
        const own = `${role} ${digest} ${uri}`;
        if (child.node.hasChildren && !met.has(own)) waiting.push(child);
        met.add(own);
      }
    }
    return false;
  }

  return {
    childrenOf,
    lineOf,
    async linesBelow(key) {
      const children = await childrenOf(key);
      if (key.filter === undefined) {
        const nodes = children.map(({ node }) => node);
        return [...children.map(shown), ...(key.node.rest === undefined ? files.fileSystemNodes(key, nodes) : [])];
      }
      const lines: ViewNode[] = [];
      for (const child of children) {
        const line = await lineOf(child);
        if (line !== undefined) lines.push(line);
      }
      return lines;
    },
  };
}

/** Where the rest of an open document begins. */
function restOf({ rest }: TreeNode): Partial<TreeNode> {
  return rest === undefined ? {} : { rest };
}

/** The same as long as it is the same thing to people, whatever its bytes: what is unfolded stays so over edits. */
function nameOf({ role, tags = [], platform = '', title = '', artifactType = '', rest }: TreeNode): string {
  return [role, tags.join(','), platform, title, artifactType, rest?.from ?? '']
    .map((part) => String(part).replaceAll('\n', ' '))
    .join('|');
}

/** Whether all words are in what is said of a node. */
function hasWords({ label, description, digest = '', tooltip }: ViewNode, filter: string): boolean {
  const text = `${label} ${description} ${digest} ${tooltip.replaceAll('\\', '')}`.toLowerCase();
  return filter.split(/\s+/).every((word) => text.includes(word));
}
