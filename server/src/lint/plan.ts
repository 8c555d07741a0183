import type { KindHints } from '../oci/decide-kind.ts';
import type { OciDocument } from '../oci/document.ts';
import type { Kind } from '../oci/kind.ts';
import { hasTraits } from '../oci/kinds.ts';
import { documentRules } from '../rules/index.ts';
import type { DocumentRule } from '../rules/rule.ts';
import { readsOfAnnotations } from '../rules/support/descriptor-forms.ts';
import { bitsOf } from '../rules/support/descriptor-part-members.ts';
import { isLayoutIndex } from '../rules/support/index-entries.ts';
import { appliesTo, isOn, type RuleSettings } from '../rules/support/settings.ts';
import { type IsNewer, newerThan } from '../rules/support/spec-versions.ts';

export interface PlannedRule<Rule extends DocumentRule = DocumentRule> {
  readonly rule: Rule;
  /** The rule is off. It still claims its faults, or else the schema would report them instead. */
  readonly isSilent: boolean;
  /** Index of the rule in the plan. */
  readonly order: number;
  /** The members of descriptors that the rule says it reads, as bits. */
  readonly reads: number | undefined;
}

type Checking<Name extends keyof DocumentRule> = DocumentRule & Required<Pick<DocumentRule, Name>>;

/** The rules to run, grouped by what they check. */
export interface Plan {
  readonly kind: Kind;
  readonly rules: readonly PlannedRule[];
  /** For profiles that name a version of the specification. */
  readonly isNewer: IsNewer | undefined;
  readonly ofWhole: readonly PlannedRule<Checking<'check'>>[];
  readonly ofDescriptors: readonly PlannedRule<Checking<'checkDescriptor'>>[];
  readonly ofPlatforms: readonly PlannedRule<Checking<'checkPlatform'>>[];
  readonly ofAnnotations: readonly PlannedRule<Checking<'checkAnnotation'>>[];
  readonly ofOddMembers: readonly PlannedRule<Checking<'checkOddMember'>>[];
  readonly ofObjects: readonly PlannedRule<Checking<'checkObject'>>[];
  /** The rules that look at a descriptor of a form without findings. */
  readonly ofAlike: Pick<Plan, 'ofDescriptors' | 'ofPlatforms'>;
  /** The annotation rules by key, filled on demand. */
  readonly byKey: Map<string, Plan['ofAnnotations']>;
  /** Interned cache keys: one object for each set of conditions that findings depend on besides the text. */
  readonly keys: Key[];
}

/** What findings about a part depend on besides its text. */
export interface Key {
  readonly hints: KindHints;
  readonly isLayoutIndex: boolean;
  readonly maxPerRule: number;
}

function readsOpen({ reads = readsOfAnnotations }: PlannedRule): boolean {
  return (reads & readsOfAnnotations) !== 0;
}

const plans = new WeakMap<RuleSettings, Map<Kind, Plan>>();

/** The plan for a kind of document. Cached by settings, which rarely change. */
export function planFor(kind: Kind, settings: RuleSettings): Plan {
  const byKind = plans.get(settings) ?? new Map<Kind, Plan>();
  plans.set(settings, byKind);
  const known = byKind.get(kind);
  if (known !== undefined) return known;
  const rules = documentRules
    .filter((rule) => appliesTo(rule, kind))
    .map((rule) => ({ rule, isSilent: settings.levels.get(rule.meta.id) === 'off' }))
    .filter(({ rule, isSilent }) => isSilent || isOn(rule.meta, settings))
    .map((planned, order) => ({ ...planned, order, reads: planned.rule.reads && bitsOf(planned.rule.reads) }));
  const checking = <Name extends keyof DocumentRule>(name: Name) =>
    rules.filter((planned): planned is PlannedRule<Checking<Name>> => planned.rule[name] !== undefined);
  const [ofDescriptors, ofPlatforms] = [checking('checkDescriptor'), checking('checkPlatform')];
  const plan: Plan = {
    kind,
    rules,
    isNewer: newerThan(settings),
    ofWhole: checking('check'),
    ofDescriptors,
    ofPlatforms,
    ofAlike: { ofDescriptors: ofDescriptors.filter(readsOpen), ofPlatforms: ofPlatforms.filter(readsOpen) },
    ofAnnotations: checking('checkAnnotation'),
    ofOddMembers: checking('checkOddMember'),
    ofObjects: checking('checkObject'),
    byKey: new Map(),
    keys: [],
  };
  byKind.set(kind, plan);
  return plan;
}

/** Enough for open documents. Evicted keys only cause recomputation. */
const maxKeys = 64;

/** Interns a key: returns the identical object for equal conditions. */
export function keyOf(document: OciDocument, { keys }: Plan, maxPerRule: number): Key {
  const { hints, kind } = document;
  const circumstances: Key = {
    hints,
    isLayoutIndex: hasTraits(kind, 'lists-manifests') && isLayoutIndex(document),
    maxPerRule,
  };
  const known = keys.find((key) => isSame(key, circumstances));
  if (known !== undefined) return known;
  if (keys.length === maxKeys) keys.shift();
  keys.push(circumstances);
  return circumstances;
}

const named = ['associated', 'fenced', 'path', 'pointedAs', 'isBlob', 'isOfErofs', 'ownTypes'] as const;

function isSame(a: Key, b: Key): boolean {
  const isSameOutside = a.isLayoutIndex === b.isLayoutIndex && a.maxPerRule === b.maxPerRule;
  return isSameOutside && (a.hints === b.hints || named.every((name) => a.hints[name] === b.hints[name]));
}
