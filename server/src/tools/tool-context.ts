import { URI } from 'vscode-uri';
import { type FileStat, type Files, readSmallFile } from '../content/files.ts';
import { type Contents, createContents } from '../content/stores/contents.ts';
import { nameOf } from '../content/uris.ts';
import { createDocumentSettings, type SettingsOfDocuments } from '../workspace/document-settings.ts';
import type { Host } from '../workspace/host.ts';
import { pathBelow, pathOf } from '../workspace/paths.ts';
import { Refusal } from './input.ts';
import { filesWithin, folderAround, isBehindLink, withUnsaved } from './open-files.ts';

/** The environment of a tool call: the open folders at one moment, including unsaved text of editors. */
export interface ToolContext {
  readonly host: Host;
  readonly contents: Contents;
  readonly settings: SettingsOfDocuments;
  readonly signal: AbortSignal;
  /**
   * Resolves a path given by a model. Throws a Refusal if it is outside the folders, behind a link, or does not exist.
   */
  at(path: string): Promise<FoundFile>;
  /** Resolves the path of a new file. Throws a Refusal if it is outside the folders. */
  newAt(path: string): Promise<string>;
  /** The path of a file in the form that models use. */
  shown(uri: string): string;
  /** The rule pages by id, as JSON; undefined if not available. */
  rulePages(): Promise<string | undefined>;
}

export interface FoundFile {
  readonly uri: string;
  readonly type: FileStat['type'];
  readonly size: number;
}

/** `rulePages`: URI of the file with the rule pages. */
export function toolContextFor(host: Host, rulePages: string | undefined, signal: AbortSignal): ToolContext {
  const folders = host.folders();
  const files = withUnsaved(filesWithin(host.files, folders), host.openText);
  const confined: Host = { ...host, files, folders: () => folders };
  const contents = createContents(files, host.startHash, { hashFile: host.hashFile });
  const shown = (uri: string) => shownIn(folders, uri);
  async function fileAt(path: string): Promise<{ readonly uri: string; readonly stat: FileStat | undefined }> {
    const uri = uriIn(folders, path);
    await assertNoLink(host.files, folders, uri, path);
    return { uri, stat: await files.stat(uri) };
  }
  return {
    host: confined,
    contents,
    // Configuration is found like in the editor, without confinement to the folders.
    settings: createDocumentSettings(host),
    signal,
    shown,
    async at(path) {
      const { uri, stat } = await fileAt(path);
      if (stat === undefined) throw new Refusal(`no such file or folder: ${JSON.stringify(path)}`);
      return { uri, type: stat.type, size: stat.size };
    },
    newAt: async (path) => (await fileAt(path)).uri,
    async rulePages() {
      if (rulePages === undefined) return undefined;
      const bytes = await readSmallFile(host.files, rulePages, maxPages);
      return bytes && new TextDecoder().decode(bytes);
    },
  };
}

/** Bytes. */
const maxPages = 4 * 1024 * 1024;

/**
 * Resolves a path to a URI: absolute, or relative to the first folder. With several folders, the path may start with a
 * folder's name.
 */
function uriIn(folders: readonly string[], path: string): string {
  const [first] = folders;
  if (first === undefined) throw new Refusal('no folder is open');
  const uri = isAbsolute(path) ? absolute(path, first) : relativeIn(folders, path);
  if (folderAround(uri, folders) === undefined)
    throw new Refusal(`${JSON.stringify(path)} is outside the open folders`);
  return uri;
}

function isAbsolute(path: string): boolean {
  return /^(?:\/|[a-z]:[\\/]|[a-z][a-z0-9+.-]+:)/i.test(path);
}

function absolute(path: string, first: string): string {
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return normal(URI.parse(path));
  return normal(first.startsWith('file:') ? URI.file(path) : URI.parse(first).with({ path }));
}

function relativeIn(folders: readonly string[], path: string): string {
  const [name, ...rest] = path.split('/');
  const named = folders.length > 1 ? folders.find((folder) => nameOf(folder) === name) : undefined;
  const base = URI.parse(named ?? folders[0] ?? '');
  return normal(base.with({ path: `${base.path}/${named === undefined ? path : rest.join('/')}` }));
}

/** Removes `.`, `..` and trailing slashes. */
function normal(uri: URI): string {
  const names: string[] = [];
  for (const name of uri.path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.' && name !== '') names.push(name);
  }
  return uri.with({ path: `/${names.join('/')}`, query: '', fragment: '' }).toString();
}

async function assertNoLink(files: Files, folders: readonly string[], uri: string, path: string): Promise<void> {
  const isLink = async (at: string): Promise<boolean> => (await files.stat(at))?.type === 'link';
  if (await isBehindLink(folderAround(uri, folders) ?? uri, uri, isLink))
    throw new Refusal(`${JSON.stringify(path)} is outside the open folders, or behind a symbolic link`);
}

function shownIn(folders: readonly string[], uri: string): string {
  const folder = folderAround(uri, folders);
  if (folder === undefined) return uri.startsWith('file:') ? pathOf(uri) : uri;
  const path = pathBelow(folder, uri) ?? '';
  if (folders.length === 1) return path === '' ? '.' : path;
  return path === '' ? nameOf(folder) : `${nameOf(folder)}/${path}`;
}
