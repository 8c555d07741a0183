import {
  commands,
  Disposable,
  l10n,
  ProgressLocation,
  type QuickPickItem,
  QuickPickItemKind,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type CompareParams,
  compareRequest,
  type NewChoices,
  newRequests,
  shortNameOf,
  type ViewNode,
  viewRequests,
} from '../../server/src/protocol.ts';
import { unformatted } from './formatted.ts';
import { choiceItem } from './new/choice-item.ts';

/** The scheme of comparison texts. */
const differenceScheme = 'oci-difference';

/** The argument that menus pass to a command: a file or a tree node. */
type Named = Uri | { readonly source?: string };

/** Shows why two documents or layers differ, in a virtual document. `client` returns the current client. */
export function registerCompare(client: () => BaseLanguageClient): Disposable {
  let selected: Uri | undefined;
  const provider = workspace.registerTextDocumentContentProvider(differenceScheme, {
    async provideTextDocumentContent({ query }) {
      const params = JSON.parse(query) as CompareParams;
      const text = await client().sendRequest<string | null>(compareRequest, params);
      return (
        text ?? `${l10n.t('Nothing to compare. One of the two is not an OCI document or blob, or cannot be read.')}\n`
      );
    },
  });

  async function compareWith(named?: Named): Promise<void> {
    const one = uriOf(named);
    const other = one && (await pickOther(client(), one));
    if (one !== undefined && other !== undefined) await show(client(), one, other);
  }

  return Disposable.from(
    provider,
    commands.registerCommand('ociManifests.compareWith', compareWith),
    commands.registerCommand('ociManifests.view.selectForCompare', async (named?: Named) => {
      selected = uriOf(named);
      await commands.executeCommand('setContext', 'ociManifests.hasSelected', selected !== undefined);
    }),
    commands.registerCommand('ociManifests.view.compareWithSelected', async (named?: Named) => {
      const other = uriOf(named);
      if (selected !== undefined && other !== undefined) await show(client(), selected, other);
    }),
  );
}

function uriOf(named: Named | undefined): Uri | undefined {
  const uri =
    named instanceof Uri ? named : named?.source ? Uri.parse(named.source) : window.activeTextEditor?.document.uri;
  return uri && unformatted(uri);
}

type Choice = QuickPickItem & { readonly uri?: string };

/**
 * Asks for the other side. Layouts and archives come first when comparing one of those, manifests and indexes
 * otherwise.
 */
async function pickOther(client: BaseLanguageClient, one: Uri): Promise<Uri | undefined> {
  const [{ manifests }, nodes] = await Promise.all([
    client.sendRequest<NewChoices>(newRequests.choices),
    client.sendRequest<readonly ViewNode[]>(viewRequests.roots),
  ]);
  // Documents have a `uri` as well, layouts and archives only a `source`.
  const layouts = nodes.flatMap(({ uri, source, label, description }): Choice[] =>
    uri === undefined && source !== undefined ? [{ uri: source, label, description }] : [],
  );
  const groups: readonly (readonly Choice[])[] = [
    grouped(l10n.t('Layouts and archives'), layouts, one),
    grouped(l10n.t('Manifests and indexes'), manifests.map(choiceItem), one),
  ];
  const items = (layouts.some((layout) => isOf(layout, one)) ? groups : groups.toReversed()).flat();
  if (items.length === 0) {
    window.showInformationMessage(l10n.t('There is nothing to compare it with in this workspace.'));
    return undefined;
  }
  const options = { placeHolder: l10n.t('Compare with…'), matchOnDescription: true };
  const picked = (await window.showQuickPick(items, options))?.uri;
  return picked === undefined ? undefined : Uri.parse(picked);
}

/** With a heading, and without the item being compared. */
function grouped(label: string, choices: readonly Choice[], own: Uri): readonly Choice[] {
  const others = choices.filter((choice) => !isOf(choice, own));
  return others.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...others];
}

/** Hosts format URIs differently. */
function isOf({ uri = '' }: Choice, own: Uri): boolean {
  return Uri.parse(uri).toString() === own.toString();
}

async function show(client: BaseLanguageClient, one: Uri, other: Uri): Promise<void> {
  const { code2ProtocolConverter: to } = client;
  const params: CompareParams = { a: to.asUri(one), b: to.asUri(other) };
  const path = `/${shortName(one)} ↔ ${shortName(other)}`;
  const uri = Uri.from({ scheme: differenceScheme, path, query: JSON.stringify(params) });
  // Comparing layers may take a while.
  const options = { location: ProgressLocation.Window, title: l10n.t('Comparing…') };
  await window.withProgress(options, async () => {
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
  });
}

/** The file name; for an index.json, the name of its layout. */
function shortName({ path }: Uri): string {
  const [name = '', folder = ''] = path.split('/').reverse();
  return name === 'index.json' && folder !== '' ? folder : shortNameOf(name);
}
