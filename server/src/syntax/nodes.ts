import type { KeptThing } from './kept-thing.ts';
import type { JsonMember, JsonNode, JsonType } from './tree.ts';

/** A value while and after it is read: only the parser writes to it, and the update of a tree. */
export class Node implements JsonNode {
  kept: KeptThing | undefined = undefined;
  constructor(
    readonly type: JsonType,
    public at: number,
    public length: number,
    public owner: Node | Member | undefined,
    readonly scalar: string | undefined,
    public children: (Node | Member)[] | undefined,
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
    public object: Node,
  ) {}
}
