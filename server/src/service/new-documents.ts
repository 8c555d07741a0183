import { type Content, isContent } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { nameOf } from '../content/uris.ts';
import { artifactDocument, type CollectedFile } from '../create/artifact-document.ts';
import { findingsInDraft } from '../create/check-draft.ts';
import { imageIndex } from '../create/image-index.ts';
import { entriesOf } from '../create/index-entries.ts';
import { asSubject, blobsOfEntry, type ManifestFile, readManifestFile } from '../create/listed-manifest.ts';
import { newArtifactKindOf } from '../create/new-artifact-kind.ts';
import type { ContentPart } from '../create/parts.ts';
import type { NewDocument } from '../create/plan-in-layout.ts';
import { type Blob, blobOf } from '../create/small-blob.ts';
import { isError } from '../lint/lint-finding.ts';
import { mediaTypeProblemOf, mediaTypes } from '../oci/media-type.ts';
import type { NewParams, NewResult } from '../protocol.ts';
import type { Host } from '../workspace/host.ts';
import { emptyLayoutFiles, filesOf, planLayout } from './new-in-layout.ts';

/** The reason why a document was not created, for display. */
class NotMade extends Error {}

/** Creates a document and returns the files to write. Writes nothing. */
export async function newDocument(
  request: NewParams,
  contents: Contents,
  { startHash }: Pick<Host, 'startHash'>,
): Promise<NewResult> {
  const { thing, layout, tag } = request;
  const { files } = contents;
  try {
    if (thing === 'layout') return { text: '', ...made(await emptyLayoutFiles(layout ?? '', files)) };
    const draft = await (thing === 'artifact' ? newArtifact : newIndex)(request, contents);
    const plan = layout === undefined ? undefined : made(await planLayout(draft, layout, tag, files));
    const findings = await findingsInDraft(draft, plan, { files, startHash, depth: 'small' });
    const error = findings.find(isError);
    if (error !== undefined) throw new NotMade(error.message.text);
    return { text: draft.text, ...(plan === undefined ? { files: [] } : await filesOf(draft, plan, files)) };
  } catch (error) {
    if (error instanceof NotMade) return { problem: error.message, text: '', files: [] };
    throw error;
  }
}

/** Returns the result, or throws its problem. */
function made<Thing extends object>(result: Thing | { readonly problem: string }): Thing {
  if ('problem' in result) throw new NotMade(result.problem);
  return result;
}

async function newArtifact(request: NewParams, contents: Contents): Promise<NewDocument> {
  const { artifactType = '', files = [], config } = request;
  const kind = newArtifactKindOf(artifactType);
  if (kind === undefined || (artifactType.includes('/') && mediaTypeProblemOf(artifactType) !== undefined)) {
    throw new NotMade(`Invalid artifact type "${artifactType}": expected a media type.`);
  }
  const artifact = artifactDocument({
    kind,
    files: await Promise.all(files.map((uri) => fileAt(uri, contents))),
    config: config === undefined ? undefined : await fileAt(config, contents),
    subject: await subjectOf(request, contents),
  });
  if ('problem' in artifact) throw new NotMade(`Cannot create artifact: ${artifact.problem}.`);
  return artifact;
}

async function fileAt(uri: string, contents: Contents): Promise<CollectedFile> {
  const blob = await blobOf(await contentAt(uri, contents), contents);
  if (blob === undefined) throw new NotMade(`${nameOf(uri)} changed while it was read.`);
  return { name: nameOf(uri), blob };
}

async function newIndex(request: NewParams, contents: Contents): Promise<NewDocument> {
  const { thing, artifactType, files = [], layout } = request;
  const problem = artifactType === undefined ? undefined : mediaTypeProblemOf(artifactType);
  if (problem !== undefined || (thing === 'package' && artifactType === undefined)) {
    throw new NotMade('A package index requires a valid artifact type.');
  }
  const isFlat = thing === 'index';
  const entries: ManifestFile[] = [];
  const blobs: Blob[] = [];
  for (const uri of files) {
    const entry = await manifestAt(uri, contents);
    entries.push(entry);
    if (layout === undefined) continue;
    const found = await blobsOfEntry(entry, isFlat, contents);
    if ('problem' in found) throw new NotMade(`${nameOf(uri)} ${found.problem}.`);
    blobs.push(...found.blobs);
  }
  const subject = await subjectOf(request, contents);
  const text = imageIndex({ artifactType, manifests: entriesOf(entries, isFlat), subject });
  return { text, mediaType: mediaTypes.index, artifactType, blobs };
}

async function subjectOf({ subject }: NewParams, contents: Contents): Promise<ContentPart | undefined> {
  return subject === undefined ? undefined : asSubject(await manifestAt(subject, contents));
}

async function manifestAt(uri: string, contents: Contents): Promise<ManifestFile> {
  await contentAt(uri, contents);
  const read = await readManifestFile(uri, contents);
  if ('problem' in read) throw new NotMade(`${nameOf(uri)} ${read.problem}.`);
  return read;
}

/** Throws if the file does not exist. */
async function contentAt(uri: string, contents: Contents): Promise<Content> {
  const found = await fileContentOf(contents.files, uri);
  if (isContent(found)) return found;
  throw new NotMade(`${nameOf(uri)} is ${found === undefined ? 'missing' : 'not a regular file'}.`);
}
