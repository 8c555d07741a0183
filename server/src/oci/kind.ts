/** The kinds of documents that this program knows, by their names in options, settings and reports. */
export const kinds = [
  'index',
  'manifest',
  'config',
  'descriptor',
  'layout-header',
  'docker-manifest-list',
  'docker-manifest',
  'docker-config',
  'artifact-manifest',
  'oras-artifact-manifest',
  'docker-schema1',
  'foreign-config',
  'docker-save',
] as const;

export type Kind = (typeof kinds)[number];

/** Kinds that are only recognized: nobody says of a document that it is one. */
const recognizedOnly: ReadonlySet<Kind> = new Set<Kind>(['docker-schema1', 'foreign-config', 'docker-save']);

/** The kinds that `--kind` and associations take. */
export const nameableKinds: readonly Kind[] = kinds.filter((kind) => !recognizedOnly.has(kind));
