import type { OciDocument } from '../oci/document.ts';
import type { Kind } from '../oci/kind.ts';
import { keeping } from '../syntax/kept.ts';
import { pointerOf } from '../syntax/pointer.ts';
import { itemsOf, type JsonNode, valueOf } from '../syntax/tree.ts';
import { documentValueOf, toValue } from '../syntax/value.ts';
import { maxErrors } from './generated/validators.js';
import { type SchemaError, validateBounded } from './validate.ts';

/** Cached errors in a descriptor, with pointers relative to it. */
interface Validated {
  readonly kind: Kind;
  readonly errors: readonly SchemaError[];
}

const validated = keeping<Validated>();
const none: readonly SchemaError[] = [];

/** A list of descriptors. */
interface List {
  readonly prefix: string;
  readonly node: JsonNode;
  /** The items to validate now. */
  readonly shown: readonly JsonNode[];
  /** The items that may have errors, in source order: those shown, and those known to have some. */
  readonly suspects: readonly JsonNode[];
}

/**
 * Validates a document against the schema of its kind. Errors are cached per descriptor in lists: in a later version,
 * only new descriptors are validated, together with the rest of the document.
 */
export function schemaErrorsOf(
  document: OciDocument,
  kind: Kind,
  followersOf: (document: OciDocument) => ReadonlySet<JsonNode>,
): readonly SchemaError[] {
  const lists = listsOf(document, kind);
  // If at least a quarter of each list is new, parsing and validating the whole document with JSON.parse is faster.
  const isNew = lists.every(({ node, shown }) => isMost(shown, itemsOf(node)));
  if (!isNew) return errorsIn(document, kind, lists) ?? errorsInAll(document, kind, lists);
  return areValid(document, kind, lists, followersOf) ? none : errorsInAll(document, kind, lists);
}

/** One item in so many is most of them. */
const most = 4;

function isMost(some: readonly JsonNode[], all: readonly JsonNode[]): boolean {
  return some.length * most >= all.length;
}

/** Validates all but the descriptors that are valid if the others are. False if that is no less work than validating all. */
function areValid(
  document: OciDocument,
  kind: Kind,
  lists: readonly List[],
  followersOf: (document: OciDocument) => ReadonlySet<JsonNode>,
): boolean {
  // The first descriptor of a list follows no other.
  if (lists.every(({ node }) => itemsOf(node).length <= most)) return false;
  if (lists.some(({ shown, suspects }) => shown.length < suspects.length)) return false;
  const followers = followersOf(document);
  if (followers.size === 0) return false;
  const leading = lists.map((list) => ({ ...list, shown: list.shown.filter((item) => !followers.has(item)) }));
  if (leading.every(({ node, shown }) => isMost(shown, itemsOf(node)))) return false;
  const { errors } = validateBounded(kind, shownOf(document, leading));
  if (errors.length > 0) return false;
  keepBy(none, kind, lists);
  return true;
}

function listsOf({ root, row }: OciDocument, kind: Kind): readonly List[] {
  const lists: List[] = [];
  for (const { member, isArray } of row?.descriptors ?? []) {
    const node = isArray ? valueOf(root, member) : undefined;
    const items = itemsOf(node);
    if (node === undefined || items.length === 0) continue;
    const shown: JsonNode[] = [];
    const suspects: JsonNode[] = [];
    for (const item of items) {
      const known = validated.of(item);
      if (known?.kind === kind && known.errors.length === 0) continue;
      suspects.push(item);
      if (known?.kind !== kind) shown.push(item);
    }
    lists.push({ prefix: `/${member}/`, node, shown, suspects });
  }
  return lists;
}

/** Whether a document has more errors than are listed. */
export function hasUnlistedErrors({ kind, json }: OciDocument): boolean {
  return kind !== undefined && validateBounded(kind, documentValueOf(json)).isBounded;
}

function errorsInAll(document: OciDocument, kind: Kind, lists: readonly List[]): readonly SchemaError[] {
  const { errors, isBounded } = validateBounded(kind, documentValueOf(document.json));
  if (isBounded) return errors;
  const whole = lists.map(({ prefix, node }) => ({ prefix, node, shown: itemsOf(node), suspects: itemsOf(node) }));
  return inOrder(keepBy(errors, kind, whole), whole);
}

/** Undefined if there are too many errors to list all of them. */
function errorsIn(document: OciDocument, kind: Kind, lists: readonly List[]): readonly SchemaError[] | undefined {
  const { errors, isBounded } = validateBounded(kind, shownOf(document, lists));
  if (isBounded) return undefined;
  const all = inOrder(keepBy(errors, kind, lists), lists);
  return all.length < maxErrors ? all : undefined;
}

/** The value of a document, with only the shown items of the lists. */
function shownOf({ root }: OciDocument, lists: readonly List[]): unknown {
  return toValue(root, new Map(lists.map(({ node, shown }) => [node, shown])));
}

/** Caches the errors of listed descriptors and returns the others. */
function keepBy(errors: readonly SchemaError[], kind: Kind, lists: readonly List[]): readonly SchemaError[] {
  const byItem = new Map<JsonNode, SchemaError[]>();
  const own: SchemaError[] = [];
  for (const error of errors) {
    const list = lists.find(({ prefix }) => error.pointer.startsWith(prefix));
    const [, position = '', pointer = ''] = /^(\d+)(.*)$/s.exec(error.pointer.slice(list?.prefix.length)) ?? [];
    const item = list?.shown[Number(position)];
    if (item === undefined) own.push(error);
    else byItem.set(item, [...(byItem.get(item) ?? []), { ...error, pointer }]);
  }
  const faultless: Validated = { kind, errors: none };
  for (const { shown } of lists) {
    for (const item of shown) {
      const errors = byItem.get(item);
      validated.keep(item, errors === undefined ? faultless : { kind, errors });
    }
  }
  return own;
}

function inOrder(own: readonly SchemaError[], lists: readonly List[]): readonly SchemaError[] {
  return [...own, ...lists.flatMap(({ suspects }) => suspects.flatMap(keptErrorsOf))];
}

function keptErrorsOf(item: JsonNode): readonly SchemaError[] {
  const errors = validated.of(item)?.errors ?? none;
  if (errors.length === 0) return none;
  const pointer = pointerOf(item);
  return errors.map((error) => ({ ...error, pointer: pointer + error.pointer }));
}
