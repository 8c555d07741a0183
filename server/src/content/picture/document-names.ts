import type { Picture } from './picture.ts';

/** What the documents of a picture are called that have no name but their place, by their nodes. */
export function documentNamesOf({ nodes }: Picture, shown: (uri: string) => string): ReadonlyMap<string, string> {
  const named = nodes.flatMap(({ id, node: { role, uri = '' } }) =>
    role === 'document' ? [[id, shown(uri)] as const] : [],
  );
  return new Map(named);
}
