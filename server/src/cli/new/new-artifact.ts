import { basename, isAbsolute, normalize } from 'node:path';
import { didYouMean } from '../../config/did-you-mean.ts';
import { artifactDocument, type CollectedFile } from '../../create/artifact-document.ts';
import { type ArtifactSort, artifactSortOf, newProfiles } from '../../create/artifact-sort.ts';
import { mediaTypeProblemOf } from '../../oci/media-type.ts';
import { CliError } from '../cli-error.ts';
import { toPosix } from '../paths.ts';
import type { Draft, Workshop } from './draft.ts';
import { namedBlob, readNamedFile } from './files.ts';
import { subjectPart } from './named-manifest.ts';

/** Creates an artifact manifest from files and an artifact type. */
export async function newArtifact(workshop: Workshop): Promise<Draft> {
  const { options } = workshop;
  const sort = sortOf(options.artifactType);
  const files = await Promise.all(options.files.map((text) => fileOf(text, workshop)));
  const config = options.config === undefined ? undefined : await fileOf(options.config, workshop);
  const subject = await subjectPart(workshop);
  const made = artifactDocument({ sort, files, config, subject, annotations: options.annotations });
  if ('problem' in made) throw new CliError(`cannot create artifact: ${made.problem}`);
  return { ...made, title: sort.profile?.title ?? 'artifact', platform: options.platform };
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

async function fileOf(text: string, workshop: Workshop): Promise<CollectedFile> {
  const { name, mediaType } = readNamedFile(text, workshop.shell.cwd);
  return { name: titleOf(name), mediaType, blob: await namedBlob(name, workshop) };
}

/** Like ORAS: the relative path if it stays below the current directory, otherwise just the name. */
function titleOf(name: string): string {
  const path = toPosix(normalize(name));
  return isAbsolute(name) || path.startsWith('../') ? basename(name) : path;
}
