import type { CacheEntry } from './cache-entry.ts';
import type { JsonMember, JsonNode, JsonType } from './tree.ts';

/** The children of an object or array: members or values. */
type Children = (Node | Member)[];

/** An object or array. */
export type Container = Node<'object' | 'array', Children>;

/** A value during and after parsing. Mutable only for the parser and for incremental updates. */
export class Node<Type extends JsonType = JsonType, Own extends Children | undefined = Children | undefined>
  implements JsonNode
{
  kept: CacheEntry | undefined = undefined;
  constructor(
    readonly type: Type,
    public at: number,
    public length: number,
    public owner: Container | Member | undefined,
    readonly scalar: string | undefined,
    public children: Own,
  ) {}
}

/** A member. Its value is set once parsed. */
export class Member implements JsonMember {
  readonly type = 'member';
  value: Node | undefined = undefined;
  constructor(
    readonly name: string,
    public at: number,
    readonly nameLength: number,
    public object: Container,
  ) {}
}

/** The object or array that contains a value. */
export function containerOf({ owner }: Pick<Node, 'owner'>): Container | undefined {
  return owner instanceof Member ? owner.object : owner;
}
