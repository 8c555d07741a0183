import { blobDigestOf } from '../../content/layout/layout.ts';
import { isRefusal } from '../../content/stores/content-store.ts';
import { fileContentOf } from '../../content/stores/file-content.ts';
import type { Target } from '../../content/stores/targets.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import type { OciDocument } from '../../oci/document.ts';
import { nodeAt } from '../../syntax/pointer.ts';
import { memberOf, membersOf, nameSpanOf, stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import type { ContentReading, ContentRule, Finding } from '../rule.ts';
import { entryTextOf } from '../support/entry-text.ts';
import { findingAtSpan, findingAtValue, findingMissing, quoted } from '../support/finding.ts';
import { targetDocumentOf } from '../support/target-documents.ts';

/** The list of referrers that clients keep under a tag where a registry keeps none (distribution-spec, "Referrers Tag Schema"). */
export const referrersList: ContentRule = {
  meta: {
    id: 'referrers-list',
    title: 'A list of referrers says of each what it says of itself',
    kinds: ['index'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [
      'referrers-subject-agrees',
      'referrers-annotations',
      'referrers-fallback-annotations',
      'referrers-fallback-artifact-type',
      'referrers-fallback-artifact-type-from-config',
      'referrers-manifest-artifact-type-present',
      'referrers-fallback-no-duplicates',
    ],
    fixable: false,
  },
  async *checkContent(reading, signal) {
    const subject = await subjectOf(reading, signal);
    if (subject === undefined) return;
    const seen = new Map<string, Set<string>>();
    for (const target of reading.targets.filter(({ written: { role } }) => role === 'manifest')) {
      const digest = toDigestText(target.value.digest);
      const written = entryTextOf(target.written.node);
      const earlier = seen.get(digest);
      // Of an entry that is the same in everything, index-entry-duplicate speaks.
      if (earlier?.has(written) === false) yield duplicate(target);
      seen.set(digest, new Set([...(earlier ?? []), written]));
      const referrer = await targetDocumentOf(target, reading, signal);
      if (referrer?.kind !== undefined && target.verdict.state !== 'other-content')
        yield* checkEntry(target, referrer, subject);
    }
  },
};

/** The digest whose referrers an index lists: that of the tag that names it in its layout. */
async function subjectOf(
  { document, layout, contents }: ContentReading,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const own = blobDigestOf(document.uri);
  if (layout === undefined || own === undefined) return undefined;
  for (const { uri, pointer } of (await contents.graphOf(layout)).mentionsOf(toDigestText(own))) {
    const file = await fileContentOf(contents.files, uri);
    if (file === undefined || isRefusal(file)) continue;
    const content = await contents.documentOf(file, undefined, signal).catch(() => undefined);
    const tag = stringAt(valueOf(nodeAt(content?.root, pointer), 'annotations'), 'org.opencontainers.image.ref.name');
    const parts = /^(sha256|sha512)-([0-9a-f]{64,})/.exec(tag ?? '');
    if (parts !== null) return `${parts[1]}:${parts[2]}`;
  }
  return undefined;
}

function duplicate({ written, value }: Target): Finding {
  const message = `This manifest is listed before: a list of referrers has each once (${quoted(toDigestText(value.digest), 24)}).`;
  const clause = 'referrers-fallback-no-duplicates';
  return findingAtValue(valueOf(written.node, 'digest')!, message, { clause });
}

function* checkEntry({ written: { node } }: Target, referrer: OciDocument, subject: string): Iterable<Finding> {
  const about = stringAt(valueOf(referrer.root, 'subject'), 'digest');
  if (about !== subject) {
    const what = about === undefined ? 'has no `subject`' : `is about ${quoted(about, 24)}`;
    const message = `This manifest ${what}, but the list is that of the referrers of ${quoted(subject, 24)}.`;
    yield findingAtValue(valueOf(node, 'digest')!, message, { clause: 'referrers-subject-agrees' });
    return;
  }
  const own = stringAt(referrer.root, 'artifactType');
  const type = own ?? stringAt(valueOf(referrer.root, 'config'), 'mediaType');
  if (type !== undefined && memberOf(node, 'artifactType') === undefined) {
    const clause =
      own === undefined ? 'referrers-fallback-artifact-type-from-config' : 'referrers-fallback-artifact-type';
    const message = `This entry has no \`artifactType\`, so clients that filter pass it by; its manifest is of type ${quoted(type)}.`;
    yield findingMissing(node, 'artifactType', message, { clause });
  }
  yield* checkAnnotations(node, referrer);
}

function* checkAnnotations(node: Target['written']['node'], referrer: OciDocument): Iterable<Finding> {
  const written = memberOf(node, 'annotations');
  const differing = membersOf(valueOf(referrer.root, 'annotations')).find(
    ({ name, value }) => stringOf(value) !== stringAt(written?.value, name),
  );
  if (differing === undefined) return;
  const { name } = differing;
  const clause = 'referrers-fallback-annotations';
  const copy = stringAt(written?.value, name);
  const says = `Its manifest says ${quoted(stringOf(differing.value) ?? '', 40)} for the annotation ${quoted(name, 50)}, which clients read here without fetching it`;
  if (written?.value === undefined) {
    yield findingMissing(node, 'annotations', `This entry has no annotations. ${says}: copy them.`, { clause });
    return;
  }
  const message = copy === undefined ? `${says}: copy it.` : `${says}; this entry says ${quoted(copy, 40)}.`;
  yield findingAtSpan(written.value, nameSpanOf(memberOf(written.value, name) ?? written), message, { clause });
}
