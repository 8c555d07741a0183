import type { KindHints } from '../../oci/decide-kind.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import { blobDigestOf } from '../layout/layout.ts';
import { nameOf } from '../uris.ts';
import type { Contents } from './contents.ts';

/** What a document's place tells of its kind. Costs nothing for files whose names say nothing. */
export async function readKindHints(contents: Contents, uri: string): Promise<KindHints> {
  const name = nameOf(uri);
  if (name === 'oci-layout') return { path: 'layout-header' };
  if (name === 'index.json') return (await contents.layoutOf(uri)) === undefined ? {} : { path: 'index' };
  if (name === 'manifest.json') return (await contents.layoutOf(uri)) === undefined ? {} : { path: 'docker-save' };
  const digest = blobDigestOf(uri);
  if (digest === undefined) return {};
  const layout = await contents.layoutOf(uri);
  if (layout === undefined) return {};
  const [mention] = (await contents.graphOf(layout)).mentionsOf(toDigestText(digest));
  return { isBlob: true, ...(mention === undefined ? {} : { pointedAs: mention.value.mediaType }) };
}
