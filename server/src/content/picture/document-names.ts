import type { Picture } from './picture-graph.ts';

/** Names by node for documents in a picture that have no name other than their path. */
export function documentNamesOf({ nodes }: Picture, shown: (uri: string) => string): ReadonlyMap<string, string> {
  const named = nodes.flatMap(({ id, node: { role, uri = '' } }) =>
    role === 'document' ? [[id, shown(uri)] as const] : [],
  );
  return new Map(named);
}
