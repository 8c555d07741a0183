import { counted } from '../../protocol/counted.ts';
import { textOfPath } from '../archive/tar.ts';
import type { Aspect, Change, Location } from './change.ts';
import type { LayerEntry, LayerSnapshot } from './layer-snapshot.ts';

/** Compares two layers path by path. */
export function layerChanges(a: LayerSnapshot, b: LayerSnapshot, location: Location): readonly Change[] {
  const changes: Change[] = [];
  const gone = new Map<string, LayerEntry>();
  const come = new Map<string, LayerEntry>();
  for (const [path, entry] of a.entries) {
    const other = b.entries.get(path);
    if (other === undefined) gone.set(path, entry);
    else for (const change of changesOf(path, entry, other, location)) changes.push(change);
  }
  for (const [path, entry] of b.entries) if (!a.entries.has(path)) come.set(path, entry);
  for (const move of movesAmong(gone, come, location)) changes.push(move);
  for (const [path, entry] of gone)
    changes.push({ ...pathChange('removed', path, location), before: shownEntry(entry) });
  for (const [path, entry] of come) changes.push({ ...pathChange('added', path, location), after: shownEntry(entry) });
  const order = orderChange(a, b, location);
  return order === undefined ? changes : [...changes, order];
}

function pathChange(kind: Change['kind'], path: string, location: Location): Change {
  return { kind, aspect: 'path', ...location, path, isIncidental: false };
}

/** Detects moved files: unique content that is on both sides under different paths. Removes them from both maps. */
function movesAmong(
  gone: Map<string, LayerEntry>,
  come: Map<string, LayerEntry>,
  location: Location,
): readonly Change[] {
  const [before, after] = [byHash(gone), byHash(come)];
  const moves: Change[] = [];
  for (const [hash, from] of before) {
    const to = after.get(hash);
    if (from === undefined || to === undefined) continue;
    moves.push({ ...pathChange('moved', to, location), before: from, after: to });
    const [one, other] = [gone.get(from), come.get(to)];
    if (one !== undefined && other !== undefined) moves.push(...changesOf(to, one, other, location));
    gone.delete(from);
    come.delete(to);
  }
  return moves;
}

/** Paths by content hash; undefined if several files have the same content. */
function byHash(entries: ReadonlyMap<string, LayerEntry>): ReadonlyMap<string, string | undefined> {
  const paths = new Map<string, string | undefined>();
  for (const [path, { hash }] of entries) if (hash !== '') paths.set(hash, paths.has(hash) ? undefined : path);
  return paths;
}

function shownEntry({ type, size }: LayerEntry): string {
  return type === 'file' ? counted(size, 'byte') : type;
}

function* changesOf(path: string, a: LayerEntry, b: LayerEntry, location: Location): Iterable<Change> {
  for (const [aspect, read, isIncidental] of aspects) {
    const [before, after] = [read(a), read(b)];
    // The target of a link that became something else is gone with it.
    if (before === after || (aspect === 'path' && a.type !== b.type && (before === '' || after === ''))) continue;
    yield { kind: 'changed', aspect, ...location, path, before, after, isIncidental };
  }
  const isOther = a.hash !== b.hash && a.type === b.type;
  if (!isOther) return;
  const [before, after] = [shownEntry(a), shownEntry(b)];
  const shown =
    before === after
      ? { before: `sha256:${a.hash.slice(0, 12)}…`, after: `sha256:${b.hash.slice(0, 12)}…` }
      : { before, after };
  yield { kind: 'changed', aspect: 'path', ...location, path, ...shown, isIncidental: false };
}

type Read = (entry: LayerEntry) => string;

/** Metadata to compare, and whether a rebuild is expected to change it. */
const aspects: readonly (readonly [Aspect, Read, boolean])[] = [
  ['path', ({ type }) => type, false],
  ['path', ({ details: { link } }) => textOfPath(link), false],
  ['path', ({ details: { device } }) => device, false],
  ['mode', ({ details: { mode } }) => mode.toString(8).padStart(4, '0'), false],
  ['owner', ({ details: { uid, gid } }) => `${uid}:${gid}`, false],
  ['owner', ({ details: { owner } }) => owner, false],
  ['xattr', ({ details: { xattrs } }) => xattrText(xattrs), false],
  ['mtime', ({ details: { mtime } }) => timeText(mtime), true],
];

function xattrText(xattrs: ReadonlyMap<string, string>): string {
  const sorted = [...xattrs].sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(', ');
}

/** Fractional seconds are kept as written. */
function timeText(mtime: string): string {
  const [seconds = '', fraction] = mtime.split('.');
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return mtime;
  return `${date.toISOString().slice(0, 19)}${fraction === undefined ? '' : `.${fraction}`}Z`;
}

/** Whether common entries are in a different order. */
function orderChange(a: LayerSnapshot, b: LayerSnapshot, location: Location): Change | undefined {
  const before = [...a.entries.keys()].filter((path) => b.entries.has(path));
  const after = [...b.entries.keys()].filter((path) => a.entries.has(path));
  const at = before.findIndex((path, i) => path !== after[i]);
  if (at < 0) return undefined;
  return {
    kind: 'moved',
    aspect: 'order',
    ...location,
    before: before[at] ?? '',
    after: after[at] ?? '',
    isIncidental: true,
  };
}
