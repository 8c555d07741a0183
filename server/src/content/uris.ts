import { URI, Utils } from 'vscode-uri';

/** The URI of something below a folder. Names are path segments and must have been validated when they come from documents. */
export function below(folder: string, ...names: readonly string[]): string {
  return Utils.joinPath(URI.parse(folder), ...names).toString();
}

/** The folder that a file or folder stands in. */
export function folderOf(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** The last segment of a URI's path, decoded. */
export function nameOf(uri: string): string {
  return Utils.basename(URI.parse(uri));
}
