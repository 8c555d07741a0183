import type { Compression, MediaTypeInfo, MediaTypePlace, MediaTypeRole, MediaTypeRow } from './media-type-info.ts';
import { dockerMediaTypes } from './media-types/docker.ts';
import { modelMediaTypes } from './media-types/models.ts';
import { ociMediaTypes } from './media-types/oci.ts';
import { packageMediaTypes } from './media-types/packages.ts';
import { runtimeMediaTypes } from './media-types/runtimes.ts';
import { supplyChainMediaTypes } from './media-types/supply-chain.ts';

const documentPlaces: readonly MediaTypePlace[] = ['document', 'manifests', 'subject'];

/** Where a type of a role usually stands. */
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

/** Every media type that this program knows. Unknown ones are just as valid. */
export const mediaTypeInfos: readonly MediaTypeInfo[] = [
  ...ociMediaTypes,
  ...dockerMediaTypes,
  ...supplyChainMediaTypes,
  ...packageMediaTypes,
  ...runtimeMediaTypes,
  ...modelMediaTypes,
].flatMap(({ ecosystem, rows }) => rows.map((row) => infoOf(row, ecosystem)));

const infosByType = new Map(mediaTypeInfos.map((info) => [info.type, info]));

/** What is known of a media type; undefined for one that is not in the tables. */
export function mediaTypeInfoOf(type: string): MediaTypeInfo | undefined {
  return infosByType.get(type);
}

/** How content of a type is compressed, as far as its name tells: also for types that are not in the tables. */
export function compressionOf(type: string): Compression | undefined {
  const info = infosByType.get(type);
  return info === undefined ? compressionInNameOf(type) : info.compression;
}

/** Whether content of a type is JSON, as far as its name tells. */
export function isJsonType(type: string): boolean {
  return (infosByType.get(type)?.format ?? formatInNameOf(type)) === 'json' || type.endsWith('/json');
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

/** Docker writes `.gzip` where OCI writes `+gzip`; encrypted layers carry a second suffix. */
function compressionInNameOf(type: string): Compression | undefined {
  return /[+.](gzip|zstd)(?:\+encrypted)?$/.exec(type)?.[1] as Compression | undefined;
}

function formatInNameOf(type: string): 'json' | 'yaml' | undefined {
  if (type.endsWith('+json')) return 'json';
  return type.endsWith('+yaml') ? 'yaml' : undefined;
}
