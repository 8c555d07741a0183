import type { OciDocument } from '../oci/document.ts';
import type { Kind } from '../oci/kind.ts';
import { type SchemaMember, membersOf as schemaMembersOf, thingAt } from '../schema/schema-at.ts';
import { itemsOf, type JsonNode, membersOf } from '../syntax/tree.ts';

/** What the schema knows of the objects at one kind of place, such as every entry of `manifests`. */
export interface Shape {
  /** What stands there: "Descriptor". */
  readonly thing: string;
  /** The known members by name. */
  readonly byName: ReadonlyMap<string, SchemaMember>;
  /** The shape of the value of a member, or of the items of the array that is its value. */
  below(name: string): Shape | undefined;
}

/** Visits the objects of a document whose members the schema names, with what is known there. As deep as the schema goes. */
export function visitKnownObjects(
  { kind, row, root }: OciDocument,
  visit: (object: JsonNode, shape: Shape) => void,
): void {
  if (kind === undefined || row?.schema === undefined || root?.type !== 'object') return;
  visitBelow(root, rootShapeOf(kind), visit);
}

function visitBelow(object: JsonNode, shape: Shape, visit: (object: JsonNode, shape: Shape) => void): void {
  visit(object, shape);
  for (const { name, value } of membersOf(object)) {
    if (value === undefined || (value.type !== 'object' && value.type !== 'array')) continue;
    const below = shape.below(name);
    if (below === undefined) continue;
    if (value.type === 'object') visitBelow(value, below, visit);
    else for (const item of itemsOf(value)) if (item.type === 'object') visitBelow(item, below, visit);
  }
}

/** The schemas never change, so neither do the shapes: made when a kind is first met, they cost a small document nothing. */
const rootShapes = new Map<Kind, Shape>();

function rootShapeOf(kind: Kind): Shape {
  const known = rootShapes.get(kind);
  if (known !== undefined) return known;
  const shape = shapeAt(kind, []);
  rootShapes.set(kind, shape);
  return shape;
}

/** Made once for a place, however many objects stand there. */
function shapeAt(kind: Kind, path: readonly string[]): Shape {
  const byName = new Map(schemaMembersOf(kind, path).map((member) => [member.name, member]));
  const shapes = new Map<string, Shape | undefined>();
  return {
    thing: thingAt(kind, path) ?? 'object',
    byName,
    below(name) {
      if (!shapes.has(name)) shapes.set(name, shapeBelow(kind, path, byName.get(name)));
      return shapes.get(name);
    },
  };
}

function shapeBelow(kind: Kind, path: readonly string[], member: SchemaMember | undefined): Shape | undefined {
  if (member === undefined) return undefined;
  const { items } = member.schema;
  const shape = shapeAt(kind, items === undefined ? [...path, member.name] : [...path, member.name, '0']);
  return shape.byName.size > 0 ? shape : undefined;
}
