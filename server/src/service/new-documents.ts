import { type Content, isRefusal } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { nameOf } from '../content/uris.ts';
import { type ArtifactFile, artifact } from '../create/artifact.ts';
import { artifactSortOf } from '../create/artifact-sort.ts';
import { imageIndex } from '../create/image-index.ts';
import { blobsFor, entriesOf, type ToList } from '../create/index-entries.ts';
import { manifestBlobs } from '../create/manifest-blobs.ts';
import type { ContentPart } from '../create/parts.ts';
import type { NewDocument } from '../create/plan-in-layout.ts';
import { type Blob, emptyBlob } from '../create/small-blob.ts';
import { fileDescriptorOf } from '../features/file-descriptor.ts';
import { lint } from '../lint/lint.ts';
import { readDocument } from '../oci/document.ts';
import { hasTraits } from '../oci/kinds.ts';
import { mediaTypeProblemOf, mediaTypes } from '../oci/media-type.ts';
import type { NewAnswer, NewQuestion } from '../protocol.ts';
import { defaultRuleSettings } from '../rules/support/settings.ts';
import { layoutFiles } from './new-in-layout.ts';
import { platformIn } from './new-platform.ts';

/** A reason why nothing is made, for people. */
class NotMade extends Error {}

/** Makes a document, and says what is to be written for it. Nothing is written here. */
export async function newDocument(question: NewQuestion, contents: Contents): Promise<NewAnswer> {
  try {
    const { thing, layout } = question;
    if (thing === 'layout') return await answerOf(undefined, question, contents);
    const draft = await (thing === 'artifact' ? newArtifact : newIndex)(question, contents);
    const worst = lint(readDocument('new:document', draft.text, { pointedAs: draft.mediaType }), defaultRuleSettings);
    const error = worst.find(({ severity }) => severity === 'error');
    if (error !== undefined) throw new NotMade(error.message);
    return layout === undefined ? { text: draft.text, files: [] } : await answerOf(draft, question, contents);
  } catch (error) {
    if (error instanceof NotMade) return { problem: error.message, text: '', files: [] };
    throw error;
  }
}

async function answerOf(
  draft: NewDocument | undefined,
  { layout = '', tag }: NewQuestion,
  contents: Contents,
): Promise<NewAnswer> {
  const planned = await layoutFiles(draft, layout, tag, contents);
  if (planned.problem !== undefined) throw new NotMade(planned.problem);
  return { text: draft?.text ?? '', ...planned };
}

async function newArtifact(question: NewQuestion, contents: Contents): Promise<NewDocument> {
  const { artifactType = '', files = [], config } = question;
  const sort = artifactSortOf(artifactType);
  if (sort === undefined || (artifactType.includes('/') && mediaTypeProblemOf(artifactType) !== undefined)) {
    throw new NotMade(`Invalid artifact type "${artifactType}": expected a media type.`);
  }
  const blobs: Blob[] = [];
  const fileAt = async (uri: string): Promise<ArtifactFile> => {
    const content = await contentAt(uri, contents);
    const hashed = await contents.hash('sha256', content);
    const digest = `sha256:${hashed!.hex}`;
    blobs.push({ digest, content });
    return { name: nameOf(uri), digest, size: hashed!.size };
  };
  const made = artifact({
    sort,
    files: await Promise.all(files.map(fileAt)),
    config: config === undefined ? undefined : await fileAt(config),
    subject: await subjectOf(question, contents),
  });
  if (made.problem !== undefined) throw new NotMade(`Cannot create artifact: ${made.problem}.`);
  if (made.hasEmpty) blobs.push(emptyBlob);
  return { text: made.text, mediaType: mediaTypes.manifest, artifactType: made.artifactType, blobs };
}

async function newIndex(question: NewQuestion, contents: Contents): Promise<NewDocument> {
  const { thing, artifactType, files = [], layout } = question;
  const problem = artifactType === undefined ? undefined : mediaTypeProblemOf(artifactType);
  if (problem !== undefined || (thing === 'package' && artifactType === undefined)) {
    throw new NotMade('A package index requires a valid artifact type.');
  }
  const isFlat = thing === 'index';
  const entries: ToList[] = [];
  const blobs: Blob[] = [];
  for (const uri of files) {
    const entry = await manifestAt(uri, contents);
    entries.push(entry);
    if (layout === undefined) continue;
    const whole = await manifestBlobs(uri, entry.part, contents);
    if (!('blobs' in whole)) {
      throw new NotMade(
        whole.missing === undefined
          ? `${nameOf(uri)} is missing.`
          : `${nameOf(uri)} refers to ${whole.missing}, which is missing.`,
      );
    }
    blobs.push(...blobsFor(entry, whole.blobs, isFlat));
  }
  const subject = await subjectOf(question, contents);
  const text = imageIndex({ artifactType, manifests: entriesOf(entries, isFlat), subject });
  return { text, mediaType: mediaTypes.index, artifactType, blobs };
}

async function subjectOf({ subject }: NewQuestion, contents: Contents): Promise<ContentPart | undefined> {
  if (subject === undefined) return undefined;
  const { mediaType, digest, size, artifactType } = (await manifestAt(subject, contents)).part;
  return { mediaType, digest, size, artifactType };
}

async function manifestAt(uri: string, contents: Contents): Promise<ToList> {
  const content = await contentAt(uri, contents);
  const document = await contents.documentOf(content, undefined);
  const described = await fileDescriptorOf(uri, 'manifest', contents);
  if (document === undefined || described === undefined || !hasTraits(document.kind, 'is-image'))
    throw new NotMade(`${nameOf(uri)} is not a manifest or index.`);
  const { platform, ...part } = described;
  return { document, part: { ...part, platform: platform && platformIn(platform) } };
}

async function contentAt(uri: string, contents: Contents): Promise<Content> {
  const found = await fileContentOf(contents.files, uri);
  if (found !== undefined && !isRefusal(found)) return found;
  throw new NotMade(`${nameOf(uri)} is ${found === undefined ? 'missing' : 'not a regular file'}.`);
}
