import type { Kind } from '../oci/kind.ts';
import { type SchemaNode, schemaIn } from './schemas.ts';

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
  return locationAt(kind, path)?.node;
}

/** The type of the value at a path regardless of its role: 'Descriptor' for a layer or a subject. */
export function thingAt(kind: Kind, path: readonly (string | number)[]): string | undefined {
  return locationAt(kind, path)?.thing;
}

/** The properties that a schema defines for the object at a path, in the order of the specification. */
export function membersOf(kind: Kind, path: readonly (string | number)[]): readonly SchemaMember[] {
  const location = locationAt(kind, path);
  if (location === undefined) return [];
  return Object.entries(location.node.properties ?? {}).map(([name, member]) => {
    const schema = resolve({ file: location.file, node: member }).node;
    const required = location.node.required?.includes(name) ?? false;
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
interface SchemaLocation {
  readonly file: string;
  readonly node: SchemaNode;
  readonly thing?: string | undefined;
}

function locationAt(kind: Kind, path: readonly (string | number)[]): SchemaLocation | undefined {
  const root = fileOf(`${kind}.schema.json`);
  if (root === undefined) return undefined;
  let location = resolve(root);
  for (const step of path) {
    const node = childOf(location.node, String(step));
    if (node === undefined) return undefined;
    location = resolve({ file: location.file, node });
  }
  return location;
}

function childOf(node: SchemaNode, step: string): SchemaNode | undefined {
  if (node.items !== undefined) return /^\d+$/.test(step) ? node.items : undefined;
  if (node.properties !== undefined && Object.hasOwn(node.properties, step)) return node.properties[step];
  return node.additionalProperties;
}

/** Cached, because schemas never change. */
const resolved = new WeakMap<SchemaNode, SchemaLocation>();

function resolve(location: SchemaLocation): SchemaLocation {
  const known = resolved.get(location.node);
  if (known !== undefined) return known;
  const target = followed(location);
  resolved.set(location.node, target);
  return target;
}

/** Resolves `$ref`. Annotations next to the reference override those of its target. */
function followed(location: SchemaLocation): SchemaLocation {
  const { $ref, ...own } = location.node;
  if ($ref === undefined) return { ...location, thing: location.thing ?? own.title };
  const [file = '', pointer = ''] = $ref.split('#');
  const name = file === '' ? location.file : file;
  let node = schemaIn(name);
  for (const step of pointer.split('/').slice(1))
    node = (node as Readonly<Record<string, SchemaNode>> | undefined)?.[step];
  if (node === undefined) throw new Error(`${$ref} leads nowhere`);
  const target = resolve({ file: name, node });
  const clauses = { ...target.node.clauses, ...own.clauses };
  return { ...target, node: { ...target.node, ...own, clauses } };
}

function fileOf(file: string): SchemaLocation | undefined {
  const node = schemaIn(file);
  return node && { file, node };
}
