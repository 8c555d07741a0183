import { commands, Disposable, l10n, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type GraphPicture, graphRequest } from '../../../server/src/protocol.ts';
import { openAt } from '../formatted.ts';
import { graphPage } from './graph-page.ts';
import { savePicture } from './save-picture.ts';

/** What the page tells. */
type Told =
  | { readonly type: 'open'; readonly node: string }
  | { readonly type: 'svg' }
  | { readonly type: 'png'; readonly base64: string };

/** Shows who references what, of the layout or document in front, in a tab of its own. `client`: the one that runs. */
export function registerGraph(client: () => BaseLanguageClient, extensionUri: Uri): Disposable {
  const panels = new Map<string, WebviewPanel>();
  const media = Uri.joinPath(extensionUri, 'client/media');

  async function show(named?: Named): Promise<void> {
    const source = sourceOf(named);
    if (source === undefined) {
      window.showInformationMessage(l10n.t('No editor is open. Open a manifest or an index first.'));
      return;
    }
    const picture = await pictureOf(source);
    if (picture === null) {
      window.showInformationMessage(l10n.t('Not an OCI document: there is nothing to draw.'));
      return;
    }
    const known = panels.get(picture.id);
    if (known !== undefined) known.reveal();
    else open(source, picture);
  }

  function open(source: Uri, first: GraphPicture): void {
    const options = { enableScripts: true, localResourceRoots: [media], retainContextWhenHidden: false };
    const panel = window.createWebviewPanel(
      'ociManifests.graph',
      l10n.t('Graph of {0}', first.title),
      ViewColumn.Beside,
      options,
    );
    panels.set(first.id, panel);
    let picture = first;
    const draw = (): void => {
      const shown = window.activeTextEditor?.document.uri.toString();
      panel.webview.html = graphPage(panel.webview, media, picture, shown);
    };
    draw();
    const saved = workspace.onDidSaveTextDocument(async () => {
      const next = await pictureOf(source);
      if (next === null || next.svg === picture.svg) return;
      picture = next;
      draw();
    });
    panel.webview.onDidReceiveMessage(async (told: Told) => {
      if (told.type === 'open') await openNode(picture, told.node);
      else await savePicture(picture, told.type === 'png' ? told.base64 : undefined);
    });
    panel.onDidDispose(() => {
      panels.delete(first.id);
      saved.dispose();
    });
  }

  async function pictureOf(source: Uri): Promise<GraphPicture | null> {
    const { code2ProtocolConverter: to } = client();
    return client().sendRequest<GraphPicture | null>(graphRequest, { uri: to.asUri(source) });
  }

  return Disposable.from(
    commands.registerCommand('ociManifests.showGraph', show),
    new Disposable(() => {
      for (const panel of panels.values()) panel.dispose();
    }),
  );
}

/** What a menu hands over: a file, or a node of the tree. */
type Named = Uri | { readonly source?: string };

/** A file that a menu names, a node of the tree, or the document in front. */
function sourceOf(named: Named | undefined): Uri | undefined {
  if (named instanceof Uri) return named;
  const uri = named?.source;
  return uri === undefined ? window.activeTextEditor?.document.uri : Uri.parse(uri);
}

async function openNode({ places }: GraphPicture, node: string): Promise<void> {
  const uri = places[node];
  if (uri !== undefined) await openAt(Uri.parse(uri), ViewColumn.One);
}
