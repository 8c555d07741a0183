import type { KindHints } from '../oci/decide-kind.ts';
import type { Files } from './files.ts';
import { blobDigestOf, enclosingLayoutOf, isLayout } from './layout.ts';
import { folderOf, nameOf } from './uris.ts';

/** What a document's place tells of its kind. Costs nothing for files whose names say nothing. */
export async function readKindHints(files: Files, uri: string): Promise<KindHints> {
  const name = nameOf(uri);
  if (name === 'oci-layout') return { path: 'layout-header' };
  if (name === 'index.json') return (await isLayout(files, folderOf(uri))) ? { path: 'index' } : {};
  if (blobDigestOf(uri) === undefined) return {};
  return (await enclosingLayoutOf(files, uri)) === undefined ? {} : { isBlob: true };
}
