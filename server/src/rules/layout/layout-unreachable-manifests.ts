import { blobDigestOf } from '../../content/layout/layout.ts';
import type { LayoutGraph } from '../../content/layout/layout-graph.ts';
import { isContent } from '../../content/stores/content-store.ts';
import { fileContentOf } from '../../content/stores/file-content.ts';
import { below } from '../../content/uris.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import type { OciDocument } from '../../oci/document.ts';
import { mediaTypeOfKind } from '../../oci/kinds.ts';
import { grouped } from '../../protocol/counted.ts';
import type { ContentReading, ContentRule } from '../rule.ts';
import { findingAtStart } from '../support/finding.ts';
import { speaksForLayout } from '../support/layout-marker.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  one: '1 manifest is not reachable from `index.json`{blobs}.',
  many: '{count} manifests are not reachable from `index.json`{blobs}.',
});

/** What `index.json` does not lead to, and what does not refer to that, is garbage, or was left out of the index by mistake. */
export const layoutUnreachableManifests: ContentRule = {
  meta: {
    id: 'layout-unreachable-manifests',
    title: 'Manifests are not reachable from index.json',
    kinds: ['layout-header', 'index'],
    severity: 'hint',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  async *checkContent(reading) {
    const { layout, contents, depth } = reading;
    if (layout === undefined || depth !== 'all' || !speaksForLayout(reading)) return;
    const [reachable, whole] = [await contents.graphOf(layout), await contents.wholeGraphOf(layout)];
    // An index with a descriptor that leads nowhere has not left its manifest out.
    if (!whole.isComplete || !(await isSound(reading))) return;
    const loose = await looseDocuments(reachable, whole, reading);
    const known = (digest: string) => reachable.mentionsOf(digest).length > 0;
    const { orphans, own } = withoutReferrers(loose, known);
    if (orphans.length === 0) return;
    const blobs = own === 0 ? '' : ` (${grouped(own)} more ${own === 1 ? 'blob' : 'blobs'} only they use)`;
    const count = grouped(orphans.length);
    const message = orphans.length === 1 ? messages.one({ blobs }) : messages.many({ count, blobs });
    const related = orphans.slice(0, maxRelated).map(({ uri }) => ({
      uri,
      span: { start: 0, end: 0 },
      pointer: '',
      message: 'Not reachable',
    }));
    yield findingAtStart(message, { related });
  },
};

const maxRelated = 10;

/** Whether every entry of `index.json` names a digest. */
async function isSound({ layout, contents }: ContentReading): Promise<boolean> {
  const file = layout && (await fileContentOf(contents.files, below(layout.root, 'index.json')));
  if (!isContent(file)) return false;
  const index = await contents.documentOf(file, mediaTypeOfKind('index')).catch(() => undefined);
  return index?.descriptors.every(({ value }) => value !== undefined) === true;
}

/** A document that index.json does not lead to, with the digests that it names. */
interface Loose {
  readonly uri: string;
  readonly digest: string;
  readonly subject: string | undefined;
  readonly named: readonly string[];
}

async function looseDocuments(
  reachable: LayoutGraph,
  whole: LayoutGraph,
  { contents }: ContentReading,
): Promise<readonly Loose[]> {
  const known = new Set(reachable.documents);
  const loose: Loose[] = [];
  for (const uri of whole.documents) {
    const digest = blobDigestOf(uri);
    if (digest === undefined || known.has(uri)) continue;
    const content = await fileContentOf(contents.files, uri);
    if (!isContent(content)) continue;
    const document = await contents.documentOf(content, undefined).catch(() => undefined);
    // What has no descriptors is a config, which is not a manifest.
    if (document === undefined || document.descriptors.length === 0) continue;
    loose.push({ uri, digest: toDigestText(digest), ...namesIn(document) });
  }
  return loose;
}

function namesIn({ descriptors }: OciDocument): Pick<Loose, 'subject' | 'named'> {
  const digests = descriptors.flatMap(({ role, value }) =>
    value === undefined ? [] : [{ role, digest: toDigestText(value.digest) }],
  );
  return {
    subject: digests.find(({ role }) => role === 'subject')?.digest,
    named: digests.filter(({ role }) => role !== 'subject').map(({ digest }) => digest),
  };
}

/** Leaves out what refers to something known, what that names, and so on; counts the blobs that only the rest names. */
function withoutReferrers(loose: readonly Loose[], isReachable: (digest: string) => boolean) {
  const attached = new Set<string>();
  const isKnown = (digest: string) => isReachable(digest) || attached.has(digest);
  let orphans = loose;
  for (let before = -1; before !== orphans.length; ) {
    before = orphans.length;
    orphans = orphans.filter(({ digest, subject, named }) => {
      const isAttached = isKnown(digest) || (subject !== undefined && isKnown(subject));
      if (isAttached) for (const one of [digest, ...named]) attached.add(one);
      return !isAttached;
    });
  }
  const theirs = new Set(orphans.flatMap(({ named }) => named.filter((digest) => !isKnown(digest))));
  for (const { digest } of orphans) theirs.delete(digest);
  return { orphans, own: theirs.size };
}
