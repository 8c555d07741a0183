import type { ArtifactProfile } from './facts/artifact-profile.ts';
import type { Described } from './facts/fact-words.ts';
import type { MediaTypeInfo, MediaTypePlace } from './facts/media-type-info.ts';
import { mediaTypeInfoOf } from './facts/media-types.ts';

/**
 * Types that the user defined in the settings or the configuration file. They take precedence over the built-in tables.
 */
export interface OwnTypes {
  readonly mediaTypes: ReadonlyMap<string, Described<MediaTypeInfo>>;
  /** By artifact type. */
  readonly profiles: ReadonlyMap<string, Described<ArtifactProfile>>;
}

/** The places for which custom types can be declared. */
export const ownPlaces: readonly MediaTypePlace[] = ['manifests', 'config', 'layers', 'subject', 'artifactType'];

const ecosystem = 'custom';

/** Reads the value of the setting or configuration key. Invalid entries are ignored. */
export function ownTypesOf(mediaTypes: unknown, artifactTypes: unknown): OwnTypes | undefined {
  const infos = Object.entries(toObject(mediaTypes)).map(([type, about]) => infoOf(type, toObject(about)));
  const profiles = Object.entries(toObject(artifactTypes)).map(
    ([type, about]) => [type, profileOf(type, toObject(about))] as const,
  );
  if (infos.length === 0 && profiles.length === 0) return undefined;
  return {
    mediaTypes: new Map(infos.map((info) => [info.type, info])),
    profiles: new Map(profiles),
  };
}

/** Looks up a media type or artifact type, custom ones first. */
export function mediaTypeInfoIn(own: OwnTypes | undefined, type: string): MediaTypeInfo | undefined {
  return ownMediaTypeOf(own, type) ?? mediaTypeInfoOf(type);
}

/** Looks up a custom media type or artifact type. */
export function ownMediaTypeOf(own: OwnTypes | undefined, type: string): Described<MediaTypeInfo> | undefined {
  const profile = own?.profiles.get(type);
  return own?.mediaTypes.get(type) ?? (profile && artifactInfoOf(type, profile));
}

function artifactInfoOf(type: string, { title, summary }: Described<ArtifactProfile>): Described<MediaTypeInfo> {
  return { type, role: 'artifact', places: ['artifactType'], title, summary, status: 'current', ecosystem };
}

function infoOf(
  type: string,
  { title, description, places }: Readonly<Record<string, unknown>>,
): Described<MediaTypeInfo> {
  const said = textsOf(places).filter((place): place is MediaTypePlace => ownPlaces.includes(place as MediaTypePlace));
  return {
    type,
    role: 'blob',
    places: said.length > 0 ? said : ['config', 'layers'],
    title: textOf(title) ?? type,
    summary: textOf(description) ?? '',
    status: 'current',
    ecosystem,
  };
}

function profileOf(artifactType: string, about: Readonly<Record<string, unknown>>): Described<ArtifactProfile> {
  const { title, description } = about;
  const config = textsOf(about.config);
  const layers = textsOf(about.layers);
  return {
    id: artifactType,
    document: 'manifest',
    identifiedBy: 'artifact-type',
    artifactType,
    title: textOf(title) ?? artifactType,
    summary: textOf(description) ?? '',
    status: 'current',
    otherLayers: 'unexpected',
    subject: 'none',
    ...(config.length > 0 ? { config } : {}),
    ...(layers.length > 0 ? { layers: [{ types: layers, min: 0 }] } : {}),
    ecosystem,
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function toObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
