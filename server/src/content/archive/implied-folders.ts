/** Bounds memory. */
const maxFolders = 1000;

/**
 * Collects folders of a layer, one or two levels below its root, that have no entry before those that are two or more
 * levels below them, so that unpackers make two folders on their own. `hasEntry` tells of entries at these levels.
 */
export function createImpliedFolders(hasEntry: (path: string) => boolean) {
  const implied = new Set<string>();
  /** Folders with an entry, three levels below the root, whose parents have none. */
  const orphans = new Set<string>();

  function put(set: Set<string>, path: string): void {
    if (set.size < maxFolders) set.add(path);
  }

  return {
    implied: implied as ReadonlySet<string>,
    /** Adds an entry by its path below the root. */
    add(path: string, isFolder: boolean): void {
      const [one = '', two = '', three = '', four = ''] = path.split('/', 4);
      if (three === '' || hasEntry(`${one}/${two}`)) return;
      if (!hasEntry(one)) put(implied, one);
      if (four !== '' && !orphans.has(`${one}/${two}/${three}`)) put(implied, `${one}/${two}`);
      else if (isFolder && four === '') put(orphans, `${one}/${two}/${three}`);
    },
  };
}
