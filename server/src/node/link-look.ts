import { sep } from 'node:path';
import { isBehindLink } from './files.ts';

/**
 * How long a result is reused, in milliseconds: no longer than the unavoidable delay between any check and the use of
 * its result.
 */
const moment = 5;

/**
 * Checks whether blobs are behind a folder that is a link. Same result as {@link isBehindLink}, but with one check per
 * folder, for programs that check thousands of files.
 */
export function createLinkLook(): (path: string) => boolean {
  let folder = '';
  let isLink = false;
  let looked = 0;
  return (path) => {
    // Date.now is the cheapest clock. It may be set back.
    const now = Date.now();
    const end = path.lastIndexOf(sep);
    if (now >= looked && now - looked < moment && end === folder.length && path.startsWith(folder)) return isLink;
    folder = path.slice(0, end);
    isLink = isBehindLink(path);
    looked = now;
    return isLink;
  };
}
