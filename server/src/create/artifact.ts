import { titleKey } from '../oci/annotation-keys.ts';
import type { ProfileSlot } from '../oci/facts/artifact-profile.ts';
import { layerTypeOf } from './file-type.ts';
import { emptyPart } from './json-text.ts';
import { manifest } from './manifest.ts';
import type { NewArtifactKind } from './new-artifact-kind.ts';
import type { AboutParts, ContentPart } from './parts.ts';

/** A file of an artifact. Digest and size are those of its exact bytes. */
export interface ArtifactFile {
  /** Relative path for the user who pulls the artifact, with `/` as separator. */
  readonly name: string;
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
  /** If absent, derived from the profile or the file name. */
  readonly mediaType?: string | undefined;
}

export interface ArtifactParts extends Omit<AboutParts, 'artifactType'> {
  readonly kind: NewArtifactKind;
  readonly files: readonly ArtifactFile[];
  /** If absent, the empty config is used, provided the artifact type allows it. */
  readonly config?: Omit<ArtifactFile, 'name'> | undefined;
}

/** An artifact's manifest, or the reason why it cannot be created. */
export type Artifact =
  | {
      readonly text: string;
      /** The identifying type: artifact type, or else config type. */
      readonly artifactType: string | undefined;
      /** Whether it references the empty content. */
      readonly hasEmpty: boolean;
      readonly problem?: undefined;
    }
  | { readonly problem: string };

/**
 * Creates the manifest of an artifact, with files as layers (image-spec manifest.md, "Guidelines for Artifact Usage").
 */
export function artifact({ kind, files, config, subject, annotations }: ArtifactParts): Artifact {
  const layers = files.map((file) => layerOf(file, kind));
  const problem = configProblemOf(kind, config) ?? slotProblemOf(layers, kind) ?? titleProblemOf(layers);
  if (problem !== undefined) return { problem };
  const { configType } = kind;
  const artifactType = kind.artifactType ?? (config === undefined ? configType : undefined);
  const configPart = config && toConfig(config, configType);
  return {
    text: manifest({ artifactType, config: configPart, layers, subject, annotations }),
    artifactType: artifactType ?? configPart?.mediaType,
    hasEmpty: config === undefined || layers.length === 0,
  };
}

function layerOf({ name, digest, size, mediaType }: ArtifactFile, { profile }: NewArtifactKind): ContentPart {
  const type = mediaType ?? layerTypeOf(name, profile);
  const slot = profile?.layers?.find(({ types }) => types.includes(type));
  const isTitled = slot === undefined || slot.annotations?.includes(titleKey) === true;
  return { mediaType: type, digest, size, annotations: isTitled ? { [titleKey]: name } : undefined };
}

function toConfig({ digest, size, mediaType }: Omit<ArtifactFile, 'name'>, configType = ''): ContentPart {
  const data = digest === emptyPart.digest ? emptyPart.data : undefined;
  return { mediaType: mediaType ?? configType, digest, size, data };
}

function configProblemOf(
  { configType, isConfigOptional, profile }: NewArtifactKind,
  config: ArtifactParts['config'],
): string | undefined {
  if (config === undefined && configType !== undefined && !isConfigOptional) {
    return `${profile?.title ?? 'artifact'} requires a config of type ${configType}`;
  }
  if (config !== undefined && (config.mediaType ?? configType) === undefined) {
    return 'config requires a media type';
  }
  return undefined;
}

/** Checks that the number of files per type fits the profile. */
function slotProblemOf(layers: readonly ContentPart[], { profile }: NewArtifactKind): string | undefined {
  const { title, layers: slots = [] } = profile ?? { title: '' };
  for (const slot of slots) {
    // Without files, the empty descriptor is used as the only layer, which some profiles require.
    if (layers.length === 0 && slot.types.includes(emptyPart.mediaType)) continue;
    const count = layers.filter(({ mediaType }) => fits(mediaType, slot)).length;
    const type = slot.types.slice(0, 2).join(' or ');
    const found = `of type ${type}, found ${count}`;
    if (count < slot.min) return `${title} requires at least ${slot.min} ${slot.min === 1 ? 'file' : 'files'} ${found}`;
    if (count > (slot.max ?? count))
      return `${title} takes at most ${slot.max} ${slot.max === 1 ? 'file' : 'files'} ${found}`;
  }
  return undefined;
}

function fits(mediaType: string, { types }: ProfileSlot): boolean {
  return types.length === 0 || types.includes(mediaType);
}

/** Clients write each file to the path in its title when pulling. */
function titleProblemOf(layers: readonly ContentPart[]): string | undefined {
  const titles = layers.flatMap(({ annotations }) => annotations?.[titleKey] ?? []);
  const twice = titles.find((title, at) => titles.indexOf(title) !== at);
  return twice === undefined ? undefined : `duplicate file name ${twice}`;
}
