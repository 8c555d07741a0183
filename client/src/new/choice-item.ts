import { Uri, workspace } from 'vscode';
import type { NewChoice } from '../../../server/src/protocol.ts';

/** A choice as a quick pick item. */
export interface ChoiceItem {
  readonly uri: string;
  readonly label: string;
  readonly description: string;
}

/** Files and layouts show their workspace folder. */
export function choiceItem({ uri, label, description, folder }: NewChoice): ChoiceItem {
  return { uri, label, description: folder === undefined ? description : pathOf(Uri.parse(folder)) };
}

function pathOf(folder: Uri): string {
  const root = workspace.getWorkspaceFolder(folder);
  return root?.uri.toString() === folder.toString() ? root.name : workspace.asRelativePath(folder);
}
