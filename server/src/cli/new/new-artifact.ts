import { basename, isAbsolute, normalize } from 'node:path';
import { didYouMean } from '../../config/did-you-mean.ts';
import { artifact } from '../../create/artifact.ts';
import { type ArtifactSort, artifactSortOf, newProfiles } from '../../create/artifact-sort.ts';
import type { Blob } from '../../create/small-blob.ts';
import { emptyBlob } from '../../create/small-blob.ts';
import { mediaTypeProblemOf, mediaTypes } from '../../oci/media-type.ts';
import { CliError } from '../cli-error.ts';
import { toPosix } from '../paths.ts';
import type { Draft, Workshop } from './draft.ts';
import { digestOf, type NamedFile, namedContent, readNamedFile } from './files.ts';
import { subjectPart } from './subject.ts';

/** An artifact's manifest, from files and the sort of artifact that they are. */
export async function newArtifact(workshop: Workshop): Promise<Draft> {
  const { options } = workshop;
  const sort = sortOf(options.artifactType);
  const files = await Promise.all(options.files.map((text) => fileOf(text, workshop)));
  const config = options.config === undefined ? undefined : await fileOf(options.config, workshop);
  const made = artifact({
    sort,
    files: files.map(({ named, blob }) => ({ ...named, ...sizeOf(blob), name: titleOf(named.name) })),
    config: config && { mediaType: config.named.mediaType, ...sizeOf(config.blob) },
    subject: await subjectPart(workshop),
    annotations: options.annotations,
  });
  if (made.problem !== undefined) {
    throw new CliError(`cannot create artifact: ${made.problem}`);
  }
  const blobs = [config, ...files].flatMap((file) => file?.blob ?? []);
  return {
    text: made.text,
    mediaType: mediaTypes.manifest,
    title: sort.profile?.title ?? 'artifact',
    artifactType: made.artifactType,
    platform: options.platform,
    blobs: made.hasEmpty ? [emptyBlob, ...blobs] : blobs,
  };
}

function sortOf(name: string | undefined): ArtifactSort {
  if (name === undefined) {
    throw new CliError('new artifact requires --artifact-type TYPE. oci-lint new --list lists known types.');
  }
  const sort = artifactSortOf(name);
  if (sort === undefined) {
    const ids = newProfiles.map(({ id }) => id);
    throw new CliError(`unknown artifact type ${JSON.stringify(name)}${didYouMean(name, ids, '')}`);
  }
  if (name.includes('/') && mediaTypeProblemOf(name) !== undefined) {
    throw new CliError(`invalid artifact type ${JSON.stringify(name)}: not a valid media type`);
  }
  return sort;
}

async function fileOf(text: string, workshop: Workshop): Promise<{ named: NamedFile; blob: Blob }> {
  const named = readNamedFile(text, workshop.shell.cwd);
  const content = await namedContent(named.name, workshop);
  return { named, blob: { digest: await digestOf(named.name, content, workshop), content } };
}

function sizeOf({ digest, content }: Blob): { digest: string; size: number } {
  return { digest, size: content.size };
}

/** As ORAS has it: the path, as far as it stays below the current folder; else the name alone. */
function titleOf(name: string): string {
  const path = toPosix(normalize(name));
  return isAbsolute(name) || path.startsWith('../') ? basename(name) : path;
}
