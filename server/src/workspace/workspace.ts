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

/** The open documents and their surroundings. All state that outlives a request is kept here. */
export interface Workspace
  extends OpenDocuments,
    Omit<SettingsOfDocuments, 'closed' | 'settingsChanged' | 'filesChanged'> {
  readonly host: Host;
  readonly files: InsideFiles;
  readonly contents: Contents;
  /** The files in the workspace folders. */
  listFiles: WorkspaceFiles;
  /** The open document; undefined if not open or in another language. */
  documentOf(uri: string): Promise<OciDocument | undefined>;
  /** The layouts in the workspace folders and around open documents. Rejects if canceled. */
  layouts(signal?: AbortSignal): Promise<readonly Layout[]>;
  /** The custom types used in the workspace. */
  usedTypes(signal?: AbortSignal): Promise<readonly UsedType[]>;
  /** Incremented when files or settings change, which invalidates earlier results. */
  edition(): number;
  settingsChanged(): void;
  /** `haveComeOrGone`: false only if files were certainly just changed. */
  filesChanged(uris: readonly string[], haveComeOrGone?: boolean): void;
  /** Call when content that a document references has been read. */
  contentRead(uri: string): void;
  /** Per-workspace state of another module, keyed by the function that creates it. */
  keep<T>(make: (workspace: Workspace) => T): T;
}

/** Creates the workspace of a front end. */
export function createWorkspace(given: Host): Workspace {
  const files = insideFiles(given.files, given.startHash, () => contents.forgetLayouts());
  const host = { ...given, files };
  const moments = createMoments(host.reportsFileChanges === true);
  const listFiles = workspaceFiles(files, host.folders);
  const contents: Contents = createContents(files, host.startHash, {
    listed: listFiles,
    hashFile: host.hashFile,
    moments,
  });
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
    settingsChanged() {
      edition++;
      settings.settingsChanged();
    },
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
