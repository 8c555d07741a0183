import type { Command, WorkspaceEdit } from 'vscode-languageserver-types';
import { hashSmall } from '../content/hash-small.ts';
import { editFileCommand } from '../protocol.ts';

/** The text of a file, as it is open where it is; undefined where there is none. */
export type TextOf = (uri: string) => Promise<string | undefined>;

/**
 * An edit of a file beside the document, for its text as it is now; undefined: there is none. As a command, because an edit
 * of a file that is not open names no version: the server looks at the text again before it has the edit applied.
 */
export function guardedEdit(title: string, uri: string, text: string | undefined, edit: WorkspaceEdit): Command {
  return { title, command: editFileCommand, arguments: [uri, textKeyOf(text), edit] };
}

/** Tells texts apart. */
export function textKeyOf(text: string | undefined): string {
  return text === undefined ? '' : (hashSmall('sha256', new TextEncoder().encode(text)) ?? '');
}
