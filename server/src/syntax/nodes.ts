import type { JsonMember, JsonNode, JsonType } from './tree.ts';

/** A value while and after it is read: only the parser writes to it. */
export class Node implements JsonNode {
  end: number;
  constructor(
    readonly type: JsonType,
    readonly start: number,
    end: number,
    readonly owner: Node | Member | undefined,
    readonly scalar: string | undefined,
    readonly children: (Node | Member)[] | undefined,
  ) {
    this.end = end;
  }
}

/** A name and its value, which is set when it has been read. */
export class Member implements JsonMember {
  readonly type = 'member';
  value: Node | undefined = undefined;
  constructor(
    readonly name: string,
    readonly start: number,
    readonly nameEnd: number,
    readonly object: Node,
  ) {}
}
