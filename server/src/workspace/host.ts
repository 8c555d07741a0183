import type { Files } from '../content/files.ts';
import type { HashFile, StartHash } from '../content/hashing.ts';
import type { TextEdit } from '../syntax/edit.ts';
import type { EditorSettings } from './settings.ts';

/** All that a front end brings. */
export interface Host {
  readonly files: Files;
  readonly startHash: StartHash;
  /** Hashes large files away from here, where the host has a way. */
  readonly hashFile?: HashFile | undefined;
  /** The URIs of the workspace's folders, as of now. */
  folders(): readonly string[];
  /** The URIs of the texts that are open. */
  openUris(): readonly string[];
  /** The text that the editor holds, as of now, however the URI is written; undefined for what is not open. */
  openText(uri: string): OpenText | undefined;
  /** The same object as long as nothing was set anew. */
  settingsOf(uri: string): Promise<EditorSettings>;
  /** More is known of a document than when it was last asked about: its content was read. */
  changed(uri: string): void;
  /** Whether the client asks again, or is told anew, after {@link changed}; absent: yes. */
  readonly isTold?: boolean;
  /** Whether somebody tells when files of layouts change. */
  readonly hearsOfFiles?: boolean;
  /** Tells the person what only they can put right. The same is told once. */
  warn(message: string): void;
}

/** A text that is open in an editor. */
export interface OpenText {
  /** As the editor writes it. */
  readonly uri: string;
  /** Grows with every change. */
  readonly version: number;
  readonly languageId: string;
  getText(): string;
  /** The edits, one after the other, that made this version of an older one; undefined where they are not known. */
  editsSince(version: number): readonly TextEdit[] | undefined;
}
