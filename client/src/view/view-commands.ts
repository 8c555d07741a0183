import { commands, Disposable, env, Uri, window } from 'vscode';
import type { BaseLanguageClient, Location } from 'vscode-languageclient';
import { type ViewNode, viewRequests } from '../../../server/src/protocol.ts';
import { openAt, showFormatted } from '../formatted.ts';

/** What can be done with a node of the tree. `client`: the one that runs when something is done. */
export function registerViewCommands(client: () => BaseLanguageClient): Disposable {
  return Disposable.from(
    commands.registerCommand('ociManifests.view.open', open),
    commands.registerCommand('ociManifests.view.openFormatted', ({ uri }: ViewNode) =>
      uri === undefined ? undefined : showFormatted(Uri.parse(uri)),
    ),
    commands.registerCommand('ociManifests.view.copyDigest', ({ digest }: ViewNode) => copy(digest)),
    commands.registerCommand('ociManifests.view.copyReference', ({ reference }: ViewNode) => copy(reference)),
    commands.registerCommand('ociManifests.view.copyCommand', copyCommand),
    commands.registerCommand('ociManifests.view.reveal', ({ uri }: ViewNode) =>
      uri === undefined ? undefined : commands.executeCommand('revealInExplorer', Uri.parse(uri)),
    ),
    commands.registerCommand('ociManifests.view.showReferences', (node: ViewNode) => showReferences(client(), node)),
  );
}

async function open({ uri }: ViewNode): Promise<void> {
  if (uri !== undefined) await openAt(Uri.parse(uri));
}

async function copyCommand({ commands: offered = [] }: ViewNode): Promise<void> {
  const placeHolder = 'Which command to copy?';
  await copy(await window.showQuickPick([...offered], { placeHolder }));
}

async function copy(text: string | undefined): Promise<void> {
  if (text === undefined) return;
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(`Copied ${text}`, 3000);
}

async function showReferences(client: BaseLanguageClient, { key, label }: ViewNode): Promise<void> {
  const places = await client.sendRequest<readonly Location[]>(viewRequests.references, { key });
  const [first] = places;
  if (first === undefined) {
    window.showInformationMessage(`Nothing references ${label}.`);
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
