import type { Layout } from '../content/layout/layout.ts';
import type { Contents } from '../content/stores/contents.ts';
import type { Depth, Target } from '../content/stores/targets.ts';
import type { KindHints } from '../oci/decide-kind.ts';
import type { OciDocument } from '../oci/document.ts';
import type { Kind } from '../oci/kind.ts';
import type { TextEdit } from '../syntax/edit.ts';
import type { LineIndex } from '../syntax/lines.ts';
import type { JsonDocument } from '../syntax/parse.ts';
import type { Span } from '../syntax/span.ts';
import type { JsonNode } from '../syntax/tree.ts';
import type { DescriptorMember, DescriptorParts, ReadMember } from './support/descriptor-part-members.ts';
import type { OddMember } from './support/known-members.ts';
import type { Message, Messages } from './support/wording.ts';
import type { WrittenAnnotation } from './support/written-annotations.ts';
import type { WrittenPlatform } from './support/written-platforms.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * Named sets of rules; each includes the previous ones. `spec`: the MUSTs and SHOULDs of the specifications.
 * `recommended`, the default: likely mistakes too. `portable`: also what some consumers cannot handle. `strict`: everything.
 */
export const profiles = ['spec', 'recommended', 'portable', 'strict'] as const;
export type Profile = (typeof profiles)[number];

/** The names that users can choose: a profile, or `spec` as of a version of the image specification. */
export const profileNames = ['spec-1.0', 'spec-1.1', ...profiles] as const;
export type ProfileName = (typeof profileNames)[number];

/** Static properties of a rule. */
export interface RuleMeta {
  /** Kebab case; also the name of the rule's file, page and setting. */
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly Kind[] | 'any';
  readonly severity: Severity;
  /** The smallest profile that includes the rule. */
  readonly profile: Profile;
  /** The severity from the profile `portable` on, if higher: for clauses that give advice "for portability". */
  readonly portableSeverity?: Severity;
  /** Ids of the clauses that the rule enforces, from docs/clauses.json. */
  readonly clauses: readonly string[];
  readonly fixable: boolean;
  /** The messages of its findings, by id. */
  readonly messages: Messages;
}

/** A change that repairs a finding. */
export interface Fix {
  /** Imperative, sentence case: "Write the digest in lower case". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** Also rewrites the file as plain UTF-8, for faults in its bytes that no text edit can reach. */
  readonly isRewriting?: boolean;
  /** Whether `--fix` and "fix all" may apply it, because it cannot change what the author meant. */
  readonly isSafe: boolean;
  /** Rules that may report the value after the fix. Their faults existed before but were not visible. */
  readonly leaves?: readonly string[];
}

/** Another location that is involved in a finding. */
export interface Related {
  /** Absent for the same document. */
  readonly uri?: string;
  /** The lines of the other document. If absent, the span is the start of the file. */
  readonly lines?: LineIndex;
  readonly span: Span;
  readonly pointer: string;
  readonly message: string;
}

/** The JSON Schema keywords that can fail for a value. */
export type SchemaKeyword = 'type' | 'const' | 'minimum' | 'maxProperties' | 'pattern' | 'contentEncoding';

/** One mistake at one location. */
export interface Finding {
  /** The smallest range that shows the mistake. */
  readonly span: Span;
  /** RFC 6901. For a missing member, the object that lacks it. */
  readonly pointer: string;
  /** The names of the missing members, if that is the mistake. */
  readonly missing?: readonly string[];
  /** The object that lacks them, if the finding points elsewhere, for example at a misspelled name. */
  readonly missingFrom?: string;
  /** The finding without missing members that other findings report; undefined if none is left. */
  readonly without?: (names: ReadonlySet<string>) => Finding | undefined;
  /** The schema keywords that fail for the same fault. Only the more severe of the two findings is reported. */
  readonly covers?: readonly SchemaKeyword[];
  /** The text cannot be read as intended, so that all other findings about it are consequences. */
  readonly garbles?: boolean;
  readonly message: Message;
  /** The full digests that the message shortens, in its order. */
  readonly digests?: readonly string[];
  /** If it differs from the rule's. */
  readonly severity?: Severity;
  readonly clause?: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/** The result of a check: no finding, one or several. */
export type Found = Finding | Iterable<Finding> | undefined;

/**
 * What a check may know about the rest of the document. The findings about a value are cached for as long as this and the
 * text of the value stay the same, even if the value moves.
 */
export interface Surroundings {
  readonly kind: Kind;
  readonly hints: KindHints;
  /** Whether the document is the `index.json` of a layout, whose entries clients choose by name. */
  readonly isLayoutIndex: boolean;
  /** For the edits of fixes, which may only read the text of the value. */
  readonly json: JsonDocument;
  /** Results derived from texts that many values share. */
  readonly derived: Map<unknown, unknown>;
}

/**
 * A rule that reads one document, at every keystroke. Its checks declare its scope: each is called for every such value of a
 * document, and called again only for values that an edit changed. Checks never throw and have bounded recursion. They must
 * not tell ordinary digests or sizes of descriptors from each other (support/ordinary.ts), only compare digests.
 */
export interface DocumentRule {
  readonly meta: RuleMeta;
  /**
   * The members of descriptors that the checks read. `check` may also read anything outside descriptors. A rule without
   * findings is skipped until one of these changes, and for descriptors that are the same apart from others. Absent: all
   * members. `checkOddMember` and `checkObject` always run after changes, but must not depend on the text of strings.
   */
  readonly reads?: readonly ReadMember[];
  /** `checkDescriptor` is only called for descriptors that have this member. */
  readonly needs?: DescriptorMember;
  /** `checkDescriptor` is only called for descriptors with this media type. */
  readonly ofType?: string;
  /** Called for well-formed and malformed descriptors. */
  checkDescriptor?(descriptor: DescriptorParts, around: Surroundings): Found;
  /** Called for the platform of a descriptor, and for an image config, which has the same members. */
  checkPlatform?(platform: WrittenPlatform, around: Surroundings): Found;
  checkAnnotation?(annotation: WrittenAnnotation, around: Surroundings): Found;
  /** Whether the rule checks annotations with this key. Thousands of annotations have few keys, so it is asked once per key. */
  concernsKey?(key: string): boolean;
  checkOddMember?(odd: OddMember, around: Surroundings): Found;
  checkObject?(object: JsonNode, around: Surroundings): Found;
  /** Called for the document as a whole: for its root, and to compare its parts. */
  check?(document: OciDocument): Iterable<Finding>;
}

/** A rule that can check a whole document on its own. */
export type WholeRule = DocumentRule & Required<Pick<DocumentRule, 'check'>>;

/** A document with the content that its descriptors reference: the input of content rules. */
export interface ContentReading {
  readonly document: OciDocument;
  /** Each well-formed descriptor with its content, in document order. */
  readonly targets: readonly Target[];
  /** The layout that the document belongs to. */
  readonly layout: Layout | undefined;
  /** Whether the layout itself is checked, not just this document in it. */
  readonly isLayoutChecked: boolean;
  readonly contents: Contents;
  readonly depth: Depth;
}

/** A rule that reads the content that descriptors reference: on open, save and file events, and on the command line. */
export interface ContentRule {
  readonly meta: RuleMeta;
  /** Rejects when canceled. */
  checkContent(reading: ContentReading, signal?: AbortSignal): AsyncIterable<Finding> | Iterable<Finding>;
}
