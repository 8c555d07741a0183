import type { KeptThing } from './kept-thing.ts';
import type { JsonMember, JsonNode, JsonType } from './tree.ts';

/** What an object or array has in it: members or values. */
type Children = (Node | Member)[];

/** An object or array. */
export type Container = Node<'object' | 'array', Children>;

/** A value while and after it is read: only the parser writes to it, and the update of a tree. */
export class Node<Type extends JsonType = JsonType, Own extends Children | undefined = Children | undefined>
  implements JsonNode
{
  kept: KeptThing | undefined = undefined;
  constructor(
    readonly type: Type,
    public at: number,
    public length: number,
    public owner: Container | Member | undefined,
    readonly scalar: string | undefined,
    public children: Own,
  ) {}
}

/** A name and its value, which is set when it has been read. */
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

/** The object or array that a value stands in. */
export function containerOf({ owner }: Pick<Node, 'owner'>): Container | undefined {
  return owner instanceof Member ? owner.object : owner;
}
