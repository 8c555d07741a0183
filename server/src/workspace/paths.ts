import { URI } from 'vscode-uri';

/** The path of a URI, decoded; for texts that are no URI, the text. */
export function pathOf(uri: string): string {
  try {
    return URI.parse(uri).path;
  } catch {
    return uri;
  }
}

/** The path of a URI below a folder, without a slash in front; undefined where it is not below. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const base = pathOf(folder).replace(/\/?$/, '/');
  const path = pathOf(uri);
  return path.startsWith(base) ? path.slice(base.length) : undefined;
}
