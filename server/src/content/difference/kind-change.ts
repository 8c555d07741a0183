import type { OciDocument } from '../../oci/document.ts';
import { kindRowOf } from '../../oci/kinds.ts';
import { platformTextOf } from '../../oci/platform-text.ts';
import { valueOf } from '../../syntax/tree.ts';
import { blobDigestOf } from '../layout/layout.ts';
import type { Change, Location } from './change.ts';

/** If the kinds differ, that is the only change reported; comparing properties would be noise. */
export function kindChange(a: OciDocument, b: OciDocument, location: Location): Change {
  const [listsIt, isListed] = [listingOf(a, b), listingOf(b, a)];
  const relation =
    listsIt !== undefined ? ` that lists it${listsIt}` : isListed !== undefined ? ` that it lists${isListed}` : '';
  const [before, after] = [titleOf(a), `${titleOf(b)}${relation}`];
  return { kind: 'changed', aspect: 'kind', ...location, before, after, isIncidental: false };
}

function titleOf({ kind }: OciDocument): string {
  return kind === undefined ? 'document' : kindRowOf(kind).title;
}

/** " for linux/amd64": the platform under which one document lists the other, if it does. */
function listingOf(listed: OciDocument, list: OciDocument): string | undefined {
  const digest = blobDigestOf(listed.uri);
  const entry = list.descriptors.find(({ role, value }) => {
    return role === 'manifest' && digest !== undefined && value?.digest.encoded === digest.encoded;
  });
  if (entry === undefined) return undefined;
  const platform = platformTextOf(valueOf(entry.node, 'platform'));
  return platform === undefined ? '' : ` for ${platform}`;
}
