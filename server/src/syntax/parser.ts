import { type Fault, type FaultCode, losesText } from './fault.ts';
import { Member, Node } from './nodes.ts';
import { scanString } from './scan-string.ts';
import type { JsonType } from './tree.ts';

/** Beyond this many faults a text is no JSON at all, and more of them would tell nothing. */
export const maxFaults = 100;

/** Go's encoding/json refuses deeper nesting ("exceeded max depth", encoding/json/scanner.go). */
export const maxPortableDepth = 10_000;

/**
 * A text of more values is not read to its end: the tree of 128 MiB of brackets would not fit into memory. The documents that
 * registries take have at most 4 MiB, and a tenth of this. A member's name counts as one.
 */
export const maxValues = 3_000_000;

type Code = number;
const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const semicolon = 0x3b;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/** What a name, a number or a literal, right or wrong, may be made of: nothing that cannot be seen. */
const wordPattern = /[^\s,;:[\]{}"'/\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2060\ufeff]+/y;

/** Reads one text into a tree and its faults. Never throws, whatever the text; never recurses, however deep it nests. */
export class Parser {
  root: Node | undefined;
  readonly faults: Fault[] = [];
  private at = 0;
  /** How many faults were met after which the text means little, and how many others. */
  private losses = 0;
  private oddities = 0;
  private values = 0;
  /** How many containers of each form are open. */
  private readonly depths = { object: 0, array: 0 };
  /** The innermost open container. */
  private open: Node | undefined;
  /** The member that waits for its value. */
  private pending: Member | undefined;
  /** Offset of the comma just read, or -1. */
  private commaAt = -1;
  /** The end of the last value or bracket: where a missing comma belongs. */
  private lastEnd = 0;

  constructor(private readonly text: string) {}

  run(): void {
    this.skipBlank();
    if (this.at >= this.text.length) {
      this.fault('empty', 0, this.text.length);
      return;
    }
    do {
      const before = this.at;
      if (this.open === undefined || this.pending !== undefined) this.readValue();
      else if (this.open.type === 'object') this.readInObject(this.open);
      else this.readInArray(this.open);
      this.skipBlank();
      // Every round must get on, or hostile text could hold us here.
      if (this.at === before && this.at < this.text.length && this.root === undefined) this.skipUnexpected();
      if (this.losses > maxFaults && this.at < this.text.length) return this.giveUp('too-many-faults');
      if (this.values > maxValues && this.at < this.text.length) return this.giveUp('too-many-values');
    } while (this.at < this.text.length && (this.open !== undefined || this.root === undefined));
    this.finish();
  }

  /** What is left of such a text would give a fault a character, and findings about each of them. */
  private giveUp(code: FaultCode): void {
    this.faults.push({ code, start: this.at, end: trimmedEnd(this.text) });
    this.closeAll();
  }

  private finish(): void {
    const { text } = this;
    if (this.open === undefined) {
      if (this.at < text.length && this.root !== undefined) this.fault('trailing-content', this.at, trimmedEnd(text));
      return;
    }
    // One mistake, one fault: a lost quote or value at the very end has been named already.
    const last = this.faults.at(-1);
    const explained =
      (last?.code === 'unterminated-string' || last?.code === 'unexpected') && last.end === trimmedEnd(text);
    if (this.pending !== undefined) this.fault('missing-value', this.pending.start, this.pending.nameEnd);
    else if (!explained) this.fault('unclosed', this.open.start, this.open.start + 1);
    this.closeAll();
  }

  private closeAll(): void {
    const end = Math.max(this.lastEnd, (this.open?.start ?? 0) + 1);
    for (let node: Node | undefined = this.open; node !== undefined; node = above(node))
      node.end = Math.max(end, node.end);
  }

  private readInObject(object: Node): void {
    const code = this.text.charCodeAt(this.at);
    const first = object.children!.length === 0 && this.commaAt < 0;
    if (code === closeBrace) return this.close(object);
    if (code === comma) return this.readComma(first);
    if (code === semicolon && !first && this.commaAt < 0) return this.readSemicolon();
    if (code === closeBracket) return this.closeOther('array');
    if (!first && this.commaAt < 0) this.missingComma();
    this.readName(object, code);
  }

  private readName(object: Node, code: Code): void {
    const start = this.at;
    let name: string;
    if (code === quote || code === 0x27) {
      name = this.readString(code);
    } else {
      const word = this.word();
      if (word === '') return this.skipUnexpected();
      this.fault('unquoted-name', start, start + word.length);
      this.at += word.length;
      name = unquoted(word);
    }
    const member = new Member(name, start, this.at, object);
    object.children!.push(member);
    this.values++;
    this.commaAt = -1;
    this.lastEnd = this.at;
    this.skipBlank();
    if (this.text.charCodeAt(this.at) === colon) {
      this.at++;
      this.lastEnd = this.at;
      this.pending = member;
    } else if (this.startsMember()) {
      this.fault('missing-value', member.start, member.nameEnd);
      // One mistake: with its value, the comma is yet to be written.
      this.commaAt = this.lastEnd;
    } else if (this.startsValue() && !this.isLastUnterminated(member)) {
      this.fault('missing-colon', member.start, member.nameEnd);
      this.pending = member;
    } else if (this.at < this.text.length) {
      this.fault('missing-value', member.start, member.nameEnd);
    }
  }

  /** Whether a name has lost its quote: what stands on the next line is the next member, and not its value. */
  private isLastUnterminated({ nameEnd }: Member): boolean {
    const last = this.faults.at(-1);
    return last?.code === 'unterminated-string' && last.end === nameEnd;
  }

  private readInArray(array: Node): void {
    const code = this.text.charCodeAt(this.at);
    const first = array.children!.length === 0 && this.commaAt < 0;
    if (code === closeBracket) return this.close(array);
    if (code === comma) return this.readComma(first);
    if (code === semicolon && !first && this.commaAt < 0) return this.readSemicolon();
    if (code === closeBrace) return this.closeOther('object');
    if (code === colon) return this.skipUnexpected();
    if (!first && this.commaAt < 0) this.missingComma();
    this.readValue();
  }

  private readComma(nothingBefore: boolean): void {
    if (nothingBefore || this.commaAt >= 0) this.fault('unexpected', this.at, this.at + 1);
    this.commaAt = this.at;
    this.at++;
  }

  /** In place of a comma. */
  private readSemicolon(): void {
    this.fault('missing-comma', this.at, this.at + 1);
    this.commaAt = this.at;
    this.at++;
  }

  private close(node: Node): void {
    if (this.commaAt >= 0) this.fault('trailing-comma', this.commaAt, this.commaAt + 1);
    this.at++;
    node.end = this.at;
    this.leave(node);
  }

  /** A bracket of the wrong form: it closes an outer container if there is one of its form, else it is passed over. */
  private closeOther(type: 'object' | 'array'): void {
    if (this.depths[type] === 0) return this.skipUnexpected();
    let outer = above(this.open!);
    while (outer?.type !== type) outer = above(outer!);
    const inner = this.open!;
    this.fault('unclosed', inner.start, inner.start + 1);
    while (this.open !== outer) {
      this.open!.end = this.at;
      this.leave(this.open!);
    }
  }

  private leave(node: Node): void {
    this.depths[node.type as 'object' | 'array']--;
    this.open = above(node);
    this.commaAt = -1;
    this.lastEnd = node.end;
  }

  private readValue(): void {
    const { text } = this;
    const start = this.at;
    const code = text.charCodeAt(start);
    if (code === quote || code === 0x27) {
      const value = this.readString(code);
      this.place('string', start, value);
    } else if (code === openBrace) this.enter('object');
    else if (code === openBracket) this.enter('array');
    else if (this.pending !== undefined && (code === comma || code === closeBrace || code === closeBracket)) {
      this.fault('missing-value', this.pending.start, this.pending.nameEnd);
      this.pending = undefined;
    } else this.readWord(start);
  }

  private readWord(start: number): void {
    const word = this.word();
    if (word === '') return this.skipUnexpected();
    this.at += word.length;
    if (word === 'true' || word === 'false') return this.place('boolean', start, word);
    if (word === 'null') return this.place('null', start, word);
    if (/^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/.test(word)) return this.place('number', start, word);
    this.fault(/^[-+.]*[0-9]/.test(word) ? 'bad-number' : 'bad-literal', start, this.at);
    this.place('invalid', start, word);
  }

  private readString(code: Code): string {
    const scanned = scanString(this.text, this.at);
    if (code !== quote) this.fault('single-quotes', this.at, scanned.end);
    for (const fault of scanned.faults) this.fault(fault.code, fault.start, fault.end);
    this.at = scanned.end;
    return scanned.value;
  }

  private place(type: JsonType, start: number, scalar: string): void {
    this.attach(new Node(type, start, this.at, this.pending ?? this.open, scalar, undefined));
    this.lastEnd = this.at;
  }

  private enter(type: 'object' | 'array'): void {
    const node = new Node(type, this.at, this.at + 1, this.pending ?? this.open, undefined, []);
    this.attach(node);
    this.open = node;
    this.at++;
    this.lastEnd = this.at;
    this.depths[type]++;
    if (this.depths.object + this.depths.array === maxPortableDepth + 1)
      this.fault('too-deep', node.start, node.start + 1);
  }

  private attach(node: Node): void {
    this.values++;
    if (this.pending !== undefined) {
      this.pending.value = node;
      this.pending = undefined;
    } else if (this.open !== undefined) this.open.children!.push(node);
    else this.root = node;
    this.commaAt = -1;
  }

  private missingComma(): void {
    this.fault('missing-comma', this.lastEnd, this.lastEnd);
  }

  private skipUnexpected(): void {
    const length = Math.max(1, this.word().length, this.sameFrom(this.at));
    this.fault('unexpected', this.at, this.at + length);
    this.at += length;
  }

  /** How often a character that is no part of a word is repeated: a run of NULs is one mistake. */
  private sameFrom(start: number): number {
    if ('[]{},:"\''.includes(this.text[start]!)) return 1;
    let end = start;
    while (end < this.text.length && this.text[end] === this.text[start]) end++;
    return end - start;
  }

  private startsValue(): boolean {
    const code = this.text.charCodeAt(this.at);
    return code === quote || code === openBrace || code === openBracket || this.word() !== '';
  }

  /** Whether the next member begins here: a name that was only just begun stands before it. */
  private startsMember(): boolean {
    const { text } = this;
    const code = text.charCodeAt(this.at);
    if (!this.startsValue() || code === openBrace || code === openBracket) return false;
    let end = code === quote || code === 0x27 ? scanString(text, this.at).end : this.at + this.word().length;
    while (end < text.length && ' \t\r\n'.includes(text[end]!)) end++;
    return text.charCodeAt(end) === colon;
  }

  private word(): string {
    wordPattern.lastIndex = this.at;
    return wordPattern.exec(this.text)?.[0] ?? '';
  }

  private skipBlank(): void {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) this.at++;
      else if (code === 0x2f && (text[this.at + 1] === '/' || text[this.at + 1] === '*')) this.skipComment();
      else return;
    }
  }

  private skipComment(): void {
    const { text } = this;
    const start = this.at;
    const isLine = text[start + 1] === '/';
    const stop = isLine ? text.slice(start).search(/[\r\n]/) : text.indexOf('*/', start + 2);
    if (isLine) this.at = stop < 0 ? text.length : start + stop;
    else this.at = stop < 0 ? text.length : stop + 2;
    this.fault('comment', start, this.at);
  }

  private fault(code: FaultCode, start: number, end: number): void {
    const count = losesText(code) ? ++this.losses : ++this.oddities;
    if (count <= maxFaults) this.faults.push({ code, start, end });
  }
}

/** Word processors put other quotes around names. */
export function unquoted(word: string): string {
  return word.replace(/^[“”„«‘’‚`]+|[“”„»‘’‚`]+$/g, '');
}

function above(node: Node): Node | undefined {
  return node.owner instanceof Member ? node.owner.object : node.owner;
}

function trimmedEnd(text: string): number {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text[end - 1]!)) end--;
  return end;
}
