import { readFileSync } from 'node:fs';
import { ruleMetas } from '../../server/src/rules/rule-metas.ts';
import { ruleUrlOf } from '../../server/src/rules/support/rule-url.ts';

/** Every rule with its page, for `oci-lint explain`. */
export function rulesJson(): string {
  const rules = ruleMetas.map((meta) => ({ ...meta, url: ruleUrlOf(meta.id), page: pageOf(meta.id) }));
  return JSON.stringify(rules.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

/** Expectations are documented on the configuration page. */
function pageOf(id: string): string {
  return readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8');
}
