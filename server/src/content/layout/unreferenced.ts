import { below } from '../uris.ts';
import type { Layout } from './layout.ts';
import type { Blob } from './layout-blobs.ts';
import type { LayoutGraph } from './layout-graph.ts';

/** The blobs of a layout that are not in use. */
export interface Unreferenced {
  /** Blobs that no other unreferenced blob references or has as its subject. All others are below these. */
  readonly tops: readonly Blob[];
  readonly all: readonly Blob[];
}

/**
 * Blobs reachable neither from `index.json` nor from referrers of reachable content. Blobs referenced only by
 * unreferenced ones are included. `graph`: the whole graph of the layout. `kept`: digests to treat as referenced.
 */
export function unreferencedAmong(
  blobs: readonly Blob[],
  layout: Layout,
  graph: LayoutGraph,
  kept: readonly string[] = [],
): Unreferenced {
  const { named, subjects, referrers } = linksIn(blobs, layout, graph);
  const belowOf = (digest: string) => [...(named.get(digest) ?? []), ...(referrers.get(digest) ?? [])];
  const live = new Set<string>();
  reach([...(named.get('') ?? []), ...kept], (digest) => [...belowOf(digest), ...(subjects.get(digest) ?? [])], live);
  const all = blobs.filter(({ digest }) => !live.has(digest));
  return { tops: topsOf(all, (digest) => belowOf(digest).filter((one) => one !== digest)), all };
}

/** What is shown below a blob of a layout, by their digests: what it names, and what is about it. `graph`: the layout's whole. */
export function belowIn(
  blobs: readonly Blob[],
  layout: Layout,
  graph: LayoutGraph,
): (digest: string) => readonly string[] {
  const { named, referrers } = linksIn(blobs, layout, graph);
  return (digest) => [...(named.get(digest) ?? []), ...(referrers.get(digest) ?? [])];
}

type Links = ReadonlyMap<string, readonly string[]>;
type Drafts = Map<string, string[]>;

/** References, subjects and referrers by digest; '' is `index.json`. */
function linksIn(
  blobs: readonly Blob[],
  layout: Layout,
  graph: LayoutGraph,
): Record<'named' | 'subjects' | 'referrers', Links> {
  const [named, subjects, referrers] = [new Map(), new Map(), new Map()] as [Drafts, Drafts, Drafts];
  const index = below(layout.root, 'index.json');
  const digests = new Map(blobs.map(({ uri, digest }) => [uri, digest]));
  for (const { digest } of blobs) {
    for (const { uri, role } of graph.mentionsOf(digest)) {
      const from = uri === index ? '' : digests.get(uri);
      if (from === undefined) continue;
      add(role === 'subject' ? subjects : named, from, digest);
      if (role === 'subject') add(referrers, digest, from);
    }
  }
  return { named, subjects, referrers };
}

function add(links: Drafts, from: string, to: string): void {
  const known = links.get(from);
  if (known === undefined) links.set(from, [to]);
  else known.push(to);
}

/** Adds all that can be reached. */
export function reach(from: readonly string[], next: (digest: string) => readonly string[], seen: Set<string>): void {
  const waiting = [...from];
  for (let digest = waiting.pop(); digest !== undefined; digest = waiting.pop()) {
    if (seen.has(digest)) continue;
    seen.add(digest);
    for (const one of next(digest)) waiting.push(one);
  }
}

/** Of a reference cycle, the first blob is a top. `next`: what is shown below a blob. */
function topsOf(all: readonly Blob[], next: (digest: string) => readonly string[]): readonly Blob[] {
  const own = new Set(all.map(({ digest }) => digest));
  const isBelow = new Set(all.flatMap(({ digest }) => next(digest)));
  const seen = new Set<string>();
  const tops: Blob[] = [];
  for (const blob of [...all.filter(({ digest }) => !isBelow.has(digest)), ...all]) {
    if (seen.has(blob.digest)) continue;
    tops.push(blob);
    reach([blob.digest], (digest) => next(digest).filter((one) => own.has(one)), seen);
  }
  return tops;
}
