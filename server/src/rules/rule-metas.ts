import { ownEntry } from '../syntax/own-entry.ts';
import { contentRules, documentRules } from './index.ts';
import type { RuleMeta } from './rule.ts';
import { unknownDocument } from './support/unknown-document.ts';

/** The metadata of all rules, without their implementations: what can be set, listed and linked to. */
export const ruleMetas: readonly RuleMeta[] = [
  ...[...documentRules, ...contentRules].map(({ meta }) => meta),
  unknownDocument,
];

/** By id. */
export const ruleMetaById: ReadonlyMap<string, RuleMeta> = new Map(ruleMetas.map((meta) => [meta.id, meta]));

/** What settings may name. */
export const ruleIds: readonly string[] = ruleMetas.map(({ id }) => id);

/** Ids from before the release, still accepted on the command line. */
const formerIds: Readonly<Record<string, string>> = {
  'annotation-key-misspelt': 'annotation-key-misspelled',
  'media-type-misspelt': 'media-type-misspelled',
  'member-name-misspelt': 'member-name-misspelled',
};

/** The current id of a rule. */
export function currentRuleId(id: string): string {
  return ownEntry(formerIds, id) ?? id;
}
