import type { RenameFile, TextDocumentEdit } from 'vscode-languageserver-types';
import { isLayout } from '../content/layout/layout.ts';
import { below } from '../content/uris.ts';
import { counted } from '../protocol/counted.ts';
import { rehashAround } from '../service/rehash.ts';
import { type Input, Refusal, requiredText } from './input.ts';
import type { ToolContext } from './tool-context.ts';

/** The changes that updating a layout's digests and sizes would make. */
export async function rehashTool(input: Input, context: ToolContext): Promise<string> {
  const path = requiredText(input, 'layout');
  const { uri } = await context.at(path);
  if (!(await isLayout(context.contents.files, uri))) throw new Refusal(`no OCI layout in ${JSON.stringify(path)}`);
  const { edit, problems } = await rehashAround(
    below(uri, 'index.json'),
    context.host,
    context.contents,
    context.signal,
  );
  const changes = edit?.documentChanges ?? [];
  if (changes.length === 0 && problems.length === 0) return 'All digests and sizes are up to date.\n';
  const lines = changes.map((change) => lineOf(change as TextDocumentEdit | RenameFile, context));
  return `${[...lines, ...problems].join('\n')}\nNothing was written.\n`;
}

function lineOf(
  change: TextDocumentEdit | RenameFile | { readonly kind: 'delete'; readonly uri: string },
  { shown }: ToolContext,
): string {
  if ('textDocument' in change) return `${shown(change.textDocument.uri)}: ${counted(change.edits.length, 'value')}`;
  return change.kind === 'rename'
    ? `${shown(change.oldUri)} → ${shown(change.newUri)}`
    : `${shown(change.uri)}: deleted`;
}
