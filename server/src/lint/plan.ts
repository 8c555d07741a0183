import type { KindHints } from '../oci/decide-kind.ts';
import type { Kind } from '../oci/kind.ts';
import { documentRules } from '../rules/index.ts';
import type { DocumentRule } from '../rules/rule.ts';
import { appliesTo, isOn, type RuleSettings } from '../rules/support/settings.ts';

export interface PlannedRule<Rule extends DocumentRule = DocumentRule> {
  readonly rule: Rule;
  /** A rule that the user turned off still speaks for its faults, or the schema would say the same in its stead. */
  readonly isSilent: boolean;
  /** Its place among the rules of the plan. */
  readonly order: number;
}

type Asked<Name extends keyof DocumentRule> = DocumentRule & Required<Pick<DocumentRule, Name>>;

/** The rules to run, also by what they look at. */
export interface Plan {
  readonly kind: Kind;
  readonly rules: readonly PlannedRule[];
  readonly ofDescriptors: readonly PlannedRule<Asked<'checkDescriptor'>>[];
  readonly ofPlatforms: readonly PlannedRule<Asked<'checkPlatform'>>[];
  readonly ofAnnotations: readonly PlannedRule<Asked<'checkAnnotation'>>[];
  readonly ofOddMembers: readonly PlannedRule<Asked<'checkOddMember'>>[];
  readonly ofObjects: readonly PlannedRule<Asked<'checkObject'>>[];
  /** Those of them that a key concerns, as far as it was met. */
  readonly byKey: Map<string, Plan['ofAnnotations']>;
  /** What findings were kept under: another object for all that they depend on beside the text. */
  readonly keys: Key[];
}

/** What findings about a part of a document depend on beside its text. */
export interface Key {
  readonly hints: KindHints;
  readonly isLayoutIndex: boolean;
  readonly most: number;
}

const plans = new WeakMap<RuleSettings, Map<Kind, Plan>>();

/** The plan for documents of a kind, made once: the settings stay the same over many versions of a document. */
export function planFor(kind: Kind, settings: RuleSettings): Plan {
  const byKind = plans.get(settings) ?? new Map<Kind, Plan>();
  plans.set(settings, byKind);
  const known = byKind.get(kind);
  if (known !== undefined) return known;
  const rules = documentRules
    .filter((rule) => appliesTo(rule, kind))
    .map((rule) => ({ rule, isSilent: settings.levels.get(rule.meta.id) === 'off' }))
    .filter(({ rule, isSilent }) => isSilent || isOn(rule.meta, settings))
    .map((planned, order) => ({ ...planned, order }));
  const asking = <Name extends keyof DocumentRule>(name: Name) =>
    rules.filter((planned): planned is PlannedRule<Asked<Name>> => planned.rule[name] !== undefined);
  const plan: Plan = {
    kind,
    rules,
    ofDescriptors: asking('checkDescriptor'),
    ofPlatforms: asking('checkPlatform'),
    ofAnnotations: asking('checkAnnotation'),
    ofOddMembers: asking('checkOddMember'),
    ofObjects: asking('checkObject'),
    byKey: new Map(),
    keys: [],
  };
  byKind.set(kind, plan);
  return plan;
}

/** Enough for the documents that are open; what is forgotten is judged anew. */
const mostKeys = 64;

/** The key of these circumstances: the same object for the same ones. */
export function keyIn({ keys }: Plan, circumstances: Key): Key {
  const known = keys.find((key) => isSame(key, circumstances));
  if (known !== undefined) return known;
  if (keys.length === mostKeys) keys.shift();
  keys.push(circumstances);
  return circumstances;
}

const named = ['associated', 'fenced', 'path', 'pointedAs', 'isBlob', 'isOfErofs', 'ownTypes'] as const;

function isSame(a: Key, b: Key): boolean {
  const isSameOutside = a.isLayoutIndex === b.isLayoutIndex && a.most === b.most;
  return isSameOutside && (a.hints === b.hints || named.every((name) => a.hints[name] === b.hints[name]));
}
