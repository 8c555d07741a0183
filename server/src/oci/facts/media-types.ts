import { dockerMediaTypes } from './media-types/docker.ts';
import { modelMediaTypes } from './media-types/models.ts';
import { ociMediaTypes } from './media-types/oci.ts';
import { packageMediaTypes } from './media-types/packages.ts';
import { runtimeMediaTypes } from './media-types/runtimes.ts';
import { supplyChainMediaTypes } from './media-types/supply-chain.ts';

/** What content of a type is for. `artifact`: names what a whole manifest holds; `blob`: no descriptor role of its own. */
export type MediaTypeRole =
  | 'index'
  | 'manifest'
  | 'config'
  | 'layer'
  | 'artifact'
  | 'empty'
  | 'blob'
  | 'artifact-manifest';

/** Where a type is written: the document's own `mediaType`, that of a descriptor at a place, or an `artifactType`. */
export type MediaTypePlace = 'document' | 'manifests' | 'config' | 'layers' | 'subject' | 'artifactType';

/** `legacy`: still met, no longer written by current tools. `deprecated`: its specification says not to write it. */
export type FactStatus = 'current' | 'legacy' | 'deprecated';

/** What is known of a media type. */
export interface MediaTypeInfo {
  readonly type: string;
  readonly role: MediaTypeRole;
  readonly places: readonly MediaTypePlace[];
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
  readonly status: FactStatus;
  readonly replacedBy?: string;
  readonly compression?: Compression;
  readonly format?: 'json' | 'yaml';
  readonly note?: string;
  /** Whose type it is: a project or a specification. */
  readonly ecosystem: string;
}

export type Compression = 'gzip' | 'zstd' | 'bzip2';

/** A row of the tables: what follows from the role and from the type's suffix is left out, `current` too. */
export type MediaTypeRow = Pick<MediaTypeInfo, 'type' | 'role' | 'title' | 'summary'> &
  Partial<Pick<MediaTypeInfo, 'places' | 'status' | 'replacedBy' | 'compression' | 'format' | 'note'>>;

export interface MediaTypeGroup {
  readonly ecosystem: string;
  readonly rows: readonly MediaTypeRow[];
}

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
