import { Uri, workspace } from 'vscode';
import type { NewChoice } from '../../../server/src/protocol.ts';

/** A choice as a list shows it. */
export interface ChoiceItem {
  readonly uri: string;
  readonly label: string;
  readonly description: string;
}

/** The choice of a file or layout says in which folder of the workspace it is. */
export function choiceItem({ uri, label, description, folder }: NewChoice): ChoiceItem {
  return { uri, label, description: folder === undefined ? description : pathOf(Uri.parse(folder)) };
}

function pathOf(folder: Uri): string {
  const root = workspace.getWorkspaceFolder(folder);
  return root?.uri.toString() === folder.toString() ? root.name : workspace.asRelativePath(folder);
}
