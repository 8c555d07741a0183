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
import type { DescriptorMember, DescriptorParts } from './support/descriptor-part-members.ts';
import type { OddMember } from './support/known-members.ts';
import type { Message, Wording } from './support/wording.ts';
import type { WrittenAnnotation } from './support/written-annotations.ts';
import type { WrittenPlatform } from './support/written-platforms.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/**
 * Named sets of rules, each holding the ones before it. `spec`: what the specifications say (MUST and SHOULD).
 * `recommended`, the default: and what is almost surely a mistake. `portable`: and what some consumers trip over.
 * `strict`: everything.
 */
export const profiles = ['spec', 'recommended', 'portable', 'strict'] as const;
export type Profile = (typeof profiles)[number];

/** What users name: a set of rules, or `spec` as it was in a version of the image specification. */
export const profileNames = ['spec-1.0', 'spec-1.1', ...profiles] as const;
export type ProfileName = (typeof profileNames)[number];

/** What is known of a rule without running it. */
export interface RuleMeta {
  /** Kebab case; also the name of the rule's file, page and setting. */
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly Kind[] | 'any';
  readonly severity: Severity;
  /** The smallest profile that has the rule. */
  readonly profile: Profile;
  /** Its severity from the profile `portable` on, where that asks for more: what a clause advises "for portability". */
  readonly portableSeverity?: Severity;
  /** The clauses that it enforces, by their ids in the rule pages' list of clauses. */
  readonly clauses: readonly string[];
  readonly fixable: boolean;
  /** All that it can say, by id. */
  readonly messages?: Readonly<Record<string, { readonly wording: Wording }>>;
}

/** A change that repairs a finding. */
export interface Fix {
  /** Imperative, sentence case: "Write the digest in lower case". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The file is also written again as plain UTF-8: what is wrong with its bytes is nothing that an edit of the text reaches. */
  readonly isRewriting?: boolean;
  /** Whether it may be applied unasked by `--fix` and "fix all": it cannot change what the author meant. */
  readonly isSafe: boolean;
  /** Rules that may then speak of the same value: what they say was true before, and could not be seen. */
  readonly leaves?: readonly string[];
}

/** Another place that takes part in a finding. */
export interface Related {
  /** Absent: in the same document. */
  readonly uri?: string;
  /** The lines of that other document; absent: the span is the file's start. */
  readonly lines?: LineIndex;
  readonly span: Span;
  readonly pointer: string;
  readonly message: string;
}

/** What a schema can find wrong with a value, by the keyword of JSON Schema. */
export type SchemaKeyword = 'type' | 'const' | 'minimum' | 'maxProperties' | 'pattern' | 'contentEncoding';

/** One mistake at one place. */
export interface Finding {
  /** The smallest range that shows the mistake. */
  readonly span: Span;
  /** RFC 6901; a missing member's finding points at the object that lacks it. */
  readonly pointer: string;
  /** The names of the members that are missing, when that is the mistake. */
  readonly missing?: readonly string[];
  /** The object that lacks them, where the finding itself points elsewhere: at the misspelled name, say. */
  readonly missingFrom?: string;
  /** The same finding without some of the missing members, of which others speak; undefined where none is left. */
  readonly without?: (names: ReadonlySet<string>) => Finding | undefined;
  /** What the schema would say of the same fault of the same value: of the two the more severe is reported. */
  readonly covers?: readonly SchemaKeyword[];
  /** What stands there cannot be read as it was meant: whatever else is found about the same text follows from this. */
  readonly garbles?: boolean;
  readonly message: Message;
  /** The digests that the message shortens, whole, in its order. */
  readonly digests?: readonly string[];
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly clause?: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/** What a check has to say: nothing, one thing or several. */
export type Found = Finding | Iterable<Finding> | undefined;

/**
 * What a check may know of the document around the thing that it looks at. What it finds is kept with the thing for as long
 * as this and the thing's own text stay the same, wherever the thing then stands.
 */
export interface Surroundings {
  readonly kind: Kind;
  readonly hints: KindHints;
  /** Whether the document lists the images of a layout, from which readers choose by name. */
  readonly isLayoutIndex: boolean;
  /** For the edits of fixes, which look at the text of the thing only. */
  readonly json: JsonDocument;
  /** What was derived from texts that many things have in common. */
  readonly derived: Map<unknown, unknown>;
}

/**
 * A rule that reads one document only, at every keystroke. Its checks say what it looks at: each is asked about every such
 * thing of a document, and again only about those that an edit changed. They never throw and never recurse without a bound.
 */
export interface DocumentRule {
  readonly meta: RuleMeta;
  /**
   * The members of descriptors that the checks read. `check` may also read what stands outside of descriptors. Where nothing
   * of it has changed, a rule that had no findings is not asked again. Absent: anything. `checkOddMember` and `checkObject` are
   * always asked.
   */
  readonly reads?: readonly DescriptorMember[];
  /** Well-formed or not. */
  checkDescriptor?(descriptor: DescriptorParts, around: Surroundings): Found;
  /** The platform of a descriptor, or an image config, which is one. */
  checkPlatform?(platform: WrittenPlatform, around: Surroundings): Found;
  checkAnnotation?(annotation: WrittenAnnotation, around: Surroundings): Found;
  /** Whether annotations of a key are to be checked: thousands of them have few keys. */
  concernsKey?(key: string): boolean;
  checkOddMember?(odd: OddMember, around: Surroundings): Found;
  checkObject?(object: JsonNode, around: Surroundings): Found;
  /** The document as a whole: what concerns its root, or compares its parts. */
  check?(document: OciDocument): Iterable<Finding>;
}

/** A rule that can be asked by itself about a whole document. */
export type WholeRule = DocumentRule & Required<Pick<DocumentRule, 'check'>>;

/** A document with what its descriptors point at: what content rules read. */
export interface ContentReading {
  readonly document: OciDocument;
  /** Each well-formed descriptor with its content, in the order of the document. */
  readonly targets: readonly Target[];
  /** The layout that the document belongs to. */
  readonly layout: Layout | undefined;
  /** Whether the layout itself is looked at, not only this document of it. */
  readonly isLayoutChecked: boolean;
  readonly contents: Contents;
  readonly depth: Depth;
}

/** A rule that also asks for the content behind descriptors: on open, on save, on file events and on the command line. */
export interface ContentRule {
  readonly meta: RuleMeta;
  /** Rejects when cancelled. */
  checkContent(reading: ContentReading, signal?: AbortSignal): AsyncIterable<Finding> | Iterable<Finding>;
}
