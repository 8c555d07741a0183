import { everyRule } from './generated/rule-list.ts';
import type { ContentRule, DocumentRule } from './rule.ts';

/** Every document rule. The schema comes last: a more precise rule takes its place. */
export const documentRules: readonly DocumentRule[] = everyRule
  .filter((rule): rule is DocumentRule => !('checkContent' in rule))
  .sort((a, b) => Number(a.meta.id === 'schema') - Number(b.meta.id === 'schema'));

/** Every content rule. */
export const contentRules: readonly ContentRule[] = everyRule.filter(
  (rule): rule is ContentRule => 'checkContent' in rule,
);
