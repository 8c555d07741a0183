import { URI, Utils } from 'vscode-uri';

/**
 * The URI of something below a folder. Names are single path segments and must have been validated if they come from
 * documents.
 */
export function below(folder: string, ...names: readonly string[]): string {
  if (isPlain(folder) && names.every((name) => plainName.test(name))) return `${folder}/${names.join('/')}`;
  const parent = URI.parse(folder);
  // A server's root is written without its slash, too.
  const isBareServer = parent.authority !== '' && parent.path === '';
  return Utils.joinPath(isBareServer ? parent.with({ path: '/' }) : parent, ...names).toString();
}

/** The parent folder of a file or folder. */
export function folderOf(uri: string): string {
  if (isPlain(uri)) return uri.slice(0, Math.max(uri.lastIndexOf('/'), root.length));
  return Utils.dirname(URI.parse(uri)).toString();
}

/** The decoded last segment of a URI's path. */
export function nameOf(uri: string): string {
  return isPlain(uri) ? uri.slice(uri.lastIndexOf('/') + 1) : Utils.basename(URI.parse(uri));
}

/** URIs as an implementation of generic paths. */
export const uriPaths = { folderOf, nameOf, below: (folder: string, name: string) => below(folder, name) };

/** The decoded path of a file on disk; undefined for other schemes. */
export function pathOfFile(uri: string): string | undefined {
  return uri.startsWith('file:') ? URI.parse(uri).fsPath : undefined;
}

const root = 'file:///';
const plainName = /^\.?[\w~-][\w.~-]*$/;
const plainPath = /^file:\/\/(?:\/\.?[\w~-][\w.~-]*)+$/;

/** Whether a URI needs neither decoding nor normalization, so that cheap string operations work on it. */
function isPlain(uri: string): boolean {
  return plainPath.test(uri);
}
