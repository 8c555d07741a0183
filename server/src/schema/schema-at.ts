import type { Kind } from '../oci/kind.ts';
import { type SchemaNode, schemas } from './schemas.ts';

export type { SchemaNode } from './schemas.ts';

/** A property that a schema defines for an object. */
export interface SchemaMember {
  readonly name: string;
  readonly required: boolean;
  readonly title: string;
  readonly description: string;
  readonly schema: SchemaNode;
}

/**
 * The schema for the value at a path: title, description, type, examples. Undefined if there is none. Resolves
 * references. Indexes may be numbers or strings.
 */
export function schemaAt(kind: Kind, path: readonly (string | number)[]): SchemaNode | undefined {
  return placeAt(kind, path)?.node;
}

/** The type of the value at a path regardless of its role: 'Descriptor' for a layer or a subject. */
export function thingAt(kind: Kind, path: readonly (string | number)[]): string | undefined {
  return placeAt(kind, path)?.thing;
}

/** The properties that a schema defines for the object at a path, in the order of the specification. */
export function membersOf(kind: Kind, path: readonly (string | number)[]): readonly SchemaMember[] {
  const place = placeAt(kind, path);
  if (place === undefined) return [];
  return Object.entries(place.node.properties ?? {}).map(([name, member]) => {
    const schema = resolve({ file: place.file, node: member }).node;
    const required = place.node.required?.includes(name) ?? false;
    return { name, required, title: schema.title ?? name, description: schema.description ?? '', schema };
  });
}

/**
 * Whether a property is a list that is written as [] when empty instead of being omitted: a list of objects or a
 * required one.
 */
export function isList({ type = [], items }: SchemaNode, isRequired: boolean): boolean {
  return (
    [type].flat().includes('array') &&
    (isRequired || items?.type === 'object' || items?.$ref?.includes('descriptor') === true)
  );
}

/** A part of a schema file. References are resolved relative to it. */
interface Place {
  readonly file: string;
  readonly node: SchemaNode;
  readonly thing?: string | undefined;
}

function placeAt(kind: Kind, path: readonly (string | number)[]): Place | undefined {
  const root = fileOf(`${kind}.schema.json`);
  if (root === undefined) return undefined;
  let place = resolve(root);
  for (const step of path) {
    const node = childOf(place.node, String(step));
    if (node === undefined) return undefined;
    place = resolve({ file: place.file, node });
  }
  return place;
}

function childOf(node: SchemaNode, step: string): SchemaNode | undefined {
  if (node.items !== undefined) return /^\d+$/.test(step) ? node.items : undefined;
  if (node.properties !== undefined && Object.hasOwn(node.properties, step)) return node.properties[step];
  return node.additionalProperties;
}

/** Cached, because schemas never change. */
const resolved = new WeakMap<SchemaNode, Place>();

function resolve(place: Place): Place {
  const known = resolved.get(place.node);
  if (known !== undefined) return known;
  const target = followed(place);
  resolved.set(place.node, target);
  return target;
}

/** Resolves `$ref`. Annotations next to the reference override those of its target. */
function followed(place: Place): Place {
  const { $ref, ...own } = place.node;
  if ($ref === undefined) return { ...place, thing: place.thing ?? own.title };
  const [file = '', pointer = ''] = $ref.split('#');
  const name = file === '' ? place.file : file;
  let node = schemas[name];
  for (const step of pointer.split('/').slice(1))
    node = (node as Readonly<Record<string, SchemaNode>> | undefined)?.[step];
  if (node === undefined) throw new Error(`${$ref} leads nowhere`);
  const target = resolve({ file: name, node });
  const clauses = { ...target.node.clauses, ...own.clauses };
  return { ...target, node: { ...target.node, ...own, clauses } };
}

function fileOf(file: string): Place | undefined {
  const node = schemas[file];
  return node && { file, node };
}
