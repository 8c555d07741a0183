import type { Command, WorkspaceEdit } from 'vscode-languageserver-types';
import { hashSmall } from '../content/hash-small.ts';
import { editFileCommand } from '../protocol.ts';

/** The text of a file, as open in the editor or as saved; undefined if it does not exist. */
export type TextOf = (uri: string) => Promise<string | undefined>;

/**
 * A command that edits a file next to the document, based on its current text; undefined if the file does not exist. A
 * command, because edits of files that are not open are not versioned: the server compares the text again before
 * applying the edit.
 */
export function guardedEdit(title: string, uri: string, text: string | undefined, edit: WorkspaceEdit): Command {
  return { title, command: editFileCommand, arguments: [uri, textKeyOf(text), edit] };
}

/** A fingerprint of a text. */
export function textKeyOf(text: string | undefined): string {
  return text === undefined ? '' : (hashSmall('sha256', new TextEncoder().encode(text)) ?? '');
}
