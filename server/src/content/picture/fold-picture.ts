import { groupedBy } from '../grouped-by.ts';
import type { Picture, PictureEdge, PictureNode } from './picture-graph.ts';

/** Maximum number of children per node and role in a readable picture. */
const maxShown = 40;

/**
 * Maximum depth of a drawn picture: steps from its start, and steps up from a problem. Placing a deeper one would
 * overflow the stack.
 */
const [maxSteps, maxStepsUp] = [30, 20];

/**
 * Folds a picture for display: of the children of a node in the same role, those beyond `maxSiblings` become a single node
 * with a count. Nodes with problems, and those that lead to them, are always kept.
 */
export function foldPicture(picture: Picture, maxSiblings = maxShown): Picture {
  const { nodes, edges } = picture;
  const steps = edges.map((edge): Step => {
    const isBackward = edge.role === 'subject' || edge.role === 'attests';
    return isBackward ? { edge, parent: edge.to, child: edge.from } : { edge, parent: edge.from, child: edge.to };
  });
  const kept = keptIn(nodes, steps, maxSiblings);
  if (kept.size === nodes.length) return picture;
  const shown = edges.filter(({ from, to }) => kept.has(from) && kept.has(to));
  const folds = foldsOf(steps, kept);
  return {
    ...picture,
    nodes: [...nodes.filter(({ id }) => kept.has(id)), ...folds.map(({ node }) => node)],
    edges: [...shown, ...folds.map(({ edge }) => edge)],
  };
}

/** An edge oriented for display: a referrer is below its subject. */
interface Step {
  readonly edge: PictureEdge;
  readonly parent: string;
  readonly child: string;
}

/** The nodes to keep: the first of each role, and those on the way to a problem. */
function keptIn(nodes: Picture['nodes'], steps: readonly Step[], maxSiblings: number): ReadonlySet<string> {
  const below = groupedBy(steps, ({ parent }) => parent);
  const above = groupedBy(steps, ({ child }) => child);
  const broken = nodes.flatMap(({ id, problems }) => (problems.length > 0 ? [id] : []));
  // As many as a picture has room for, by as many ways.
  const parentsOf = (id: string) => (above.get(id) ?? []).slice(0, maxSiblings).map(({ parent }) => parent);
  const troubled = reached(broken.slice(0, maxSiblings), parentsOf, maxStepsUp);
  const roots = nodes.filter(({ id }) => !above.has(id)).map(({ id }) => id);
  const childrenOf = (id: string): readonly string[] => {
    const counts = new Map<string, number>();
    return (below.get(id) ?? []).flatMap(({ edge, child }) => {
      const count = counts.get(edge.role) ?? 0;
      counts.set(edge.role, count + 1);
      return count < maxSiblings || troubled.has(child) ? [child] : [];
    });
  };
  const first = reached([nodes[0]?.id ?? '', ...roots.slice(0, maxSiblings)], childrenOf, maxSteps);
  return new Set([...first, ...troubled]);
}

/** What so many steps lead to. */
function reached(from: readonly string[], next: (id: string) => readonly string[], steps: number): ReadonlySet<string> {
  const seen = new Set<string>();
  let wave = from;
  for (let step = 0; wave.length > 0 && step <= steps; step++) {
    const fresh = new Set(wave.filter((id) => !seen.has(id)));
    for (const id of fresh) seen.add(id);
    wave = [...fresh].flatMap(next);
  }
  return seen;
}

interface Fold {
  readonly node: PictureNode;
  readonly edge: PictureEdge;
}

function foldsOf(steps: readonly Step[], kept: ReadonlySet<string>): readonly Fold[] {
  const hidden = groupedBy(
    steps.filter(({ parent, child }) => kept.has(parent) && !kept.has(child)),
    ({ parent, edge }) => `${parent} ${edge.role}`,
  );
  return [...hidden.values()].flatMap((group, i) => {
    const [first] = group;
    if (first === undefined) return [];
    const { edge, parent } = first;
    const { role } = edge;
    const id = `more${i}`;
    const node = { role: role === 'attests' ? 'attestation' : role, state: 'present', hasChildren: false } as const;
    const ends = edge.from === parent ? { from: parent, to: id } : { from: id, to: parent };
    return [{ node: { id, node, problems: [], more: group.length }, edge: { ...ends, role } }];
  });
}
