import { blobDigestOf } from '../../content/layout/layout.ts';
import { bytesOf, type Content, isContent } from '../../content/stores/content-store.ts';
import { fileContentOf } from '../../content/stores/file-content.ts';
import { refNameKey } from '../../oci/annotation-keys.ts';
import {
  claimedDigestsOf,
  lacksSignedImage,
  maxClaimSize,
  mayClaim,
  simpleSigningType,
} from '../../oci/attestation.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import { shortDigest } from '../../oci/digest.ts';
import type { OciDocument } from '../../oci/document.ts';
import { nodeAt } from '../../syntax/pointer.ts';
import { stringAt, valueOf } from '../../syntax/tree.ts';
import type { ContentReading, ContentRule } from '../rule.ts';
import { findingAtValue } from '../support/finding.ts';
import { contentOf } from '../support/target-documents.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  default: 'Payload is for {claimed}, but this is attached to {attached}.',
  none: 'Payload has no digest of an image. Cosign does not verify it.',
});

/**
 * A signature or attestation names the digest that it is about: that of the manifest it is attached to, by `subject` or by
 * Cosign's tag (sigstore, specs/SIGNATURE_SPEC.md; in-toto, spec/v1/statement.md).
 */
export const signatureSubjectMismatch: ContentRule = {
  meta: {
    id: 'signature-subject-mismatch',
    title: 'Signature or attestation is about another digest',
    kinds: ['manifest'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  async *checkContent(reading, signal) {
    const claims: { readonly digest: ReturnType<typeof valueOf>; readonly claimed: readonly string[] }[] = [];
    for (const target of reading.targets) {
      const content = target.written.role === 'layer' ? contentOf(target) : undefined;
      if (content === undefined || content.size > maxClaimSize || !mayClaim(target.value.mediaType)) continue;
      if (target.verdict.state !== 'same') continue;
      const text = await textOf(content, signal);
      const digest = valueOf(target.written.node, 'digest');
      const claimed = claimedDigestsOf(text);
      if (digest !== undefined && target.value.mediaType === simpleSigningType && lacksSignedImage(text))
        yield findingAtValue(digest, messages.none, { severity: 'information' });
      else if (claimed.length > 0) claims.push({ digest, claimed });
    }
    if (claims.length === 0) return;
    const attached = await attachedTo(reading);
    if (attached === undefined) return;
    const own = await alsoMeant(attached, reading);
    for (const { digest, claimed } of claims) {
      const comparable = claimed.filter((one) => one.split(':')[0] === attached.split(':')[0]);
      if (digest === undefined || comparable.length === 0 || comparable.some((one) => own.has(one))) continue;
      const said = messages.default({ claimed: shortDigest(comparable[0] ?? ''), attached: shortDigest(attached) });
      yield findingAtValue(digest, said, { digests: [comparable[0] ?? '', attached] });
    }
  },
};

async function textOf(content: Content, signal: AbortSignal | undefined): Promise<string> {
  return new TextDecoder().decode(await bytesOf(content, signal));
}

/** The digest that a manifest is attached to: its subject, that of Cosign's tag, or that of BuildKit's annotation. */
async function attachedTo(reading: ContentReading): Promise<string | undefined> {
  const { document, layout, contents } = reading;
  const subject = document.descriptors.find(({ role }) => role === 'subject')?.value;
  if (subject !== undefined) return toDigestText(subject.digest);
  const own = blobDigestOf(document.uri);
  if (layout === undefined || own === undefined) return undefined;
  for (const { uri, pointer } of (await contents.graphOf(layout)).mentionsOf(toDigestText(own))) {
    const annotations = valueOf(nodeAt((await documentAt(uri, reading))?.root, pointer), 'annotations');
    const tag = /^(sha256|sha512)-([0-9a-f]{64,128})\.(?:sig|att)$/.exec(
      stringAt(annotations, refNameKey)?.replace(/^.*:/, '') ?? '',
    );
    if (tag !== null) return `${tag[1]}:${tag[2]}`;
    const reference = stringAt(annotations, 'vnd.docker.reference.digest');
    if (reference !== undefined) return reference;
  }
  return undefined;
}

/** Digests that count as well: what an index lists is a part of it. */
async function alsoMeant(attached: string, reading: ContentReading): Promise<ReadonlySet<string>> {
  const meant = new Set([attached]);
  const { layout, contents } = reading;
  if (layout === undefined) return meant;
  for (const uri of (await contents.graphOf(layout)).documents) {
    const digest = blobDigestOf(uri);
    if (digest === undefined || toDigestText(digest) !== attached) continue;
    for (const { role, value } of (await documentAt(uri, reading))?.descriptors ?? [])
      if (role === 'manifest' && value !== undefined) meant.add(toDigestText(value.digest));
  }
  return meant;
}

async function documentAt(uri: string, { contents }: ContentReading): Promise<OciDocument | undefined> {
  const content = await fileContentOf(contents.files, uri);
  if (!isContent(content)) return undefined;
  return contents.documentOf(content, undefined).catch(() => undefined);
}
