import { factTable } from './fact-table.ts';
import { mediaTypeRows } from './generated/media-type-rows.ts';
import type { Compression, MediaTypeInfo, MediaTypePlace, MediaTypeRole, MediaTypeRow } from './media-type-info.ts';

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

const table = factTable(mediaTypeRows, 'type', infoOf);

/** All known media types. Unknown ones are equally valid. */
export const mediaTypeInfos: () => readonly MediaTypeInfo[] = table.all;

/** Looks up a media type; undefined if unknown. */
export const mediaTypeInfoOf: (type: string) => MediaTypeInfo | undefined = table.find;

/** The compression that a type's name indicates. Works for unknown types, too. */
export function compressionOf(type: string): Compression | undefined {
  const info = mediaTypeInfoOf(type);
  return info === undefined ? compressionInNameOf(type) : info.compression;
}

/** Whether a type's name indicates JSON. */
export function isJsonType(type: string): boolean {
  return (mediaTypeInfoOf(type)?.format ?? formatInNameOf(type)) === 'json' || type.endsWith('/json');
}

function infoOf(row: MediaTypeRow & Pick<MediaTypeInfo, 'ecosystem'>): MediaTypeInfo {
  const compression = row.compression ?? compressionInNameOf(row.type);
  const format = row.format ?? formatInNameOf(row.type);
  return {
    status: 'current',
    places: placesOf[row.role],
    ...row,
    ...(compression === undefined ? {} : { compression }),
    ...(format === undefined ? {} : { format }),
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
