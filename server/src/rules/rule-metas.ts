import { contentRules, documentRules } from './index.ts';
import type { RuleMeta } from './rule.ts';
import { unknownDocument } from './unknown-document.ts';

/** Everything that can be set, listed and linked to: what each rule is, without what it does. */
export const ruleMetas: readonly RuleMeta[] = [
  ...[...documentRules, ...contentRules].map(({ meta }) => meta),
  unknownDocument,
];

/** By id. */
export const ruleMetaById: ReadonlyMap<string, RuleMeta> = new Map(ruleMetas.map((meta) => [meta.id, meta]));
