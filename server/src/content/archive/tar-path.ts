/**
 * The path below the root that a name in an archive means, empty for the root itself; undefined where it leads out of it. A
 * leading slash is taken off, as every unpacker does.
 */
export function pathInside(name: string): string | undefined {
  const parts: string[] = [];
  for (const part of name.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The folder that a path stands in; empty for the root. */
export function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
