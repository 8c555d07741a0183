import type { Files } from '../content/files.ts';
import type { HashFile, StartHash } from '../content/hashing.ts';
import type { TextEdit } from '../syntax/edit.ts';
import type { EditorSettings } from './settings.ts';

/** Everything that a front end provides. */
export interface Host {
  readonly files: Files;
  readonly startHash: StartHash;
  /** Hashes large files on another thread, if supported by the host. */
  readonly hashFile?: HashFile | undefined;
  /** URIs of the current workspace folders. */
  folders(): readonly string[];
  /** URIs of open texts. */
  openUris(): readonly string[];
  /** The current text in the editor, in any spelling of the URI; undefined if not open. */
  openText(uri: string): OpenText | undefined;
  /** Asked once per document, and again after the host has reported changed settings. */
  settingsOf(uri: string): Promise<EditorSettings>;
  /** Called when content has been read and a document's diagnostics may have changed. */
  changed(uri: string): void;
  /** Whether the client requests diagnostics again, or receives new ones, after {@link changed}. Default: true. */
  readonly isNotified?: boolean;
  /** How long an answer may wait for referenced content, in milliseconds. */
  readonly patience?: number;
  /** Whether file changes in layouts are reported. */
  readonly reportsFileChanges?: boolean;
  /** Shows a warning that the user has to act on. Repeated warnings are shown once. */
  warn(message: string): void;
}

/** Identifies a state of a text. Unlike versions, of which some clients use one twice, each state has its own. */
export type TextState = object;

/** An open text. */
export interface OpenText {
  /** As spelled by the editor. */
  readonly uri: string;
  /** As numbered by the editor. */
  readonly version: number;
  readonly state: TextState;
  readonly languageId: string;
  getText(): string;
  /** The sequence of edits from an older state to this one; undefined if unknown. */
  editsSince(state: TextState): readonly TextEdit[] | undefined;
}
