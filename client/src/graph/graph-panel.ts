import {
  CancellationTokenSource,
  commands,
  Disposable,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type GraphPicture, graphRequest } from '../../../server/src/protocol.ts';
import { openAt, unformatted } from '../formatted.ts';
import { graphPage, graphResources } from './graph-page.ts';
import { redrawing } from './redrawing.ts';
import { type Saved, savePicture } from './save-picture.ts';

/** Messages from the page. */
type PageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly node: string }
  | ({ readonly type: 'save' } & Saved);

/** Shows the references of a layout or document in an editor tab. `client` returns the current client. */
export function registerGraph(client: () => BaseLanguageClient, extensionUri: Uri): Disposable {
  const panels = new Map<string, WebviewPanel>();
  const { media, placing } = graphResources(extensionUri);

  async function show(named?: Named): Promise<void> {
    const source = sourceOf(named);
    if (source === undefined) {
      window.showInformationMessage(l10n.t('No editor is open. Open a manifest or an index first.'));
      return;
    }
    const picture = await pictureOf(client(), source);
    if (picture === null) {
      window.showInformationMessage(l10n.t('Not an OCI document: there is nothing to draw.'));
      return;
    }
    const known = panels.get(picture.id);
    if (known !== undefined) known.reveal();
    else open(source, picture);
  }

  function open(source: Uri, first: GraphPicture): void {
    // A focused graph keeps the document that was active before.
    let front = window.activeTextEditor?.document.uri;
    const localResourceRoots = [media, Uri.joinPath(placing, '..')];
    const options = { enableScripts: true, localResourceRoots, retainContextWhenHidden: false };
    const panel = window.createWebviewPanel(
      'ociManifests.graph',
      l10n.t('Graph of {0}', first.title),
      ViewColumn.Beside,
      options,
    );
    panels.set(first.id, panel);
    let picture = first;
    const tell = (message: object): void => void panel.webview.postMessage(message);
    const draw = (): void => tell({ type: 'draw', drawing: picture.drawing, marked: nodeOf(front, picture) });
    panel.webview.onDidReceiveMessage(async (message: PageMessage) => {
      if (message.type === 'ready') draw();
      else if (message.type === 'open') await openNode(picture, message.node);
      else await savePicture(picture, message);
    });
    panel.webview.html = graphPage(panel.webview, extensionUri);
    const following = Disposable.from(
      window.onDidChangeActiveTextEditor((editor) => {
        front = editor?.document.uri ?? front;
        tell({ type: 'mark', node: nodeOf(front, picture) });
      }),
      redrawing(async (token) => {
        if (!panel.visible) return;
        const next = await pictureOf(client(), source, token);
        if (next === null || JSON.stringify(next) === JSON.stringify(picture)) return;
        picture = next;
        draw();
      }, panel.onDidChangeViewState),
    );
    panel.onDidDispose(() => {
      panels.delete(first.id);
      following.dispose();
    });
  }

  return Disposable.from(
    commands.registerCommand('ociManifests.showGraph', show),
    new Disposable(() => {
      for (const panel of panels.values()) panel.dispose();
    }),
  );
}

async function pictureOf(
  client: BaseLanguageClient,
  source: Uri,
  token = new CancellationTokenSource().token,
): Promise<GraphPicture | null> {
  const params = { uri: client.code2ProtocolConverter.asUri(source) };
  return client.sendRequest<GraphPicture | null>(graphRequest, params, token);
}

/** The node of a document, which may be open only in its formatted view. */
function nodeOf(uri: Uri | undefined, { places }: GraphPicture): string | undefined {
  const shown = uri && unformatted(uri).toString();
  return Object.entries(places).find(([, place]) => Uri.parse(place).toString() === shown)?.[0];
}

/** The argument that menus pass: a file or a tree node. */
type Named = Uri | { readonly source?: string };

/** The file of a menu, a tree node, or the active document. */
function sourceOf(named: Named | undefined): Uri | undefined {
  if (named instanceof Uri) return named;
  const uri = named?.source;
  return uri === undefined ? window.activeTextEditor?.document.uri : Uri.parse(uri);
}

async function openNode({ places }: GraphPicture, node: string): Promise<void> {
  const uri = places[node];
  if (uri !== undefined) await openAt(Uri.parse(uri), { viewColumn: ViewColumn.One });
}
