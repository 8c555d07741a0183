import { type InsideFiles, insideFiles } from '../content/inside-files.ts';
import type { Layout } from '../content/layout/layout.ts';
import { type Contents, createContents } from '../content/stores/contents.ts';
import { createMoments } from '../content/stores/moments.ts';
import { type WorkspaceFiles, workspaceFiles } from '../content/stores/workspace-files.ts';
import type { OciDocument } from '../oci/document.ts';
import type { UsedType } from '../oci/used-types.ts';
import { createDocumentSettings, type SettingsOfDocuments } from './document-settings.ts';
import type { Host } from './host.ts';
import { createOpenDocuments, type OpenDocuments } from './open-documents.ts';
import { createUsedTypes } from './used-types.ts';
import { workspaceLayouts } from './workspace-layouts.ts';

/** What is open and what lies around it, as of now: all that is remembered between two questions is here. */
export interface Workspace extends OpenDocuments, Omit<SettingsOfDocuments, 'closed' | 'filesChanged'> {
  readonly host: Host;
  readonly files: InsideFiles;
  readonly contents: Contents;
  /** The files of the workspace's folders. */
  listFiles: WorkspaceFiles;
  /** The document that an open text is; undefined for what is not open, and for texts of other languages. */
  documentOf(uri: string): Promise<OciDocument | undefined>;
  /** The layouts in the workspace's folders, and around what is open. */
  layouts(): Promise<readonly Layout[]>;
  /** The types that the workspace's documents use. */
  usedTypes(): Promise<readonly UsedType[]>;
  /** Grows when files or settings change: nothing that was found before is known to hold. */
  edition(): number;
  settingsChanged(): void;
  /** `haveComeOrGone`: not only changed, or nobody knows. */
  filesChanged(uris: readonly string[], haveComeOrGone?: boolean): void;
  /** More is known of what a document points at than before. */
  contentRead(uri: string): void;
  /** What a part of the program remembers beside this, by the function that makes it. */
  keep<T>(make: (workspace: Workspace) => T): T;
}

/** The workspace that a front end has open. */
export function createWorkspace(given: Host): Workspace {
  const files = insideFiles(given.files, given.startHash, () => contents.forgetPlaces());
  const host = { ...given, files };
  const moments = createMoments(host.hearsOfFiles === true);
  const listFiles = workspaceFiles(files, host.folders);
  const contents: Contents = createContents(files, host.startHash, listFiles, host.hashFile, undefined, moments);
  const settings = createDocumentSettings(host);
  const documents = createOpenDocuments(host, contents, settings);
  const kept = new Map<unknown, unknown>();
  let edition = 0;
  const workspace: Workspace = {
    ...documents,
    ...settings,
    host,
    files,
    contents,
    listFiles,
    documentOf: async (uri) => (await documents.open(uri))?.document,
    layouts: workspaceLayouts(host, contents, listFiles),
    usedTypes: createUsedTypes(contents),
    edition: () => edition,
    settingsChanged: () => void edition++,
    contentRead: (uri) => documents.filesChanged([uri]),
    closed(uri) {
      settings.closed(uri);
      documents.closed(uri);
    },
    filesChanged(uris, haveComeOrGone = true) {
      edition++;
      if (haveComeOrGone) listFiles.forget();
      settings.filesChanged(uris);
      documents.filesChanged(uris);
    },
    keep<T>(make: (workspace: Workspace) => T): T {
      if (!kept.has(make)) kept.set(make, make(workspace));
      return kept.get(make) as T;
    },
  };
  return workspace;
}
