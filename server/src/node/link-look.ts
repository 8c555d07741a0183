import { sep } from 'node:path';
import { isBehindLink } from './files.ts';

/** So long what a folder was is taken for what it is: between any look and what follows from it is as much. In milliseconds. */
const moment = 5;

/**
 * Looks whether blobs lie behind a folder that is a link. The same as {@link isBehindLink}, for a program that looks at
 * thousands of files: those of one folder are told by one look.
 */
export function createLinkLook(): (path: string) => boolean {
  let folder = '';
  let isLink = false;
  let looked = 0;
  return (path) => {
    // Of clocks this is the one that costs nothing to have; it may be set back.
    const now = Date.now();
    const end = path.lastIndexOf(sep);
    if (now >= looked && now - looked < moment && end === folder.length && path.startsWith(folder)) return isLink;
    folder = path.slice(0, end);
    isLink = isBehindLink(path);
    looked = now;
    return isLink;
  };
}
