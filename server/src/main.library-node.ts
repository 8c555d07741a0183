import { lstatSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { below } from './content/uris.ts';
import type * as Public from './library/public-node.d.ts';
import { diskFiles } from './node/files.ts';

export const filesIn: typeof Public.filesIn = (folder) => {
  const path = resolve(folder);
  // A path that names a symbolic link means the link's target.
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const root = URI.file(isLink ? realpathSync(path) : path).toString();
  const uriOf = (name: string) => {
    const names = name.split('/').filter((part) => part !== '');
    if (names.some((part) => part === '..' || part === '.')) throw new Error(`${name} is not a path in a folder`);
    return names.length === 0 ? root : below(root, ...names);
  };
  return {
    stat: async (name) => diskFiles.stat(uriOf(name)),
    list: async (name) => diskFiles.list(uriOf(name)),
    read: (name, range, signal) => diskFiles.read(uriOf(name), range, signal),
  };
};
({ filesIn }) satisfies typeof Public;
