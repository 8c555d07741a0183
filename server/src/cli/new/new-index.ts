import { resolve } from 'node:path';
import { imageIndex } from '../../create/image-index.ts';
import { readPlatformText } from '../../create/platform-text.ts';
import { mediaTypeProblemOf, mediaTypes } from '../../oci/media-type.ts';
import { CliError } from '../cli-error.ts';
import { collectedBlobs } from './collected-blobs.ts';
import type { Draft, Workshop } from './draft.ts';
import { isThere } from './files.ts';
import { type NamedManifest, namedManifest } from './named-manifest.ts';
import { subjectPart } from './subject.ts';

/** An index of manifests: of an image for several platforms, or, with an artifact type of its own, of a package. */
export async function newIndex(workshop: Workshop): Promise<Draft> {
  const { options } = workshop;
  const { thing, artifactType, annotations } = options;
  if (thing === 'package' && artifactType === undefined) {
    throw new CliError('new package needs --artifact-type TYPE: it tells clients what the package is.');
  }
  if (artifactType !== undefined && mediaTypeProblemOf(artifactType) !== undefined) {
    throw new CliError(`${JSON.stringify(artifactType)} cannot be an artifact type: it is no media type.`);
  }
  const entries: NamedManifest[] = [];
  for (const text of options.manifests) entries.push(await entryOf(text, workshop));
  const text = imageIndex({
    artifactType,
    manifests: entries.map(({ part }) => part),
    subject: await subjectPart(workshop),
    annotations,
  });
  const isStored = options.layout !== undefined;
  const blobs = isStored ? (await Promise.all(entries.map((entry) => collectedBlobs(entry, workshop)))).flat() : [];
  return {
    text,
    mediaType: mediaTypes.index,
    title: thing === 'package' ? 'package index' : 'index',
    artifactType,
    blobs,
  };
}

/** Reads `[PLATFORM=]MANIFEST`. Without a platform it is that of the image's config, where this can be found. */
async function entryOf(text: string, workshop: Workshop): Promise<NamedManifest> {
  const equals = isThere(resolve(workshop.shell.cwd, text)) ? -1 : text.indexOf('=');
  const platform = equals < 0 ? undefined : readPlatformText(text.slice(0, equals));
  const entry = await namedManifest(platform === undefined ? text : text.slice(equals + 1), workshop);
  return platform === undefined ? entry : { ...entry, part: { ...entry.part, platform } };
}
