/** The kinds of documents, by their names in options, settings and reports. */
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

/** Kinds that are detected but cannot be chosen by the user. */
const recognizedOnly: ReadonlySet<Kind> = new Set<Kind>(['docker-schema1', 'foreign-config', 'docker-save']);

/** The kinds accepted by `--kind` and associations. */
export const nameableKinds: readonly Kind[] = kinds.filter((kind) => !recognizedOnly.has(kind));
