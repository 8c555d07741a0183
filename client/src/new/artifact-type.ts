import { l10n, type QuickPickItem, window } from 'vscode';
import type { ArtifactChoice } from '../../../server/src/protocol.ts';

interface TypeItem extends QuickPickItem {
  readonly type: string;
}

/** Asks for an artifact type: a known one, or any other media type that the user types. */
export function askArtifactType(choices: readonly ArtifactChoice[]): Promise<string | undefined> {
  const known = knownTypes(choices);
  const pick = window.createQuickPick<TypeItem>();
  pick.title = l10n.t('Artifact type');
  pick.placeholder = l10n.t('Enter a media type, such as application/vnd.example.thing.v1, or select one');
  pick.matchOnDescription = true;
  pick.items = known;
  pick.onDidChangeValue((text) => {
    pick.items = [...typed(text.trim(), known), ...known];
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen === undefined) return;
      resolve(chosen.type);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

/** Only types used in `artifactType`. Some artifacts are identified by the config media type instead. */
function knownTypes(choices: readonly ArtifactChoice[]): readonly TypeItem[] {
  const titles = new Map<string, string>();
  for (const { type, title, config } of choices) if (type !== config && !titles.has(type)) titles.set(type, title);
  return [...titles].map(([type, title]) => ({ label: type, description: title, type }));
}

function typed(text: string, known: readonly TypeItem[]): readonly TypeItem[] {
  const isNew = /^[^\s/;]+\/[^\s/;]+$/.test(text) && !known.some(({ type }) => type === text);
  return isNew ? [{ label: text, description: l10n.t('new artifact type'), alwaysShow: true, type: text }] : [];
}
