import { URI, Utils } from 'vscode-uri';

/** The URI of something below a folder. Names are path segments and must have been validated when they come from documents. */
export function below(folder: string, ...names: readonly string[]): string {
  if (isPlain(folder) && names.every((name) => plainName.test(name))) return `${folder}/${names.join('/')}`;
  const parent = URI.parse(folder);
  // A server's root is written without its slash, too.
  const isBareServer = parent.authority !== '' && parent.path === '';
  return Utils.joinPath(isBareServer ? parent.with({ path: '/' }) : parent, ...names).toString();
}

/** The folder that a file or folder stands in. */
export function folderOf(uri: string): string {
  if (isPlain(uri)) return uri.slice(0, Math.max(uri.lastIndexOf('/'), root.length));
  return Utils.dirname(URI.parse(uri)).toString();
}

/** The last segment of a URI's path, decoded. */
export function nameOf(uri: string): string {
  return isPlain(uri) ? uri.slice(uri.lastIndexOf('/') + 1) : Utils.basename(URI.parse(uri));
}

/** URIs as places in general. */
export const uriPlaces = { folderOf, nameOf, below: (folder: string, name: string) => below(folder, name) };

/** The path of a file on disk, decoded; undefined for files elsewhere. */
export function pathOfFile(uri: string): string | undefined {
  return uri.startsWith('file:') ? URI.parse(uri).fsPath : undefined;
}

const root = 'file:///';
const plainName = /^\.?[\w~-][\w.~-]*$/;
const plainPath = /^file:\/\/(?:\/\.?[\w~-][\w.~-]*)+$/;

/** Whether a URI has nothing encoded or to be normalized: these can be taken apart as text, which costs next to nothing. */
function isPlain(uri: string): boolean {
  return plainPath.test(uri);
}
