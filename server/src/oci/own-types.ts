import type { ArtifactProfile } from './facts/artifact-profile.ts';
import type { MediaTypeInfo, MediaTypePlace } from './facts/media-type-info.ts';
import { mediaTypeInfoOf } from './facts/media-types.ts';

/** The user's own types, from the settings and the configuration file: looked up before those that everybody knows. */
export interface OwnTypes {
  readonly mediaTypes: ReadonlyMap<string, MediaTypeInfo>;
  /** By artifact type. */
  readonly profiles: ReadonlyMap<string, ArtifactProfile>;
}

/** Where a type of one's own can be said to stand. */
export const ownPlaces: readonly MediaTypePlace[] = ['manifests', 'config', 'layers', 'subject', 'artifactType'];

const ecosystem = 'of your own';

/** Reads plain values of the form that settings and configuration have; what is not as it should be is left out. */
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

/** What is known of a media type, or of an artifact type that is one's own. */
export function mediaTypeInfoIn(own: OwnTypes | undefined, type: string): MediaTypeInfo | undefined {
  const ownInfo = own?.mediaTypes.get(type);
  if (ownInfo !== undefined) return ownInfo;
  const profile = own?.profiles.get(type);
  return profile === undefined ? mediaTypeInfoOf(type) : artifactInfoOf(type, profile);
}

function artifactInfoOf(type: string, { title, summary }: ArtifactProfile): MediaTypeInfo {
  return { type, role: 'artifact', places: ['artifactType'], title, summary, status: 'current', ecosystem };
}

function infoOf(type: string, { title, description, places }: Readonly<Record<string, unknown>>): MediaTypeInfo {
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

function profileOf(artifactType: string, about: Readonly<Record<string, unknown>>): ArtifactProfile {
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
