import type { FaultCode } from './fault.ts';
import { type Container, containerOf, Member, Node } from './nodes.ts';
import {
  type Code,
  closeBrace,
  closeBracket,
  colon,
  comma,
  openBrace,
  openBracket,
  plainIntegerEnd,
  quote,
  Scanner,
  scalarTypeOf,
  semicolon,
  singleQuote,
  trimmedEnd,
  unquoted,
} from './scanner.ts';
import type { JsonType } from './tree.ts';

/** Maximum depth of Go's encoding/json ("exceeded max depth", encoding/json/scanner.go). */
export const maxPortableDepth = 10_000;

/**
 * Parsing stops after this many values, member names included: the tree of 128 MiB of brackets would not fit in memory.
 * Registries accept documents of up to 4 MiB, which have at most a tenth of this.
 */
export const maxValues = 3_000_000;

/** Parses a text into a tree and faults. Never throws, and never recurses on nesting depth. */
export class Parser extends Scanner {
  root: Node | undefined;
  /** The text ended before all objects and arrays were closed. */
  isCutOff = false;
  private values = 0;
  /** Number of open containers by type. */
  private readonly depths = { object: 0, array: 0 };
  /** The innermost open container. */
  private open: Container | undefined;
  /** Start offset of the innermost open container; 0 if there is none. */
  private openStart = 0;
  /** Number of containers around the region being parsed. */
  private outerDepth = 0;
  /** A closing bracket without a matching opening bracket was found. */
  private hasStrayBracket = false;
  /** The member whose value comes next. */
  private pending: Member | undefined;
  /** Offset of the preceding comma, or -1. */
  private commaAt = -1;
  /** End of the last value or bracket, where a missing comma is reported. */
  private lastEnd = 0;

  /** Parses the next values of the text. Returns whether it is finished; false only below {@link maxValues}. */
  run(values = maxValues): boolean {
    const pause = Math.min(this.values + values, maxValues);
    this.skipBlank();
    if (this.at >= this.text.length) {
      this.fault('empty', 0, this.text.length);
      return true;
    }
    while (this.at < this.text.length && (this.open !== undefined || this.root === undefined)) {
      if (this.values > pause) return pause === maxValues && this.giveUp('too-many-values');
      const before = this.at;
      this.step();
      this.skipBlank();
      // Every iteration must consume input, or malformed text could loop forever.
      if (this.at === before && this.at < this.text.length && this.root === undefined) this.skipUnexpected();
      if (this.isHopeless() && this.at < this.text.length) return this.giveUp('too-many-faults');
    }
    this.finish();
    return true;
  }

  /**
   * Parses only the object or array at an offset that is nested in `depth` others. Returns false if it does not end at
   * `end` with its own closing bracket, or contains a bracket that may belong to an enclosing container.
   */
  readContainer(start: number, end: number, depth: number): boolean {
    this.at = start;
    this.outerDepth = depth;
    do {
      if (this.open !== undefined) this.skipBlank();
      if (this.at >= end || this.isHopeless()) return false;
      this.step();
    } while (this.open !== undefined);
    return this.at === end && !this.hasStrayBracket;
  }

  private step(): void {
    if (this.open === undefined || this.pending !== undefined) this.readValue();
    else if (this.open.type === 'object') this.readInObject(this.open);
    else this.readInArray(this.open);
  }

  /** Going on would report a fault per character for the rest of the text. */
  private giveUp(code: FaultCode): true {
    this.faults.push({ code, start: this.at, end: trimmedEnd(this.text) });
    this.closeAll();
    return true;
  }

  private finish(): void {
    const { text } = this;
    if (this.open === undefined) {
      if (this.at < text.length && this.root !== undefined) this.fault('trailing-content', this.at, trimmedEnd(text));
      return;
    }
    // One mistake, one fault: a lost quote or value at the very end has already been reported.
    const last = this.faults.at(-1);
    const explained =
      (last?.code === 'unterminated-string' || last?.code === 'unexpected') && last.end === trimmedEnd(text);
    if (this.pending !== undefined) this.faultAtName('missing-value', this.pending);
    else if (!explained) this.fault('unclosed', this.openStart, this.openStart + 1);
    this.closeAll();
  }

  private closeAll(): void {
    this.isCutOff = true;
    const end = Math.max(this.lastEnd, this.openStart + 1);
    for (let node = this.open; node !== undefined; node = containerOf(node)) {
      node.length = Math.max(end - this.openStart, node.length);
      this.openStart -= node.at;
    }
  }

  private readInObject(object: Container): void {
    const code = this.text.charCodeAt(this.at);
    const first = object.children.length === 0 && this.commaAt < 0;
    if (code === closeBrace) return this.close(object);
    if (code === comma) return this.readComma(first);
    if (code === semicolon && !first && this.commaAt < 0) return this.readSemicolon();
    if (code === closeBracket) return this.closeOther('array');
    if (!first && this.commaAt < 0) this.missingComma();
    this.readName(object, code);
  }

  private readName(object: Container, code: Code): void {
    const start = this.at;
    let name: string;
    if (code === quote || code === singleQuote) {
      name = this.readString(code);
    } else {
      const word = this.word();
      if (word === '') return this.skipUnexpected();
      this.fault('unquoted-name', start, start + word.length);
      this.at += word.length;
      name = unquoted(word);
    }
    const member = new Member(name, start - this.openStart, this.at - start, object);
    object.children.push(member);
    this.values++;
    this.commaAt = -1;
    this.lastEnd = this.at;
    this.skipBlank();
    if (this.text.charCodeAt(this.at) === colon) {
      this.at++;
      this.lastEnd = this.at;
      this.pending = member;
    } else if (this.startsMember()) {
      this.faultAtName('missing-value', member);
      // The value is missing, so the comma after it is not a second mistake.
      this.commaAt = this.lastEnd;
      // If the name lost its closing quote, the next line is the next member rather than the value.
    } else if (this.startsValue() && !this.hasLostQuote(start + member.nameLength)) {
      this.faultAtName('missing-colon', member);
      this.pending = member;
    } else if (this.at < this.text.length) {
      this.faultAtName('missing-value', member);
    }
  }

  private readInArray(array: Container): void {
    const code = this.text.charCodeAt(this.at);
    const first = array.children.length === 0 && this.commaAt < 0;
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

  /** A semicolon where a comma belongs. */
  private readSemicolon(): void {
    this.fault('missing-comma', this.at, this.at + 1);
    this.commaAt = this.at;
    this.at++;
  }

  private close(node: Container): void {
    if (this.commaAt >= 0) this.fault('trailing-comma', this.commaAt, this.commaAt + 1);
    this.at++;
    this.leave(node);
  }

  /** Mismatched closing bracket: closes the nearest container of its type, or is skipped if there is none. */
  private closeOther(type: 'object' | 'array'): void {
    if (this.depths[type] === 0) {
      this.hasStrayBracket = true;
      return this.skipUnexpected();
    }
    let outer = this.open && containerOf(this.open);
    while (outer !== undefined && outer.type !== type) outer = containerOf(outer);
    this.fault('unclosed', this.openStart, this.openStart + 1);
    while (this.open !== undefined && this.open !== outer) this.leave(this.open);
  }

  private leave(node: Container): void {
    this.depths[node.type]--;
    node.length = this.at - this.openStart;
    this.openStart -= node.at;
    // Copying drops the array's spare capacity. Such arrays make up most of a tree.
    node.children = node.children.slice();
    this.open = containerOf(node);
    this.commaAt = -1;
    this.lastEnd = this.at;
  }

  private readValue(): void {
    const { text } = this;
    const start = this.at;
    const code = text.charCodeAt(start);
    if (code === quote || code === singleQuote) {
      const value = this.readString(code);
      this.addScalar('string', start, value);
    } else if (code === openBrace) this.enter('object');
    else if (code === openBracket) this.enter('array');
    else if (this.pending !== undefined && (code === comma || code === closeBrace || code === closeBracket)) {
      this.faultAtName('missing-value', this.pending);
      this.pending = undefined;
    } else this.readWord(start);
  }

  private readWord(start: number): void {
    const end = plainIntegerEnd(this.text, start);
    if (end > 0) {
      this.at = end;
      return this.addScalar('number', start, this.text.slice(start, end));
    }
    const word = this.word();
    if (word === '') return this.skipUnexpected();
    this.at += word.length;
    const type = scalarTypeOf(word);
    if (type === 'invalid') this.fault(/^[-+.]*[0-9]/.test(word) ? 'bad-number' : 'bad-literal', start, this.at);
    this.addScalar(type, start, word);
  }

  private addScalar(type: JsonType, start: number, scalar: string): void {
    const at = start - this.openStart;
    this.attach(new Node(type, at, this.at - start, this.pending ?? this.open, scalar, undefined));
    this.lastEnd = this.at;
  }

  private enter(type: 'object' | 'array'): void {
    const start = this.at;
    const node: Container = new Node(type, start - this.openStart, 1, this.pending ?? this.open, undefined, []);
    this.attach(node);
    this.open = node;
    this.openStart = start;
    this.at++;
    this.lastEnd = this.at;
    this.depths[type]++;
    if (this.outerDepth + this.depths.object + this.depths.array === maxPortableDepth + 1)
      this.fault('too-deep', start, start + 1);
  }

  private attach(node: Node): void {
    this.values++;
    if (this.pending !== undefined) {
      this.pending.value = node;
      this.pending = undefined;
    } else if (this.open !== undefined) this.open.children.push(node);
    else this.root = node;
    this.commaAt = -1;
  }

  /** `member` is a direct child of the innermost open container. */
  private faultAtName(code: FaultCode, { at, nameLength }: Member): void {
    const start = this.openStart + at;
    this.fault(code, start, start + nameLength);
  }

  private missingComma(): void {
    this.fault('missing-comma', this.lastEnd, this.lastEnd);
  }
}
