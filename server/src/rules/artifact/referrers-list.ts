import { blobDigestOf } from '../../content/layout/layout.ts';
import { isContent } from '../../content/stores/content-store.ts';
import { fileContentOf } from '../../content/stores/file-content.ts';
import type { Target } from '../../content/stores/targets.ts';
import { refNameKey } from '../../oci/annotation-keys.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import { shortDigest } from '../../oci/digest.ts';
import type { OciDocument } from '../../oci/document.ts';
import { nodeAt } from '../../syntax/pointer.ts';
import { memberOf, membersOf, nameSpanOf, placeOf, stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import type { ContentReading, ContentRule, Finding } from '../rule.ts';
import { entryTextOf } from '../support/entry-text.ts';
import { findingAtSpan, findingAtValue, findingMissing, quoted, shownDigest } from '../support/finding.ts';
import { targetDocumentOf } from '../support/target-documents.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  duplicate: 'Duplicate entry: {digest} is already in this referrers list.',
  'no-subject': 'Subject mismatch: this manifest has no `subject`, the referrers list is for {digest}.',
  subject: "Subject mismatch: this referrer's subject is {subject}, the referrers list is for {digest}.",
  'artifact-type': 'Entry has no `artifactType`. Its manifest is of type {type}.',
  'no-annotations': 'Entry has no annotations. Copy those of its manifest.',
  'no-annotation': 'Entry lacks annotation {key}. Its manifest has {value}.',
  annotation: 'Annotation {key} differs: entry has {copy}, manifest has {value}.',
});

/** The list of referrers that clients keep under a tag if a registry does not keep one (distribution-spec, "Referrers Tag Schema"). */
export const referrersList: ContentRule = {
  meta: {
    id: 'referrers-list',
    title: 'Referrers list disagrees with the manifests in it',
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
    messages,
  },
  async *checkContent(reading, signal) {
    const subject = await subjectOf(reading, signal);
    if (subject === undefined) return;
    const seen = new Map<string, Set<string>>();
    for (const target of reading.targets.filter(({ written: { role } }) => role === 'manifest')) {
      const digest = toDigestText(target.value.digest);
      const written = entryTextOf(target.written.node);
      const earlier = seen.get(digest);
      // index-entry-duplicate reports an entry that is the same in everything.
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
    if (!isContent(file)) continue;
    const content = await contents.documentOf(file, undefined, signal).catch(() => undefined);
    const tag = stringAt(valueOf(nodeAt(content?.root, pointer), 'annotations'), refNameKey);
    const parts = /^(sha256|sha512)-([0-9a-f]{64,})/.exec(tag ?? '');
    if (parts !== null) return `${parts[1]}:${parts[2]}`;
  }
  return undefined;
}

function duplicate({ written, value }: Target): Finding {
  const message = messages.duplicate({ digest: shortDigest(toDigestText(value.digest)) });
  const clause = 'referrers-fallback-no-duplicates';
  return findingAtValue(placeOf(written.node, 'digest'), message, { clause });
}

function* checkEntry({ written: { node } }: Target, referrer: OciDocument, subject: string): Iterable<Finding> {
  const about = stringAt(valueOf(referrer.root, 'subject'), 'digest');
  if (about !== subject) {
    const digest = shortDigest(subject);
    const message =
      about === undefined
        ? messages['no-subject']({ digest })
        : messages.subject({ subject: shownDigest(about), digest });
    yield findingAtValue(placeOf(node, 'digest'), message, {
      clause: 'referrers-subject-agrees',
      digests: [...(about === undefined ? [] : [about]), subject],
    });
    return;
  }
  const own = stringAt(referrer.root, 'artifactType');
  const type = own ?? stringAt(valueOf(referrer.root, 'config'), 'mediaType');
  if (type !== undefined && memberOf(node, 'artifactType') === undefined) {
    const clause =
      own === undefined ? 'referrers-fallback-artifact-type-from-config' : 'referrers-fallback-artifact-type';
    yield findingMissing(node, 'artifactType', messages['artifact-type']({ type: quoted(type) }), { clause });
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
  const values = { key: quoted(name, 50), value: quoted(stringOf(differing.value) ?? '', 40) };
  if (written?.value === undefined) {
    yield findingMissing(node, 'annotations', messages['no-annotations'], { clause });
    return;
  }
  const message =
    copy === undefined ? messages['no-annotation'](values) : messages.annotation({ ...values, copy: quoted(copy, 40) });
  yield findingAtSpan(written.value, nameSpanOf(memberOf(written.value, name) ?? written), message, { clause });
}
