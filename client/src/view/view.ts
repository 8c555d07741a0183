import {
  commands,
  Disposable,
  EventEmitter,
  l10n,
  type TextDocument,
  type TreeDataProvider,
  type TreeView,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, FileChangeType } from 'vscode-languageclient';
import { type ViewFilter, type ViewNode, viewRequests } from '../../../server/src/protocol.ts';
import { unformatted } from '../formatted.ts';
import type { Previews } from './previewing.ts';
import { treeItemOf } from './tree-item.ts';

/** The view's id in the manifest. */
const viewId = 'ociManifests.view';

/** In milliseconds. Files and texts change in bursts. The server learns of file changes after 250 ms. */
const settling = 300;

/**
 * The tree of layouts and documents in the explorer. Loads as it is expanded, follows the active editor, and is hidden
 * if it is empty.
 */
export function showView(client: BaseLanguageClient, previews: Previews): Disposable {
  const changed = new EventEmitter<ViewNode | undefined>();
  const tree = readTree(client);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const redrawn = async (): Promise<void> => {
    // An invisible view is not loaded, but its visibility must be decided anyway.
    if (!view.visible) await tree.read(undefined);
    for (const node of view.visible ? await tree.changes() : [undefined]) changed.fire(node);
  };
  const refresh = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void redrawn().catch(() => {}), settling);
  };
  const provider: TreeDataProvider<ViewNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: treeItemOf,
    getChildren: async (node) => [...(await tree.read(node))],
    getParent: (node) => tree.parentOf(node),
  };
  const view = window.createTreeView(viewId, { treeDataProvider: provider, showCollapseAll: true });
  const filter = async (words: string): Promise<void> => {
    tree.filter = words;
    view.message = words === '' ? undefined : l10n.t('Filtered by "{0}"', words);
    await commands.executeCommand('setContext', 'ociManifests.hasFilter', words !== '');
    changed.fire(undefined);
    // Otherwise collapsed nodes stay collapsed and hide search results.
    if (words !== '') await unfold(view, tree);
  };
  const touched = (document: TextDocument): void => {
    if (languages.has(document.languageId)) refresh();
  };
  const watcher = workspace.createFileSystemWatcher(
    '**/{oci-layout,index.json,blobs/**,*.tar,*.tgz,*.tar.gz,*.tar.zst,*.oci}',
  );
  // Deleting a folder is reported for the folder only.
  const removals = workspace.createFileSystemWatcher('**', true, true);
  refresh();
  return Disposable.from(
    new Disposable(() => clearTimeout(timer)),
    view,
    changed,
    watcher,
    watcher.onDidChange(refresh),
    watcher.onDidCreate(refresh),
    watcher.onDidDelete(refresh),
    removals,
    removals.onDidDelete((uri) => {
      if (!tree.hasRootIn(uri)) return;
      const gone = { uri: client.code2ProtocolConverter.asUri(uri), type: FileChangeType.Deleted };
      void client.sendNotification('workspace/didChangeWatchedFiles', { changes: [gone] });
      refresh();
    }),
    workspace.onDidSaveTextDocument(touched),
    workspace.onDidOpenTextDocument(touched),
    workspace.onDidCloseTextDocument(touched),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (tree.isTop(document.uri)) refresh();
    }),
    commands.registerCommand('ociManifests.view.refresh', refresh),
    commands.registerCommand('ociManifests.view.filter', async () => {
      const prompt = l10n.t('Words in tags, platforms, types, names or digests');
      const words = await window.showInputBox({ title: l10n.t('Filter'), prompt, value: tree.filter });
      if (words !== undefined) await filter(words.trim());
    }),
    commands.registerCommand('ociManifests.view.clearFilter', () => filter('')),
    window.onDidChangeActiveTextEditor((editor) => {
      // A click in the tree already selected the node, and the user may have moved on.
      if (editor !== undefined && !previews.has(unformatted(editor.document.uri)))
        void follow(view, tree, editor.document.uri);
    }),
    view.onDidChangeVisibility(() => {
      const uri = window.activeTextEditor?.document.uri;
      if (view.visible && uri !== undefined) void follow(view, tree, uri);
    }),
  );
}

/** How many nodes to expand to show search results. */
const maxUnfolded = 30;

/** Beyond this many nodes, forget their parents. */
const maxKept = 20_000;

/** Beyond this many loaded nodes, refresh the whole tree rather than compare. */
const maxCompared = 50;

/** Languages of documents that may be OCI. */
const languages: ReadonlySet<string> = new Set(['json', 'jsonc', 'oci-blob']);

type ReadTree = ReturnType<typeof readTree>;

/** The part of the tree that was loaded from the server. */
function readTree(client: BaseLanguageClient) {
  const parents = new Map<string, ViewNode | undefined>();
  const known = new Map<string, ViewNode>();
  const lists = new Map<
    string | undefined,
    { readonly node: ViewNode | undefined; readonly nodes: readonly ViewNode[] }
  >();
  const isBelow = (node: ViewNode, above: ViewNode | undefined): boolean => {
    let at: ViewNode | undefined = node;
    while (at !== undefined && at.id !== above?.id) at = parents.get(at.id);
    return at?.id === above?.id;
  };
  const add = (nodes: readonly ViewNode[], parent: ViewNode | undefined): void => {
    for (const node of nodes) {
      parents.set(node.id, parent);
      known.set(node.id, node);
    }
  };
  return {
    filter: '',
    async read(parent: ViewNode | undefined): Promise<readonly ViewNode[]> {
      const { filter } = this;
      const params: ViewFilter = filter === '' ? {} : { filter };
      const nodes =
        parent === undefined
          ? await client.sendRequest<readonly ViewNode[]>(viewRequests.roots, params)
          : await client.sendRequest<readonly ViewNode[]>(viewRequests.children, { key: parent.key });
      if (parent === undefined) {
        // Nodes that are being shown keep their parents nonetheless.
        if (parents.size > maxKept) parents.clear();
        known.clear();
        const isShown = nodes.length > 0 || filter !== '';
        void commands.executeCommand('setContext', 'ociManifests.hasView', isShown);
      }
      add(nodes, parent);
      lists.set(parent?.id, { node: parent, nodes });
      return nodes;
    },
    /**
     * The nodes whose children changed since they were loaded; `undefined` stands for the whole tree. The editor does
     * not know nodes that it is redrawing: their menus do nothing, and revealing them fails silently.
     */
    async changes(): Promise<readonly (ViewNode | undefined)[]> {
      if (lists.size > maxCompared) return [undefined];
      const changes: (ViewNode | undefined)[] = [];
      for (const [id, { node, nodes }] of [...lists]) {
        if (node !== undefined && changes.some((above) => isBelow(node, above))) lists.delete(id);
        else if (JSON.stringify(await this.read(node).catch(() => undefined)) !== JSON.stringify(nodes))
          changes.push(node);
      }
      return changes;
    },
    parentOf: ({ id }: ViewNode): ViewNode | undefined => parents.get(id),
    /** Whether a file is a top-level node outside layouts. */
    isTop: (uri: Uri): boolean => known.has(uri.toString()),
    /** Whether a top-level layout, archive or document is or was in a folder. */
    hasRootIn: (folder: Uri): boolean =>
      lists
        .get(undefined)
        ?.nodes.some(({ source }) => source !== undefined && Uri.parse(source).path.startsWith(`${folder.path}/`)) ===
      true,
    /** The node of a file. Also loads its parents. */
    async nodeOf(uri: string): Promise<ViewNode | undefined> {
      const read = [...known.values()].find((one) => one.uri !== undefined && Uri.parse(one.uri).toString() === uri);
      if (read !== undefined || this.filter !== '') return read;
      const path = await client.sendRequest<readonly ViewNode[]>(viewRequests.path, { uri });
      for (const [at, node] of path.entries()) add([node], path[at - 1]);
      return path.at(-1);
    },
  };
}

/** In milliseconds. Revealing a node of a tree that is being redrawn fails silently, so it is retried. */
const pauses = [0, settling, 2 * settling, 4 * settling, 8 * settling];

/** Selects the node of the active document without moving the focus. */
async function follow(view: TreeView<ViewNode>, tree: ReadTree, uri: Uri): Promise<void> {
  if (!view.visible) return;
  const shown = unformatted(uri).toString();
  const before = view.selection[0]?.id;
  for (const pause of pauses) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const [selected] = view.selection;
    // Several nodes may share a file.
    if (selected?.uri !== undefined && Uri.parse(selected.uri).toString() === shown) return;
    // The user selected another node or editor in the meantime.
    if (selected !== undefined && selected.id !== before) return;
    if (uri.toString() !== window.activeTextEditor?.document.uri.toString()) return;
    const node = await tree.nodeOf(shown).catch(() => undefined);
    if (node === undefined || node.id === selected?.id) return;
    await Promise.resolve(view.reveal(node, { select: true })).catch(() => {});
  }
}

/** Expands the parents of search results, but not the results themselves, until the filter changes. */
async function unfold(view: TreeView<ViewNode>, tree: ReadTree): Promise<void> {
  const leading = (nodes: readonly ViewNode[]): readonly ViewNode[] => nodes.filter(({ isExpanded }) => isExpanded);
  const { filter } = tree;
  const childrenOf = (node: ViewNode | undefined) => tree.read(node).catch(() => []);
  const waiting = [...leading(await childrenOf(undefined))];
  let left = maxUnfolded;
  for (let node = waiting.shift(); node !== undefined && left > 0; node = waiting.shift(), left--) {
    if (tree.filter !== filter) return;
    await Promise.resolve(view.reveal(node, { select: false, focus: false, expand: 1 })).catch(() => {});
    waiting.push(...leading(await childrenOf(node)).slice(0, maxUnfolded));
  }
}
