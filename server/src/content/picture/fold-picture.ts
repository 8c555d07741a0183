import { groupedBy } from '../grouped-by.ts';
import type { Picture, PictureEdge, PictureNode } from './picture.ts';

/** In a picture for people, so many of what one document points at in one role are shown. */
const mostShown = 40;

/**
 * A picture that can be looked at: of what one node points at in one role, beyond `most`, is one node that says how many there
 * are. What has problems, or leads to them, is always shown.
 */
export function foldPicture(picture: Picture, most = mostShown): Picture {
  const { nodes, edges } = picture;
  const kept = keptIn(picture, most);
  if (kept.size === nodes.length) return picture;
  const shown = edges.filter(({ from, to }) => kept.has(from) && kept.has(to));
  const folds = foldsOf(picture, kept);
  return {
    ...picture,
    nodes: [...nodes.filter(({ id }) => kept.has(id)), ...folds.map(({ node }) => node)],
    edges: [...shown, ...folds.map(({ edge }) => edge)],
  };
}

/** The nodes that are shown: the first of each sort, and those on the way to a problem. */
function keptIn({ nodes, edges }: Picture, most: number): ReadonlySet<string> {
  const below = groupedBy(edges, ({ from }) => from);
  const above = groupedBy(edges, ({ to }) => to);
  const troubled = new Set<string>();
  const waiting = nodes.flatMap(({ id, problems }) => (problems.length > 0 ? [id] : []));
  // As many as a picture has room for.
  for (const id of waiting.slice(0, most)) follow(id, above, ({ from }) => from, troubled);
  const kept = new Set<string>(troubled);
  const roots = nodes.filter(({ id }) => !above.has(id)).map(({ id }) => id);
  for (const root of [nodes[0]?.id ?? '', ...roots.slice(0, most)]) walk(root);
  return kept;

  function walk(root: string): void {
    const stack = [root];
    const met = new Set<string>();
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (met.has(id)) continue;
      met.add(id);
      kept.add(id);
      const counts = new Map<string, number>();
      for (const { to, role } of below.get(id) ?? []) {
        const count = counts.get(role) ?? 0;
        counts.set(role, count + 1);
        if (count < most || troubled.has(to)) stack.push(to);
      }
    }
  }
}

function follow(
  start: string,
  edges: ReadonlyMap<string, readonly PictureEdge[]>,
  next: (edge: PictureEdge) => string,
  met: Set<string>,
): void {
  const stack = [start];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (met.has(id)) continue;
    met.add(id);
    for (const edge of edges.get(id) ?? []) stack.push(next(edge));
  }
}

interface Fold {
  readonly node: PictureNode;
  readonly edge: PictureEdge;
}

function foldsOf({ edges }: Picture, kept: ReadonlySet<string>): readonly Fold[] {
  const hidden = groupedBy(
    edges.filter(({ from, to }) => kept.has(from) && !kept.has(to)),
    ({ from, role }) => `${from} ${role}`,
  );
  return [...hidden.values()].map((group, i) => {
    const [{ from, role }] = group as [PictureEdge];
    const id = `more${i}`;
    const node = { role: role === 'attests' ? 'attestation' : role, state: 'present', hasChildren: false } as const;
    return { node: { id, node, problems: [], more: group.length }, edge: { from, to: id, role } };
  });
}
