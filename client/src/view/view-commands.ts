import { commands, Disposable, env, l10n, Uri, window } from 'vscode';
import type { BaseLanguageClient, Location } from 'vscode-languageclient';
import { type Verification, type ViewNode, type ViewText, viewRequests } from '../../../server/src/protocol.ts';
import { openAt, showFormatted, unformatted } from '../formatted.ts';
import { deleteUnreferenced } from './delete-unreferenced.ts';
import type { Previews } from './previewing.ts';

/** Commands for tree nodes. `client` returns the client that is current when a command runs. */
export function registerViewCommands(client: () => BaseLanguageClient, previews: Previews): Disposable {
  // The editor passes no node for an item that is being redrawn.
  const on = (name: string, work: (node: ViewNode) => unknown): Disposable =>
    commands.registerCommand(`ociManifests.view.${name}`, (node?: ViewNode) =>
      node === undefined ? node : work(node),
    );
  return Disposable.from(
    on('open', open),
    on('preview', (node) => preview(node, previews)),
    on('openFormatted', ({ uri }) => (uri === undefined ? undefined : showFormatted(Uri.parse(uri)))),
    on('copyDigest', ({ digest }) => copy(digest)),
    on('copyReference', ({ reference }) => copy(reference)),
    on('copyCommand', (node) => copyCommand(client(), node)),
    on('copyGo', (node) => copyLiteral(client(), node, 'go')),
    on('copyRust', (node) => copyLiteral(client(), node, 'rust')),
    on('reveal', ({ uri, source = uri }) =>
      source === undefined ? undefined : commands.executeCommand('revealInExplorer', Uri.parse(source)),
    ),
    on('showReferences', (node) => showReferences(client(), node)),
    on('verify', (node) => verify(client(), node)),
    on('deleteUnreferenced', (node) => deleteUnreferenced(client(), node)),
  );
}

async function open({ source, uri = source }: ViewNode): Promise<void> {
  if (uri !== undefined) await openAt(Uri.parse(uri));
}

/** Shows a node but keeps the focus in the tree for the keyboard, unless its document is already shown. */
async function preview({ uri }: ViewNode, previews: Previews): Promise<void> {
  if (uri === undefined) return;
  const target = Uri.parse(uri);
  const open = window.activeTextEditor?.document.uri;
  const isShown = previews.has(target) || (open !== undefined && unformatted(open).toString() === target.toString());
  await previews.open(target, () => openAt(target, { preserveFocus: !isShown }));
}

async function textsOf(client: BaseLanguageClient, { key }: ViewNode): Promise<readonly ViewText[]> {
  return client.sendRequest<readonly ViewText[]>(viewRequests.texts, { key });
}

async function copyCommand(client: BaseLanguageClient, node: ViewNode): Promise<void> {
  const offered = (await textsOf(client, node)).flatMap(({ kind, text }) => (kind === 'command' ? [text] : []));
  if (offered.length === 0)
    window.showInformationMessage(l10n.t('No command: tools only read layouts in folders on disk.'));
  else await copy(await window.showQuickPick(offered, { placeHolder: l10n.t('Which command to copy?') }));
}

async function copyLiteral(client: BaseLanguageClient, node: ViewNode, language: ViewText['kind']): Promise<void> {
  const literal = (await textsOf(client, node)).find(({ kind }) => kind === language);
  if (literal === undefined)
    window.showInformationMessage(l10n.t('No descriptor to copy: its digest, size or type is missing.'));
  else await copy(literal.text, l10n.t('the descriptor'));
}

async function copy(text: string | undefined, called = text): Promise<void> {
  if (text === undefined) return;
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t('Copied {0}', called ?? text), 3000);
}

/** The server reports progress with a Cancel button. */
async function verify(client: BaseLanguageClient, { key }: ViewNode): Promise<void> {
  const verification = await client.sendRequest<Verification | null>(viewRequests.verify, { key });
  if (verification === null) return;
  await commands.executeCommand('ociManifests.view.refresh');
  const { message, isRight } = verification;
  if (isRight) window.setStatusBarMessage(message, 5000);
  else window.showWarningMessage(message);
}

async function showReferences(client: BaseLanguageClient, { key, label }: ViewNode): Promise<void> {
  const places = await client.sendRequest<readonly Location[]>(viewRequests.references, { key });
  const [first] = places;
  if (first === undefined) {
    window.showInformationMessage(l10n.t('Nothing references {0}.', label));
    return;
  }
  const { protocol2CodeConverter: from } = client;
  const locations = await Promise.all(places.map((place) => from.asLocation(place)));
  await window.showTextDocument(from.asUri(first.uri), { selection: from.asRange(first.range) });
  if (locations.length > 1)
    await commands.executeCommand(
      'editor.action.showReferences',
      from.asUri(first.uri),
      from.asPosition(first.range.start),
      locations,
    );
}
