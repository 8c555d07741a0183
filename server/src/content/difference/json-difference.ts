import { toPointer } from '../../syntax/pointer.ts';
import { itemsOf, type JsonNode, membersOf, stringOf, writtenOf } from '../../syntax/tree.ts';
import type { Change, Location } from './change.ts';

export interface JsonCompareOptions extends Location {
  /** Excludes paths that are compared elsewhere or derived. */
  skips?(path: readonly string[]): boolean;
  /** Paths that a rebuild is expected to change. */
  isIncidental?(path: readonly string[]): boolean;
}

interface Pair {
  readonly path: readonly string[];
  readonly a: JsonNode | undefined;
  readonly b: JsonNode | undefined;
}

/** Compares two JSON values property by property. Property order and whitespace are ignored. */
export function jsonChanges(
  a: JsonNode | undefined,
  b: JsonNode | undefined,
  options: JsonCompareOptions,
): readonly Change[] {
  const changes: Change[] = [];
  const waiting: Pair[] = [{ path: [], a, b }];
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    if (options.skips?.(pair.path)) continue;
    const below = pairsBelow(pair);
    if (below !== undefined) pushReversed(waiting, below);
    else if (keyOf(pair.a) !== keyOf(pair.b)) changes.push(changeOf(pair, options));
  }
  return changes;
}

/** The pairs of children of two objects or arrays; undefined if they are compared as a whole. */
function pairsBelow({ path, a, b }: Pair): Pair[] | undefined {
  if (isExpanded(a, b) || isExpanded(b, a)) {
    const [before, after] = [namedIn(a), namedIn(b)];
    const names = new Set([...before.keys(), ...after.keys()]);
    return [...names].map((name) => ({ path: [...path, name], a: before.get(name), b: after.get(name) }));
  }
  if (a?.type !== 'array' || b?.type !== 'array') return undefined;
  const [before, after] = [itemsOf(a), itemsOf(b)];
  if (before.some(isScalar) || after.some(isScalar)) return scalarPairs(path, before, after);
  return Array.from({ length: Math.max(before.length, after.length) }, (_, i) => ({
    path: [...path, String(i)],
    a: before[i],
    b: after[i],
  }));
}

/** Lists of scalars: items on one side only, or, if both have the same items, those whose position changed. */
function scalarPairs(path: readonly string[], before: readonly JsonNode[], after: readonly JsonNode[]): Pair[] {
  const left = new Map<string, number>();
  for (const item of after) left.set(keyOf(item), (left.get(keyOf(item)) ?? 0) + 1);
  const gone: Pair[] = [];
  for (const [i, item] of before.entries()) {
    const count = left.get(keyOf(item)) ?? 0;
    if (count > 0) left.set(keyOf(item), count - 1);
    else gone.push({ path: [...path, String(i)], a: item, b: undefined });
  }
  const come: Pair[] = [];
  for (const [i, item] of [...after.entries()].reverse()) {
    const count = left.get(keyOf(item)) ?? 0;
    if (count === 0) continue;
    left.set(keyOf(item), count - 1);
    come.push({ path: [...path, String(i)], a: undefined, b: item });
  }
  come.reverse();
  if (gone.length + come.length > 0) {
    // One item replaced by another is one change.
    const [one, other] = [gone[0], come[0]];
    const isChange = gone.length === 1 && come.length === 1 && one?.path.at(-1) === other?.path.at(-1);
    return isChange && one && other ? [{ path: one.path, a: one.a, b: other.b }] : [...gone, ...come];
  }
  return before.flatMap((item, i) =>
    keyOf(item) === keyOf(after[i]) ? [] : [{ path: [...path, String(i)], a: item, b: after[i] }],
  );
}

/** An added or removed object is reported by its properties. */
function isExpanded(node: JsonNode | undefined, other: JsonNode | undefined): boolean {
  if (node?.type !== 'object') return false;
  return other?.type === 'object' || (other === undefined && membersOf(node).length > 0);
}

function namedIn(node: JsonNode | undefined): ReadonlyMap<string, JsonNode | undefined> {
  // Of duplicates, the last wins.
  return new Map(membersOf(node).map(({ name, value }) => [name, value]));
}

function isScalar({ type }: JsonNode): boolean {
  return type !== 'object' && type !== 'array';
}

/** Equal for equal values. Numbers are compared as written. */
function keyOf(node: JsonNode | undefined): string {
  if (node === undefined) return '';
  if (isScalar(node)) return `${node.type} ${stringOf(node) ?? writtenOf(node) ?? ''}`;
  return `${node.type} ${canonicalOf(node)}`;
}

function changeOf({ path, a, b }: Pair, { scope, part, isIncidental }: JsonCompareOptions): Change {
  const [before, after] = [shownOf(a), shownOf(b)];
  const isTime = a !== undefined && b !== undefined && isTimestamp(stringOf(a)) && isTimestamp(stringOf(b));
  return {
    kind: a === undefined ? 'added' : b === undefined ? 'removed' : 'changed',
    aspect: path.includes('annotations') ? 'annotation' : 'property',
    scope,
    part,
    pointer: toPointer(path),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    isIncidental: isTime || isIncidental?.(path) === true,
  };
}

function isTimestamp(text: string | undefined): boolean {
  return text !== undefined && /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(?:\.\d{1,12})?(?:[Zz]|[+-]\d\d:\d\d)$/.test(text);
}

function shownOf(node: JsonNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  return node.type === 'string' ? JSON.stringify(stringOf(node)) : isScalar(node) ? writtenOf(node) : canonicalOf(node);
}

/** Pushes in reverse, so that items are popped in order. Not with spread arguments, whose number is limited. */
function pushReversed<Item>(stack: Item[], items: readonly Item[]): void {
  for (let at = items.length - 1; at >= 0; at--) stack.push(items[at] as Item);
}

/** Serializes a value on one line with sorted properties. Iterative, because documents may be deeply nested. */
export function canonicalOf(root: JsonNode): string {
  const parts: string[] = [];
  const waiting: (string | JsonNode)[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') parts.push(next);
    else if (next.type === 'object') {
      const members = [...namedIn(next)].sort(([one], [other]) => (one < other ? -1 : 1));
      const inner = members.flatMap(([name, value], i) => [
        `${i === 0 ? '' : ','}${JSON.stringify(name)}:`,
        value ?? 'null',
      ]);
      pushReversed(waiting, ['{', ...inner, '}']);
    } else if (next.type === 'array') {
      const inner = itemsOf(next).flatMap((item, i) => (i === 0 ? [item] : [',', item]));
      pushReversed(waiting, ['[', ...inner, ']']);
    } else parts.push(next.type === 'string' ? JSON.stringify(stringOf(next)) : (writtenOf(next) ?? 'null'));
  }
  return parts.join('');
}
