/** The kinds of documents that this program knows, by the names that `--kind` takes. */
export const kinds = [
  'index',
  'manifest',
  'config',
  'descriptor',
  'layout-header',
  'docker-manifest-list',
  'docker-manifest',
  'docker-config',
  'docker-schema1',
] as const;

export type Kind = (typeof kinds)[number];
