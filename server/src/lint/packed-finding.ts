import type { Finding, Fix, Related, RuleMeta, Severity } from '../rules/rule.ts';
import type { RuleSettings } from '../rules/support/settings.ts';
import { Message, type Value, type Wording } from '../rules/support/wording.ts';
import type { Span } from '../syntax/span.ts';
import type { LintFinding } from './lint-finding.ts';
import { toLintFinding } from './to-lint-finding.ts';

/** The parts of a finding that are only read when it is shown or fixed. */
interface Details extends Pick<Finding, 'clause' | 'digests' | 'related' | 'fixes'> {
  readonly pointer: string;
  readonly values: Readonly<Record<string, Value>>;
}

type PackedValue = string | number | [big: string] | [wording: number, values: PackedValues];
type PackedValues = Readonly<Record<string, PackedValue>>;
type PackedFix = [title: Text, edits: [start: number, end: number, text: string][], isSafe: number, rest?: RestOfFix];
type RestOfFix = Pick<Fix, 'isRewriting' | 'leaves'>;
type PackedRelated = [start: number, end: number, pointer: string, message: Text, uri?: string];

/** A text, or the number of one that occurs often. */
type Text = string | number;

/** Short keys and tuples, because this is kept for each of hundreds of thousands of findings. */
interface PackedDetails {
  readonly p: string;
  readonly v: PackedValues;
  readonly c?: Text | undefined;
  readonly d?: readonly string[] | undefined;
  readonly r?: readonly PackedRelated[] | undefined;
  readonly f?: readonly PackedFix[] | undefined;
}

/** Up to so many findings of a document are kept as objects. */
export const fewFindings = 5000;

/** Texts from the document may all differ. */
const maxTexts = 1000;

/**
 * Stores findings in a fifth of their memory: their details as JSON text, which is read again on demand. For documents
 * with hundreds of thousands of findings, which would take a gigabyte as objects.
 */
export class FindingPacker {
  private readonly wordings = new Numbered<Wording>(Number.POSITIVE_INFINITY);
  private readonly texts = new Numbered<string>(maxTexts);
  private readonly lists = new Map<string, Lists>();
  private last: { readonly json: string; readonly details: Details } | undefined;

  constructor(private readonly settings: RuleSettings) {}

  /** Returns a finding as it is if text cannot represent it. */
  pack(rule: { readonly meta: RuleMeta }, finding: Finding): Finding {
    const { without, missingFrom, garbles } = finding;
    if (finding instanceof PackedFinding || (without ?? missingFrom ?? garbles) !== undefined) return finding;
    if (finding.related?.some(({ lines }) => lines !== undefined)) return finding;
    const lint = toLintFinding(rule, finding, this.settings);
    const { pointer, clause, digests, related, fixes, message } = lint;
    const details: PackedDetails = {
      p: pointer,
      v: this.packedValues(message.values),
      c: clause && this.texts.of(clause),
      d: digests,
      r: related?.map((place) => this.packedRelated(place)),
      f: fixes?.map((fix) => this.packedFix(fix)),
    };
    return new PackedFinding(lint, finding.severity, this, this.shared(lint), JSON.stringify(details));
  }

  /** Details are usually read several times in a row. */
  detailsOf(json: string): Details {
    if (this.last?.json !== json) this.last = { json, details: this.unpacked(JSON.parse(json)) };
    return this.last.details;
  }

  private unpacked({ p, v, c, d, r, f }: PackedDetails): Details {
    return {
      pointer: p,
      values: this.values(v),
      ...(c === undefined ? {} : { clause: this.text(c) }),
      ...(d === undefined ? {} : { digests: d }),
      ...(r === undefined ? {} : { related: r.map((place) => this.related(place)) }),
      ...(f === undefined ? {} : { fixes: f.map((fix) => this.fix(fix)) }),
    };
  }

  private packedFix({ title, edits, isSafe, isRewriting, leaves }: Fix): PackedFix {
    const packed: PackedFix = [
      this.texts.of(title),
      edits.map((one) => [one.start, one.end, one.text]),
      Number(isSafe),
    ];
    if (isRewriting !== undefined || leaves !== undefined) {
      packed.push({ ...(isRewriting && { isRewriting }), ...(leaves && { leaves }) });
    }
    return packed;
  }

  private fix([title, edits, isSafe, rest]: PackedFix): Fix {
    const changes = edits.map(([start, end, text]) => ({ start, end, text }));
    return { title: this.text(title), edits: changes, isSafe: isSafe === 1, ...rest };
  }

  private packedRelated({ span, pointer, message, uri }: Related): PackedRelated {
    const packed: PackedRelated = [span.start, span.end, pointer, this.texts.of(message)];
    if (uri !== undefined) packed.push(uri);
    return packed;
  }

  private related([start, end, pointer, message, uri]: PackedRelated): Related {
    return { span: { start, end }, pointer, message: this.text(message), ...(uri === undefined ? {} : { uri }) };
  }

  private text(text: Text): string {
    return typeof text === 'string' ? text : (this.texts.at(text) ?? '');
  }

  private packedValues(values: Readonly<Record<string, Value>>): PackedValues {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, this.packedValue(value)]));
  }

  private packedValue(value: Value): PackedValue {
    if (typeof value === 'bigint') return [String(value)];
    if (!(value instanceof Message)) return value;
    // Without a limit every wording has a number.
    return [Number(this.wordings.of(value.wording)), this.packedValues(value.values)];
  }

  private values(values: PackedValues): Readonly<Record<string, Value>> {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, this.value(value)]));
  }

  private value(value: PackedValue): Value {
    if (typeof value !== 'object') return value;
    const [first, values] = value;
    const wording = values === undefined ? undefined : this.wordings.at(Number(first));
    return wording === undefined ? BigInt(first) : new Message(wording, this.values(values ?? {}));
  }

  /** Many findings have equal lists. */
  private shared({ covers, missing }: Finding): Lists {
    if (covers === undefined && missing === undefined) return nothing;
    const key = JSON.stringify([covers, missing]);
    const known = this.lists.get(key) ?? { ...(covers && { covers }), ...(missing && { missing }) };
    if (this.lists.size < maxTexts) this.lists.set(key, known);
    return known;
  }
}

type Lists = Pick<Finding, 'covers' | 'missing'>;
const nothing: Lists = {};

/** Things that occur often, and their numbers. */
class Numbered<Thing> {
  private readonly things: Thing[] = [];
  private readonly numbers = new Map<Thing, number>();

  constructor(private readonly maxPerRule: number) {}

  at(number: number): Thing | undefined {
    return this.things[number];
  }

  /** The number of a thing, or itself if there are too many. */
  of(thing: Thing): Thing | number {
    const known = this.numbers.get(thing);
    if (known !== undefined) return known;
    if (this.things.length >= this.maxPerRule) return thing;
    this.numbers.set(thing, this.things.length);
    return this.things.push(thing) - 1;
  }
}

/** A finding whose details are read on demand. Its getters are not copied by `{...finding}`. */
export class PackedFinding implements LintFinding {
  readonly rule: RuleMeta;
  readonly severity: Severity;
  private readonly start: number;
  private readonly end: number;
  private readonly wording: Wording;

  constructor(
    { rule, severity, span, message }: LintFinding,
    /** The severity that the rule gave it. */
    readonly given: Severity | undefined,
    private readonly packer: FindingPacker,
    private readonly lists: Lists,
    private readonly json: string,
  ) {
    this.rule = rule;
    this.severity = severity;
    this.start = span.start;
    this.end = span.end;
    this.wording = message.wording;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }
  get message(): Message {
    return new Message(this.wording, this.details.values);
  }
  get covers(): Finding['covers'] {
    return this.lists.covers;
  }
  get missing(): Finding['missing'] {
    return this.lists.missing;
  }
  get pointer(): string {
    return this.details.pointer;
  }
  get clause(): Finding['clause'] {
    return this.details.clause;
  }
  get digests(): Finding['digests'] {
    return this.details.digests;
  }
  get related(): Finding['related'] {
    return this.details.related;
  }
  get fixes(): Finding['fixes'] {
    return this.details.fixes;
  }

  private get details(): Details {
    return this.packer.detailsOf(this.json);
  }
}
