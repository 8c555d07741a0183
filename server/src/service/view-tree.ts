import { createTree } from '../content/tree/oci-tree.ts';
import type { TreeNode } from '../content/tree/tree-node.ts';
import type { ViewNode } from '../protocol.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ViewFiles } from './view-files.ts';
import { type Key, viewNodeFor } from './view-key.ts';

/** Maximum number of children per page. */
const pageSize = 500;

/** Limits the nodes visited by a search. */
const maxSearched = 50_000;

/** The children of view nodes. */
export interface ViewTree {
  /** The keys of a node's children. */
  childrenOf(key: Key): Promise<readonly Key[]>;
  /** The same as view nodes, filtered by the search words: matching nodes and their ancestors. */
  linesBelow(key: Key): Promise<readonly ViewNode[]>;
  /** The view node of a key; undefined if neither it nor a descendant matches the search. */
  lineOf(key: Key): Promise<ViewNode | undefined>;
}

/** `files`: the contents of layers. */
export function viewTree({ contents, documentOf }: Workspace, files: ViewFiles): ViewTree {
  const shown = (key: Key): ViewNode => files.withFiles(key.node, viewNodeFor(key));

  async function childrenOf(key: Key): Promise<readonly Key[]> {
    const { node, path, filter } = key;
    // A search must cover all children, not only the first page.
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

  /** Whether a descendant of a node matches. */
  async function leadsTo(key: Key, filter: string): Promise<boolean> {
    const waiting = [key];
    const seen = new Set<string>();
    for (let next = waiting.pop(); next !== undefined && seen.size < maxSearched; next = waiting.pop()) {
      for (const child of await childrenOf(next)) {
        if (hasWords(viewNodeFor(child), filter)) return true;
        const { role, digest = '', uri = '' } = child.node;
        const own = `${role} ${digest} ${uri}`;
        if (child.node.hasChildren && !seen.has(own)) waiting.push(child);
        seen.add(own);
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

/** Where the next page of an open document starts. */
function restOf({ rest }: TreeNode): Partial<TreeNode> {
  return rest === undefined ? {} : { rest };
}

/** A stable name, independent of the content's digest, so that nodes stay expanded across edits. */
function nameOf({ role, tags = [], platform = '', title = '', artifactType = '', rest }: TreeNode): string {
  return [role, tags.join(','), platform, title, artifactType, rest?.from ?? '']
    .map((part) => String(part).replaceAll('\n', ' '))
    .join('|');
}

/** Whether the text of a node contains all words. */
function hasWords({ label, description, digest = '', tooltip }: ViewNode, filter: string): boolean {
  const text = `${label} ${description} ${digest} ${tooltip.replaceAll('\\', '')}`.toLowerCase();
  return filter.split(/\s+/).every((word) => text.includes(word));
}
