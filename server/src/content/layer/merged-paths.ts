import { textOfPath } from '../archive/tar.ts';
import { nodeOfPath, pathOfNode } from './layer-index.ts';
import { linkTarget } from './link-target.ts';
import type { MergedTree, Version } from './merged-tree.ts';

/** Maximum length of a chain of links, as on Linux. */
const maxLinks = 40;

/** The version that a container would read at a path, resolving symbolic links; undefined if there is no file. */
export function versionToRead({ tree, versionsOf, isSeen }: MergedTree, start: number): Version | undefined {
  let node = start;
  for (let count = 0; count < maxLinks; count++) {
    const [newest] = versionsOf(node);
    if (newest?.item.type !== 'link' || !isSeen(node)) return newest;
    const target = nodeOfPath(tree, linkTarget(pathOfNode(tree, node), textOfPath(newest.item.link)));
    if (target === undefined) return newest;
    node = target;
  }
  return undefined;
}

/** The paths whose hidden files waste the most space, largest first. */
export function wastedPaths({ tree, versionsOf, sizeOf }: MergedTree, limit: number): readonly number[] {
  const found: (readonly [node: number, wasted: number])[] = [];
  for (let node = 1; node < tree.size; node++) {
    if (tree.hasChildren(node)) continue;
    const { wasted } = sizeOf(node);
    if (wasted > 0 && versionsOf(node).length > 0) found.push([node, wasted]);
  }
  return found
    .sort((a, b) => b[1] - a[1])
    .slice(0, limit)
    .map(([node]) => node);
}

/** More matches are collected than shown, so that the best come first. */
const maxMatches = 5000;

/** The paths that contain a text, ignoring case. Exact and suffix matches come first, then shorter paths. */
export function pathsWith(
  { tree }: MergedTree,
  text: string,
  limit: number,
): { readonly nodes: readonly number[]; readonly isCut: boolean } {
  const query = text
    .trim()
    .toLowerCase()
    .replace(/^\/+(?=.)/, '/');
  const found: (readonly [node: number, path: string])[] = [];
  const waiting: (readonly [node: number, path: string])[] = [[0, '']];
  for (let next = waiting.pop(); next !== undefined && found.length < maxMatches; next = waiting.pop()) {
    const [folder, above] = next;
    for (const node of tree.childrenOf(folder)) {
      const path = `${above}/${textOfPath(tree.nameOf(node)).toLowerCase()}`;
      if (path.includes(query)) found.push([node, path]);
      if (tree.hasChildren(node)) waiting.push([node, path]);
    }
  }
  const rank = (path: string): number =>
    path === query ? 0 : path.endsWith(query) ? 1 : path.startsWith(query) ? 2 : 3;
  found.sort(([, a], [, b]) => rank(a) - rank(b) || a.length - b.length || (a < b ? -1 : 1));
  return { nodes: found.slice(0, limit).map(([node]) => node), isCut: found.length > limit };
}
