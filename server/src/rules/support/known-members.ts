import type { OciDocument } from '../../oci/document.ts';
import type { Kind } from '../../oci/kind.ts';
import { type SchemaMember, membersOf as schemaMembersOf, thingAt } from '../../schema/schema-at.ts';
import { late } from '../../syntax/late.ts';
import {
  countingMembersOf,
  isEscaped,
  itemsOf,
  type JsonMember,
  type JsonNode,
  memberAbove,
  parentOf,
} from '../../syntax/tree.ts';
import { isDescriptorIn } from './descriptor-parts.ts';
import { once } from './once.ts';

/** The schema's knowledge about the objects at one kind of location, such as every entry of `manifests`. */
export interface Shape {
  /** The title of the objects: "Descriptor". */
  readonly thing: string;
  /** The known members by name. */
  readonly byName: ReadonlyMap<string, SchemaMember>;
  /** The known names, folded like Go's decoder does. */
  byFolded(): ReadonlyMap<string, string>;
  /** The known members by their {@link plainOf} names. */
  plain(): readonly (readonly [string, SchemaMember])[];
  /** The shape of the value of a member, or of the items of the array that is its value. */
  below(name: string): Shape | undefined;
}

/** A member that the schema does not know at its location, or whose name is written with escapes. */
export interface OddMember {
  readonly member: JsonMember;
  readonly shape: Shape;
}

/** The odd members of a document, as deep as the schema goes. A valid document has none, however large it is. */
export const oddMembersOf = once((document: OciDocument): readonly OddMember[] => [
  ...ownOddMembersOf(document),
  ...document.descriptors.flatMap(({ node }) => oddMembersOfDescriptor(node, document)),
]);

/** The odd members of a document outside of descriptors. */
export const ownOddMembersOf = once((document: OciDocument): readonly OddMember[] => {
  const { kind, row, root } = document;
  const odd: OddMember[] = [];
  if (kind === undefined || row?.schema === undefined || root?.type !== 'object') return odd;
  const isLeftOut = isDescriptorIn(document);
  if (!isLeftOut(root)) addOddMembers(root, rootShapeOf(kind), odd, isLeftOut);
  return odd;
});

/** The odd members of a descriptor and of its values. */
export function oddMembersOfDescriptor(descriptor: JsonNode, { kind, row }: OciDocument): readonly OddMember[] {
  if (kind === undefined || row?.schema === undefined) return [];
  const parent = parentOf(descriptor);
  const list = parent?.type === 'array' ? parent : descriptor;
  const name = memberAbove(list)?.name;
  const shape = name === undefined ? rootShapeOf(kind) : rootShapeOf(kind).below(name);
  const odd: OddMember[] = [];
  if (shape !== undefined) addOddMembers(descriptor, shape, odd, noneIsLeftOut);
  return odd;
}

type IsLeftOut = (node: JsonNode) => boolean;

const noneIsLeftOut: IsLeftOut = () => false;

function addOddMembers(object: JsonNode, shape: Shape, odd: OddMember[], isLeftOut: IsLeftOut): void {
  for (const member of countingMembersOf(object)) {
    const { name, value } = member;
    if (!shape.byName.has(name)) {
      odd.push({ member, shape });
      continue;
    }
    if (isEscaped(member)) odd.push({ member, shape });
    if (value === undefined || (value.type !== 'object' && value.type !== 'array')) continue;
    const below = shape.below(name);
    if (below === undefined) continue;
    for (const inner of value.type === 'object' ? [value] : itemsOf(value)) {
      if (inner.type === 'object' && !isLeftOut(inner)) addOddMembers(inner, below, odd, isLeftOut);
    }
  }
}

/** Folds as Go's encoding/json does: ASCII case, and the two letters beyond ASCII that fold into it (ſ and the Kelvin sign). */
export function foldCase(name: string): string {
  return name.toLowerCase().replaceAll('ſ', 's');
}

/** `media_type`, `media-type` and `MediaType` become the same. */
export function plainOf(name: string): string {
  return name.toLowerCase().replace(/[-_. ]/g, '');
}

/**
 * Cached, because the schemas never change. Created on demand, so that a small document does not pay for other kinds.
 */
const rootShapes = new Map<Kind, Shape>();

function rootShapeOf(kind: Kind): Shape {
  const known = rootShapes.get(kind);
  if (known !== undefined) return known;
  const shape = shapeAt(kind, []);
  rootShapes.set(kind, shape);
  return shape;
}

/** Created once per location, however many objects there are. */
function shapeAt(kind: Kind, path: readonly string[]): Shape {
  const byName = new Map(schemaMembersOf(kind, path).map((member) => [member.name, member]));
  const shapes = new Map<string, Shape | undefined>();
  return {
    get thing() {
      return thingAt(kind, path) ?? 'object';
    },
    byName,
    byFolded: late(() => new Map([...byName.keys()].map((name) => [foldCase(name), name]))),
    plain: late(() => [...byName].map(([name, member]): [string, SchemaMember] => [plainOf(name), member])),
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
