import { basename, isAbsolute, normalize } from 'node:path';
import { didYouMean } from '../../config/did-you-mean.ts';
import { type ArtifactSort, artifactSortOf, newProfiles } from '../../create/artifact-sort.ts';
import { layerTypeOf } from '../../create/file-type.ts';
import { emptyPart } from '../../create/json-text.ts';
import { manifest } from '../../create/manifest.ts';
import type { ContentPart } from '../../create/parts.ts';
import { mediaTypeProblemOf, mediaTypes } from '../../oci/media-type.ts';
import { CliError } from '../cli-error.ts';
import { toPosix } from '../paths.ts';
import type { Draft, DraftBlob, Workshop } from './draft.ts';
import { digestOf, namedContent, readNamedFile } from './files.ts';
import { emptyBlob } from './small-blob.ts';
import { subjectPart } from './subject.ts';

/** An artifact's manifest: its files as layers, its config or the empty one (image-spec manifest.md, "Guidelines for Artifact Usage"). */
export async function newArtifact(workshop: Workshop): Promise<Draft> {
  const { options } = workshop;
  const sort = sortOf(options.artifactType);
  const files = await Promise.all(options.files.map((text) => layerOf(text, sort, workshop)));
  checkSlots(files, sort);
  checkTitles(files);
  const config = await configOf(sort, workshop);
  const parts = [config, ...files].filter((file) => file !== undefined);
  const needsEmpty = config === undefined || files.length === 0;
  const { artifactType } = sort;
  const text = manifest({
    artifactType: config === undefined ? (artifactType ?? sort.configType) : artifactType,
    config: config?.part,
    layers: files.map(({ part }) => part),
    subject: await subjectPart(workshop),
    annotations: options.annotations,
  });
  return {
    text,
    mediaType: mediaTypes.manifest,
    title: sort.profile?.title ?? 'artifact',
    // Of the index's entry: what the manifest is, whoever says it.
    artifactType: artifactType ?? sort.configType,
    platform: options.platform,
    blobs: [...(needsEmpty ? [emptyBlob] : []), ...parts.map(({ blob }) => blob)],
  };
}

interface LayerFile {
  readonly part: ContentPart;
  readonly blob: DraftBlob;
}

function sortOf(name: string | undefined): ArtifactSort {
  if (name === undefined) {
    throw new CliError('new artifact needs --artifact-type TYPE; oci-lint new --list shows those that are known.');
  }
  const sort = artifactSortOf(name);
  if (sort === undefined) {
    const ids = newProfiles.map(({ id }) => id);
    throw new CliError(`${JSON.stringify(name)} is no media type and no profile${didYouMean(name, ids)}`);
  }
  if (name.includes('/') && mediaTypeProblemOf(name) !== undefined) {
    throw new CliError(`${JSON.stringify(name)} cannot be an artifact type: it is no media type.`);
  }
  return sort;
}

async function layerOf(text: string, { profile }: ArtifactSort, workshop: Workshop): Promise<LayerFile> {
  const { name, mediaType = layerTypeOf(basename(text), profile) } = readNamedFile(text, workshop.shell.cwd);
  const content = await namedContent(name, workshop);
  const digest = await digestOf(name, content, workshop);
  const slot = profile?.layers?.find(({ types }) => types.includes(mediaType));
  const isTitled = slot === undefined || slot.annotations?.includes(titleKey) === true;
  const annotations = isTitled ? { [titleKey]: titleOf(name) } : undefined;
  return { part: { mediaType, digest, size: content.size, annotations }, blob: { digest, content } };
}

const titleKey = 'org.opencontainers.image.title';

/** As ORAS has it: the path, as far as it stays below the current folder; else the name alone. */
function titleOf(name: string): string {
  const path = toPosix(normalize(name));
  return isAbsolute(name) || path.startsWith('../') ? basename(name) : path;
}

/** The config that is named; undefined: the empty one. */
async function configOf(sort: ArtifactSort, workshop: Workshop): Promise<LayerFile | undefined> {
  const { config } = workshop.options;
  const { configType, isConfigOptional, profile } = sort;
  if (config === undefined) {
    if (configType === undefined || isConfigOptional) return undefined;
    throw new CliError(`${profile!.title}: it has a config of type ${configType}; name its file with --config FILE.`);
  }
  const { name, mediaType = configType } = readNamedFile(config, workshop.shell.cwd);
  if (mediaType === undefined) throw new CliError('this config needs a type: --config FILE:TYPE.');
  const content = await namedContent(name, workshop);
  const digest = await digestOf(name, content, workshop);
  const data = digest === emptyPart.digest ? emptyPart.data : undefined;
  return { part: { mediaType, digest, size: content.size, data }, blob: { digest, content } };
}

/** Whether the files are as many of each sort as the profile wants. */
function checkSlots(files: readonly LayerFile[], { profile }: ArtifactSort): void {
  for (const { types, min, max = Number.POSITIVE_INFINITY } of profile?.layers ?? []) {
    // Without a file the empty descriptor stands in, which is what some want.
    if (files.length === 0 && types.includes(emptyPart.mediaType)) continue;
    const count = files.filter(({ part }) => types.length === 0 || types.includes(part.mediaType)).length;
    const wanted = `${profile!.title}: of type ${types.slice(0, 2).join(' or ')} it has`;
    if (count < min) throw new CliError(`${wanted} at least ${min} file; name it with --file FILE.`);
    if (count > max) throw new CliError(`${wanted} at most ${max}, and ${count} are named.`);
  }
}

/** Who pulls the artifact writes each file under its title. */
function checkTitles(files: readonly LayerFile[]): void {
  const titles = files.flatMap(({ part }) => part.annotations?.[titleKey] ?? []);
  const twice = titles.find((title, at) => titles.indexOf(title) !== at);
  if (twice !== undefined) throw new CliError(`two files are called ${twice}.`);
}
