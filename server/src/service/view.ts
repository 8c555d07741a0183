import type { Location } from 'vscode-languageserver-types';
import type { InsideFiles } from '../content/inside-files.ts';
import type { Layout } from '../content/layout/layout.ts';
import type { Contents } from '../content/stores/contents.ts';
import { createTree } from '../content/tree/oci-tree.ts';
import type { TreeNode } from '../content/tree/tree-node.ts';
import { below, folderOf } from '../content/uris.ts';
import { blobLabelOf } from '../features/blob-label.ts';
import { referencesTo } from '../features/content-links.ts';
import { viewNodeOf } from '../features/view-node.ts';
import type { ViewNode } from '../protocol.ts';
import type { Checks } from './checks.ts';
import { isFormatted } from './formatted.ts';
import type { Host } from './host.ts';
import type { Service } from './service-types.ts';
import { type OpenLayouts, viewArchives } from './view-archives.ts';
import { createViewFiles } from './view-files.ts';

/** The part of the service behind the tree of layouts and documents. */
export type View = Pick<
  Service,
  'viewRoots' | 'viewChildren' | 'viewReferences' | 'blobLabel' | 'openArchive' | 'findPath'
>;

/** What a node of the view is known by. */
interface Key {
  readonly path: string;
  readonly root: string;
  readonly node: TreeNode;
}

/** `layoutsOf`: those of the workspace. */
export function createView(
  host: Host,
  contents: Contents,
  checks: Checks,
  layoutsOf: () => Promise<readonly Layout[]>,
  files: InsideFiles,
): View {
  const viewFiles = createViewFiles(files.layers, contents);
  const archives = viewArchives(files, contents.workspaceFiles);

  /** Open documents that no layout has. */
  async function looseNodes(): Promise<readonly ViewNode[]> {
    const open = host.openUris().filter((uri) => !isFormatted(uri));
    const documents = await Promise.all(open.map((uri) => checks.documentOf(uri).catch(() => undefined)));
    const nodes: ViewNode[] = [];
    for (const document of documents) {
      if (document?.kind === undefined || document.descriptors.length === 0) continue;
      if ((await contents.layoutOf(document.uri)) !== undefined) continue;
      const tree = createTree(contents);
      nodes.push(viewNodeOf(tree.document(document), document.uri, folderOf(document.uri)));
    }
    return nodes;
  }

  async function childrenOf({ path, root, node }: Key): Promise<readonly ViewNode[]> {
    const tree = createTree(contents);
    const open = node.role === 'document' ? await checks.documentOf(node.uri ?? '') : undefined;
    const parent = open === undefined ? node : tree.document(open);
    const counts = new Map<string, number>();
    const children = await tree.childrenOf(parent);
    const nodes = children.map((child) => {
      const own = `${child.role} ${child.digest ?? child.from?.pointer ?? ''}`;
      const count = counts.get(own) ?? 0;
      counts.set(own, count + 1);
      return viewFiles.withFiles(child, viewNodeOf(child, `${path}\n${own}${count === 0 ? '' : ` ${count}`}`, root));
    });
    return [...nodes, ...viewFiles.fileSystemNodes({ path, node }, children)];
  }

  /** An archive that is a layout is shown as that; one that has several has them below it. */
  async function archiveNodes({ archive, layouts }: OpenLayouts): Promise<readonly ViewNode[]> {
    const tree = createTree(contents);
    const [first] = layouts;
    if (first?.root === archive && layouts.length === 1)
      return childrenOf({ path: archive, root: archive, node: await tree.layout(first) });
    return Promise.all(layouts.map(async ({ root }) => viewNodeOf(await tree.layout({ root }), root, root)));
  }

  return {
    async viewRoots() {
      const tree = createTree(contents);
      const inArchives = await archives.list();
      const isListed = ({ root }: Layout): boolean =>
        inArchives.some((one) => root === one || root.startsWith(`${one}/`));
      const layouts = (await layoutsOf()).filter((layout) => !isListed(layout));
      const nodes = await Promise.all(
        layouts.map(async (layout) => viewNodeOf(await tree.layout(layout), layout.root, layout.root)),
      );
      return [...nodes, ...(await Promise.all(inArchives.map(archives.node))), ...(await looseNodes())];
    },

    async viewChildren(key) {
      const ofFiles = await viewFiles.childrenOf(key);
      if (ofFiles !== undefined) return ofFiles;
      const inArchive = await archives.layoutsOf(key);
      if (inArchive !== undefined) return 'layouts' in inArchive ? archiveNodes(inArchive) : [inArchive];
      const read = readKey(key);
      return read === undefined ? [] : childrenOf(read);
    },

    async viewReferences(key): Promise<Location[]> {
      const read = readKey(key);
      if (read?.node.digest === undefined) return [];
      return referencesTo(read.node.digest, below(read.root, 'index.json'), contents);
    },

    blobLabel: (uri) => blobLabelOf(uri, contents),
    openArchive: archives.open,
    findPath: viewFiles.findPath,
  };
}

/** It went through the client, which keeps it as it is. */
function readKey(key: string): Key | undefined {
  try {
    const read = JSON.parse(key) as Partial<Key> | null;
    const { role, hasChildren } = read?.node ?? {};
    const isKey = typeof read?.path === 'string' && typeof read.root === 'string';
    return isKey && typeof role === 'string' && typeof hasChildren === 'boolean' ? (read as Key) : undefined;
  } catch {
    return undefined;
  }
}
