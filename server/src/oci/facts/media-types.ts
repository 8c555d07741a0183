import { late } from '../../syntax/late.ts';
import type { Compression, MediaTypeInfo, MediaTypePlace, MediaTypeRole, MediaTypeRow } from './media-type-info.ts';
import { dockerMediaTypes } from './media-types/docker.ts';
import { modelMediaTypes } from './media-types/models.ts';
import { ociMediaTypes } from './media-types/oci.ts';
import { packageMediaTypes } from './media-types/packages.ts';
import { runtimeMediaTypes } from './media-types/runtimes.ts';
import { supplyChainMediaTypes } from './media-types/supply-chain.ts';

const documentPlaces: readonly MediaTypePlace[] = ['document', 'manifests', 'subject'];

/** The default places by role. */
const placesOf: Readonly<Record<MediaTypeRole, readonly MediaTypePlace[]>> = {
  index: documentPlaces,
  manifest: documentPlaces,
  'artifact-manifest': documentPlaces,
  config: ['config'],
  layer: ['layers'],
  artifact: ['artifactType'],
  empty: ['config', 'layers'],
  blob: [],
};

/** All known media types. Unknown ones are equally valid. */
export const mediaTypeInfos = late((): readonly MediaTypeInfo[] =>
  [...rowsByType().keys()].flatMap((type) => mediaTypeInfoOf(type) ?? []),
);

/** A document has few media types, so only what it asks for is derived from its row. */
const rowsByType = late(() => {
  const groups = [
    ...ociMediaTypes(),
    ...dockerMediaTypes(),
    ...supplyChainMediaTypes(),
    ...packageMediaTypes(),
    ...runtimeMediaTypes(),
    ...modelMediaTypes(),
  ];
  return new Map(groups.flatMap(({ ecosystem, rows }) => rows.map((row) => [row.type, { row, ecosystem }])));
});

const infosByType = new Map<string, MediaTypeInfo>();

/** Looks up a media type; undefined if unknown. */
export function mediaTypeInfoOf(type: string): MediaTypeInfo | undefined {
  const known = infosByType.get(type);
  if (known !== undefined) return known;
  const found = rowsByType().get(type);
  if (found === undefined) return undefined;
  const info = infoOf(found.row, found.ecosystem);
  infosByType.set(type, info);
  return info;
}

/** The compression that a type's name indicates. Works for unknown types, too. */
export function compressionOf(type: string): Compression | undefined {
  const info = mediaTypeInfoOf(type);
  return info === undefined ? compressionInNameOf(type) : info.compression;
}

/** Whether a type's name indicates JSON. */
export function isJsonType(type: string): boolean {
  return (mediaTypeInfoOf(type)?.format ?? formatInNameOf(type)) === 'json' || type.endsWith('/json');
}

function infoOf(row: MediaTypeRow, ecosystem: string): MediaTypeInfo {
  const compression = row.compression ?? compressionInNameOf(row.type);
  const format = row.format ?? formatInNameOf(row.type);
  return {
    status: 'current',
    places: placesOf[row.role],
    ...row,
    ...(compression === undefined ? {} : { compression }),
    ...(format === undefined ? {} : { format }),
    ecosystem,
  };
}

/** Docker writes `.gzip` where OCI writes `+gzip`. Encrypted layers have a second suffix. */
function compressionInNameOf(type: string): Compression | undefined {
  return /[+.](gzip|zstd)(?:\+encrypted)?$/.exec(type)?.[1] as Compression | undefined;
}

function formatInNameOf(type: string): 'json' | 'yaml' | undefined {
  if (type.endsWith('+json')) return 'json';
  return type.endsWith('+yaml') ? 'yaml' : undefined;
}
