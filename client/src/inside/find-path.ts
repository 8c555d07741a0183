import { commands, type Disposable, l10n, ProgressLocation, type QuickPickItem, ThemeIcon, Uri, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FoundPaths, insideRequests, type NewChoice, type ViewNode } from '../../../server/src/protocol.ts';
import { openAt, unformatted } from '../formatted.ts';

interface PathItem extends QuickPickItem {
  readonly uri?: string;
}

/** In milliseconds. Nobody reads the results for half a word. */
const settling = 150;

/** Finds the layer of an image that a path comes from, while the user types. `client` returns the current client. */
export function registerFindPath(client: () => BaseLanguageClient): Disposable {
  return commands.registerCommand('ociManifests.findPath', async (node?: ViewNode) => {
    const image = node?.image ?? (await imageInFront(client())) ?? (await pickImage(client()));
    if (image !== undefined) pickPath(client(), image);
  });
}

/** The active document, if it is an image manifest. */
async function imageInFront(client: BaseLanguageClient): Promise<string | undefined> {
  const open = window.activeTextEditor?.document.uri;
  if (open === undefined) return undefined;
  const uri = client.code2ProtocolConverter.asUri(unformatted(open));
  return (await reading(() => find(client, uri, '/'))) === null ? undefined : uri;
}

/** Layers may be large. */
function reading<T>(work: () => Promise<T>): Thenable<T> {
  return window.withProgress({ location: ProgressLocation.Window, title: l10n.t('Reading layers…') }, work);
}

function find(client: BaseLanguageClient, uri: string, text: string): Promise<FoundPaths | null> {
  return client.sendRequest<FoundPaths | null>(insideRequests.findPath, { uri, text });
}

async function pickImage(client: BaseLanguageClient): Promise<string | undefined> {
  const images = await reading(() => client.sendRequest<readonly NewChoice[]>(insideRequests.images));
  if (images.length === 0) {
    window.showInformationMessage(l10n.t('There is no image in this workspace.'));
    return undefined;
  }
  const items = images.map(({ uri, label, description }) => ({ uri, label, description }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Image'), matchOnDescription: true }))?.uri;
}

function pickPath(client: BaseLanguageClient, image: string): void {
  const picker = window.createQuickPick<PathItem>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;

  async function look(): Promise<void> {
    const own = ++latest;
    picker.busy = true;
    const found = await find(client, image, picker.value).catch(() => null);
    // Discard results for outdated input.
    if (own !== latest) return;
    picker.busy = false;
    picker.items = itemsOf(found, picker.value);
    picker.title = ['Which Layer Has This Path?', found?.title].filter(Boolean).join(' · ');
  }

  picker.title = 'Which Layer Has This Path?';
  picker.placeholder = l10n.t('Path, or a part of it');
  picker.matchOnDescription = true;
  picker.onDidChangeValue(() => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), settling);
  });
  picker.onDidAccept(() => {
    const [picked] = picker.activeItems;
    if (picked?.uri === undefined) return;
    picker.hide();
    void openAt(Uri.parse(picked.uri));
  });
  picker.onDidHide(() => {
    clearTimeout(timer);
    latest++;
    picker.dispose();
  });
  picker.show();
  void look();
}

function itemsOf(found: FoundPaths | null, text: string): readonly PathItem[] {
  if (found === null) return [{ label: l10n.t('Not an image with layers.'), alwaysShow: true }];
  const { paths, isCut, problem } = found;
  const items = paths.map(
    ({ path, description, detail, icon, uri }): PathItem => ({
      label: path,
      description,
      ...(detail === undefined ? {} : { detail }),
      iconPath: new ThemeIcon(icon),
      // The server filtered the items, and the editor must not filter again by its own rules.
      alwaysShow: true,
      ...(uri === undefined ? {} : { uri }),
    }),
  );
  const notes = [
    ...(items.length === 0 ? [l10n.t('No layer has a path with "{0}".', text)] : []),
    ...(isCut ? [l10n.t('There are more results. Type more of the path.')] : []),
    ...(problem === undefined ? [] : [l10n.t('Not all layers could be read: {0}.', problem)]),
  ];
  return [...items, ...notes.map((label) => ({ label, alwaysShow: true }))];
}
