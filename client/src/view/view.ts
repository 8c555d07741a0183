import {
  commands,
  Disposable,
  EventEmitter,
  type TreeDataProvider,
  type TreeView,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ViewNode, viewRequests } from '../../../server/src/protocol.ts';
import { treeItemOf } from './tree-item.ts';

/** The view's id in the manifest. */
const viewId = 'ociManifests.view';

/** In milliseconds: files change many at a time. */
const settling = 300;

/**
 * The tree of the workspace's layouts and documents, in the explorer. It is read as far as it is unfolded, follows the editor
 * among what was read, and is gone where there is nothing to show.
 */
export function showView(client: BaseLanguageClient): Disposable {
  const changed = new EventEmitter<ViewNode | undefined>();
  const parents = new Map<string, ViewNode | undefined>();
  const known = new Map<string, ViewNode>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function read(parent: ViewNode | undefined): Promise<readonly ViewNode[]> {
    const nodes =
      parent === undefined
        ? await client.sendRequest<readonly ViewNode[]>(viewRequests.roots)
        : await client.sendRequest<readonly ViewNode[]>(viewRequests.children, { key: parent.key });
    for (const node of nodes) {
      parents.set(node.id, parent);
      known.set(node.id, node);
    }
    if (parent === undefined) void commands.executeCommand('setContext', 'ociManifests.hasView', nodes.length > 0);
    return nodes;
  }

  const provider: TreeDataProvider<ViewNode> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: treeItemOf,
    getChildren: async (node) => [...(await read(node))],
    getParent: (node) => parents.get(node.id),
  };
  const refresh = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed.fire(undefined);
      // While it is not in sight nobody asks, and whether it is to be shown must be known all the same.
      void read(undefined).catch(() => {});
    }, settling);
  };
  const view = window.createTreeView(viewId, { treeDataProvider: provider, showCollapseAll: true });
  const watcher = workspace.createFileSystemWatcher(
    '**/{oci-layout,index.json,blobs/**,*.tar,*.tgz,*.tar.gz,*.tar.zst,*.oci}',
  );
  refresh();
  return Disposable.from(
    new Disposable(() => clearTimeout(timer)),
    view,
    changed,
    watcher,
    watcher.onDidChange(refresh),
    watcher.onDidCreate(refresh),
    watcher.onDidDelete(refresh),
    workspace.onDidSaveTextDocument(refresh),
    commands.registerCommand('ociManifests.view.refresh', refresh),
    window.onDidChangeActiveTextEditor((editor) => {
      if (editor !== undefined) void follow(view, known, editor.document.uri);
    }),
  );
}

/** Selects the node of the document in front, where it was read already, and leaves the focus where it is. */
async function follow(view: TreeView<ViewNode>, known: ReadonlyMap<string, ViewNode>, uri: Uri): Promise<void> {
  if (!view.visible) return;
  const shown = uri.query !== '' && uri.scheme !== 'file' ? uri.query : uri.toString();
  const selected = view.selection[0];
  if (selected?.uri !== undefined && Uri.parse(selected.uri).toString() === shown) return;
  const node = [...known.values()].find((one) => one.uri !== undefined && Uri.parse(one.uri).toString() === shown);
  if (node !== undefined) await Promise.resolve(view.reveal(node, { select: true })).catch(() => {});
}
