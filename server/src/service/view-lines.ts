import type { Layout } from '../content/layout/layout.ts';
import { createTree } from '../content/tree/oci-tree.ts';
import { folderOf, nameOf } from '../content/uris.ts';
import { inOneLine } from '../features/markdown.ts';
import type { ViewNode } from '../protocol.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { viewArchives } from './view-archives.ts';
import { filesForView } from './view-files.ts';
import { filtered, filterIn, type Key, readKey, viewNodeFor } from './view-key.ts';
import { pathInLayout } from './view-path.ts';
import { standaloneFilterOf, standaloneGroup, standaloneKeys } from './view-standalone.ts';
import { viewTree } from './view-tree.ts';

/** The nodes of the document tree. */
export interface ViewLines {
  /** `filter`: search words. Only matching nodes and their ancestors are returned. */
  roots(filter: string | undefined): Promise<readonly ViewNode[]>;
  below(key: string): Promise<readonly ViewNode[]>;
  /** The nodes from the top level down to a file. */
  pathTo(uri: string): Promise<readonly ViewNode[]>;
}

/** `signal`: for the lines of one request. */
export function viewLines(workspace: Workspace, signal?: AbortSignal): ViewLines {
  const { contents } = workspace;
  const viewFiles = workspace.keep(filesForView);
  const archives = workspace.keep(viewArchives);
  const lines = viewTree(workspace, viewFiles);

  async function layoutKey(root: string, filter?: string): Promise<Key> {
    const node = await createTree(contents).layout({ root });
    return filtered({ path: root, root, isInLayout: true, node }, filter);
  }

  /** Layouts that are not in a listed archive. */
  async function layoutKeys(filter: string | undefined): Promise<readonly Key[]> {
    const inArchives = await archives.list(signal);
    const layouts = (await workspace.layouts(signal)).filter(({ root }) => archiveOf(root, inArchives) === undefined);
    return Promise.all(layouts.map(({ root }) => layoutKey(root, filter)));
  }

  /** An archive with a single layout is shown as that layout; one with several shows them as children. */
  async function archiveLines(key: string, filter: string | undefined): Promise<readonly ViewNode[] | undefined> {
    const inside = await archives.layoutsOf(key);
    if (inside === undefined || !('layouts' in inside)) return inside && [inside];
    const { archive, layouts } = inside;
    const keys = await Promise.all(layouts.map(({ root }) => layoutKey(root, filter)));
    const [first] = keys;
    const isOne = first?.root === archive && keys.length === 1;
    return isOne ? lines.linesBelow(first) : shown(keys);
  }

  async function archiveNode(archive: string, filter: string | undefined): Promise<ViewNode | undefined> {
    const node = await archives.node(archive);
    if (filter === undefined) return node;
    const key = JSON.stringify({ archive, filter });
    const found = await archiveLines(key, filter);
    return found?.length === 0 ? undefined : { ...node, key, isExpanded: true };
  }

  async function shown(keys: readonly Key[]): Promise<readonly ViewNode[]> {
    return (await Promise.all(keys.map(lines.lineOf))).filter((line) => line !== undefined);
  }

  /** Standalone documents are grouped if there are other nodes. */
  async function rootsOf(filter: string | undefined): Promise<readonly ViewNode[]> {
    const inArchives = await archives.list(signal);
    const opened = await Promise.all(inArchives.map((archive) => archiveNode(archive, filter)));
    const archived = opened.filter((node) => node !== undefined);
    const layouts = toldApart([...byLabel(await shown(await layoutKeys(filter))), ...byLabel(archived)]);
    const standalone = await shown(await standaloneKeys(workspace, filter));
    if (layouts.length === 0 || standalone.length === 0) return [...layouts, ...standalone];
    return [...layouts, standaloneGroup(standalone.length, filter)];
  }

  async function pathTo(uri: string): Promise<readonly ViewNode[]> {
    const layout = await contents.layoutOf(uri);
    if (layout !== undefined) return pathBelow(uri, layout);
    const standalone = await standaloneKeys(workspace, undefined);
    const own = standalone.find(({ node }) => node.uri === uri);
    if (own === undefined) return [];
    const hasOthers = (await workspace.layouts(signal)).length > 0 || (await archives.list(signal)).length > 0;
    return [...(hasOthers ? [standaloneGroup(standalone.length, undefined)] : []), viewNodeFor(own)];
  }

  async function pathBelow(uri: string, layout: Layout): Promise<readonly ViewNode[]> {
    const archive = archiveOf(layout.root, await archives.list(signal));
    const top = await layoutKey(layout.root);
    const isTop = folderOf(uri) === layout.root;
    const path = isTop ? [] : await pathInLayout(uri, layout, top, lines, contents);
    if (!isTop && path.length === 0) return [];
    const below = path.map(viewNodeFor);
    if (archive === undefined) return [viewNodeFor(top), ...below];
    return [await archives.node(archive), ...(archive === layout.root ? [] : [viewNodeFor(top)]), ...below];
  }

  return {
    roots: rootsOf,
    pathTo,
    async below(key) {
      const group = standaloneFilterOf(key);
      if (group !== undefined) return shown(await standaloneKeys(workspace, group.filter));
      const inside = (await viewFiles.childrenOf(key)) ?? (await archiveLines(key, filterIn(key)));
      if (inside !== undefined) return inside;
      const read = readKey(key);
      return read === undefined ? [] : lines.linesBelow(read);
    },
  };
}

function byLabel(nodes: readonly ViewNode[]): readonly ViewNode[] {
  return nodes.toSorted((a, b) => a.label.localeCompare(b.label, 'en') || (a.id < b.id ? -1 : 1));
}

/** Layouts and archives of the same name show their folder. */
function toldApart(nodes: readonly ViewNode[]): readonly ViewNode[] {
  return nodes.map((node) => {
    const isOnly = nodes.every((other) => other === node || other.label !== node.label);
    if (isOnly) return node;
    const folder = inOneLine(nameOf(folderOf(node.id)), 80);
    return { ...node, description: `${folder} · ${node.description}` };
  });
}

/** The archive that contains a layout. */
function archiveOf(root: string, archives: readonly string[]): string | undefined {
  return archives.find((archive) => root === archive || root.startsWith(`${archive}/`));
}
