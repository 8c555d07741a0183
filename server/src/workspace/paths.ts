import { URI } from 'vscode-uri';

/** The decoded path of a URI. Returns the text itself if it is not a URI. */
export function pathOf(uri: string): string {
  try {
    return URI.parse(uri).path;
  } catch {
    return uri;
  }
}

/** The path of a URI relative to a folder; undefined if it is not below it. */
export function pathBelow(folder: string, uri: string): string | undefined {
  const base = pathOf(folder).replace(/\/?$/, '/');
  const path = pathOf(uri);
  return path.startsWith(base) ? path.slice(base.length) : undefined;
}
