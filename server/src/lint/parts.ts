import type { OciDocument } from '../oci/document.ts';
import type { AnnotationPlace } from '../oci/facts/annotation-info.ts';
import type { DocumentRule, Finding, Found, Surroundings } from '../rules/rule.ts';
import type { DescriptorParts, Form, Marks } from '../rules/support/descriptor-part-members.ts';
import { descriptorPartsOf, isDescriptorIn } from '../rules/support/descriptor-parts.ts';
import { type OddMember, oddMembersOfDescriptor, ownOddMembersOf } from '../rules/support/known-members.ts';
import { bitsBetween, everyBit } from '../rules/support/member-marks.ts';
import { annotationIn, annotationPlaceOf, ownAnnotationsOf, ownPlaceOf } from '../rules/support/written-annotations.ts';
import { ownPlatformOf, platformAt, type WrittenPlatform } from '../rules/support/written-platforms.ts';
import { succeeding } from '../syntax/kept.ts';
import { pointerOf } from '../syntax/pointer.ts';
import { countingMembersOf, type JsonNode, startOf } from '../syntax/tree.ts';
import { objectsOf } from '../syntax/walk.ts';
import { moved, type ValuePosition } from './moved.ts';
import { type FindingPacker, fewFindings } from './packed-finding.ts';
import type { Key, Plan, PlannedRule } from './plan.ts';
import { isUnchanged } from './quiet.ts';

/** Findings in one descriptor, and its position at that time. */
interface Judged extends ValuePosition {
  readonly key: Key;
  readonly marks: Marks;
  readonly found: readonly PartFinding[];
}

interface PartFinding {
  readonly order: number;
  readonly finding: Finding;
}

const judged = succeeding<Judged>();
const nothing: readonly PartFinding[] = [];
const noneOdd: readonly OddMember[] = [];

export interface PartFindings {
  /** Indexed by the rule's order in the plan. */
  readonly byOrder: readonly (readonly Finding[] | undefined)[];
  /** Whether some are in parts outside of descriptors. */
  readonly hasOwn: boolean;
}

/**
 * Runs the rules that check parts of a document. Findings are cached per descriptor: an unchanged descriptor in a later
 * version has the same findings at a new position.
 */
export function* partFindings(
  document: OciDocument,
  plan: Plan,
  key: Key,
  areOwnPartsQuiet = false,
  packer?: FindingPacker,
): Generator<void, PartFindings> {
  const found: Finding[][] = [];
  const add = (order: number, finding: Finding): void => {
    const ofRule = found[order];
    if (ofRule === undefined) found[order] = [finding];
    else ofRule.push(finding);
  };
  const judge = new Judge(document, plan, key, packer);
  const own = areOwnPartsQuiet ? nothing : judge.ownParts();
  for (const { order, finding } of own) add(order, finding);
  for (const parts of descriptorPartsOf(document)) {
    const known = judged.of(parts.node);
    const isKnown = known?.key === key;
    if (!isKnown) yield;
    const from = isKnown ? known : judge.descriptor(parts);
    if (from.found.length === 0) continue;
    const to = positionOf(parts.node);
    for (const { order, finding } of from.found) add(order, moved(finding, from, to));
  }
  return { byOrder: found, hasOwn: own.length > 0 };
}

function positionOf(node: JsonNode): ValuePosition {
  return { start: startOf(node), pointer: pointerOf(node) };
}

function isAbout({ needs, ofType }: DocumentRule, parts: DescriptorParts): boolean {
  return (needs === undefined || parts[needs] !== undefined) && (ofType === undefined || ofType === parts.type);
}

/**
 * Total pointer characters: a pointer is as long as the names on its path, so in a hostile document pointers could take
 * far more memory than the text.
 */
const maxPointers = 10_000_000;

/** Maximum number of annotation keys to cache rules for: a hostile document may have any number of keys. */
const maxAnnotationKeys = 1000;

/** Pointers up to this length do not count against the limit. */
const usualPointer = 200;

class Judge {
  private found: PartFinding[] = [];
  private readonly counts = new Map<number, number>();
  private room = maxPointers;
  private total = 0;
  private readonly around: Surroundings;
  /**
   * Those of descriptors that have no findings, and only members that the schema knows; and whether rules concern keys
   * of their annotations.
   */
  private readonly faultlessForms = new Map<Form, boolean>();
  /** What was found before the edit in the descriptor that is being judged. */
  private last: Judged | undefined;
  /** The members that have changed since, as bits. */
  private changed = everyBit;
  /** Shared result for descriptors without findings, which are the vast majority. */
  private faultless: Judged | undefined;

  constructor(
    private readonly document: OciDocument,
    private readonly plan: Plan,
    private readonly key: Key,
    private readonly packer?: FindingPacker,
  ) {
    const { hints, json, derived } = document;
    this.around = { kind: plan.kind, hints, json, derived, isLayoutIndex: key.isLayoutIndex };
  }

  /** Parts outside of descriptors. */
  ownParts(): readonly PartFinding[] {
    const { document } = this;
    const platform = ownPlatformOf(document);
    if (platform !== undefined) this.platform(platform, this.plan.ofPlatforms);
    this.annotations(ownAnnotationsOf(document), ownPlaceOf(document));
    this.oddMembers(ownOddMembersOf(document));
    this.objects(document.root, isDescriptorIn(document));
    return this.taken();
  }

  descriptor(parts: DescriptorParts): Judged {
    const { node, platform, marks, form } = parts;
    const last = judged.last(node);
    this.last = last?.key === this.key ? last : undefined;
    this.changed = this.last === undefined ? everyBit : bitsBetween(this.last.marks, marks);
    /** Whether rules concern its annotations, if it is like one before. */
    const concerned = last === undefined && form !== undefined ? this.faultlessForms.get(form) : undefined;
    const isAlike = concerned !== undefined;
    const { ofDescriptors, ofPlatforms } = isAlike ? this.plan.ofAlike : this.plan;
    for (const planned of ofDescriptors) {
      const { rule } = planned;
      if (isAbout(rule, parts) && !this.isQuiet(planned)) this.add(planned, rule.checkDescriptor(parts, this.around));
    }
    if (ofPlatforms.length > 0 && platform?.value?.type === 'object') {
      this.platform(platformAt(platform.value), ofPlatforms);
    }
    const isConcerned = concerned !== false && this.annotations(parts.annotations, annotationPlaceOf(parts));
    const odd = isAlike ? noneOdd : oddMembersOfDescriptor(node, this.document);
    this.oddMembers(odd);
    if (!isAlike) this.objects(node);
    const found = this.taken();
    const result = found.length === 0 ? this.faultlessBy(marks) : { key: this.key, marks, found, ...positionOf(node) };
    // If the limit was reached, the findings may be incomplete. Packed ones cannot be moved.
    if (this.room < 0 || this.total > fewFindings) return result;
    judged.keep(node, result);
    if (form !== undefined && found.length + odd.length === 0) this.faultlessForms.set(form, isConcerned);
    return result;
  }

  private faultlessBy(marks: Marks): Judged {
    const known = this.faultless?.marks === marks ? this.faultless : undefined;
    this.faultless = known ?? { key: this.key, marks, found: nothing, start: 0, pointer: '' };
    return this.faultless;
  }

  /** Whether a rule had no finding about the descriptor before the edit, and would read the same. */
  private isQuiet({ reads, order }: PlannedRule): boolean {
    const { last, changed } = this;
    if (last === undefined || !isUnchanged(reads, changed)) return false;
    return last.found.length === 0 || !last.found.some((one) => one.order === order);
  }

  private platform(platform: WrittenPlatform, rules: Plan['ofPlatforms']): void {
    for (const planned of rules) {
      if (!this.isQuiet(planned)) this.add(planned, planned.rule.checkPlatform(platform, this.around));
    }
  }

  /** Returns whether rules concern any of them. */
  private annotations(annotations: JsonNode | undefined, place: AnnotationPlace): boolean {
    let isConcerned = false;
    for (const member of countingMembersOf(annotations)) {
      const rules = this.rulesForKey(member.name);
      if (rules.length === 0) continue;
      isConcerned = true;
      const annotation = annotationIn(member, place);
      for (const planned of rules) {
        if (!this.isQuiet(planned)) this.add(planned, planned.rule.checkAnnotation(annotation, this.around));
      }
    }
    return isConcerned;
  }

  /** Cached by key: documents have thousands of annotations but few distinct keys, and most keys concern no rule. */
  private rulesForKey(name: string): Plan['ofAnnotations'] {
    const { byKey, ofAnnotations } = this.plan;
    const known = byKey.get(name);
    if (known !== undefined) return known;
    const rules = ofAnnotations.filter(({ rule }) => rule.concernsKey?.(name) !== false);
    if (byKey.size < maxAnnotationKeys) byKey.set(name, rules);
    return rules;
  }

  private oddMembers(odd: readonly OddMember[]): void {
    for (const one of odd) {
      for (const planned of this.plan.ofOddMembers) this.add(planned, planned.rule.checkOddMember(one, this.around));
    }
  }

  private objects(root: JsonNode | undefined, isLeftOut?: (node: JsonNode) => boolean): void {
    if (this.plan.ofObjects.length === 0) return;
    for (const object of objectsOf(root, isLeftOut)) {
      for (const planned of this.plan.ofObjects) this.add(planned, planned.rule.checkObject(object, this.around));
    }
  }

  private add(planned: PlannedRule, found: Found): void {
    if (found === undefined) return;
    if (!(Symbol.iterator in found)) this.addOne(planned, found);
    else for (const finding of found) if (!this.addOne(planned, finding)) break;
  }

  /** Enforces the limit on findings per rule. */
  private addOne({ rule, order }: PlannedRule, finding: Finding): boolean {
    const count = this.counts.get(order) ?? 0;
    if (this.room < 0 || count >= this.key.maxPerRule) return false;
    this.counts.set(order, count + 1);
    this.room -= Math.max(0, finding.pointer.length - usualPointer);
    const isPacked = this.packer !== undefined && ++this.total > fewFindings;
    this.found.push({ order, finding: isPacked ? this.packer.pack(rule, finding) : finding });
    return true;
  }

  private taken(): readonly PartFinding[] {
    const { found } = this;
    if (found.length === 0) return nothing;
    this.found = [];
    this.counts.clear();
    return found;
  }
}
