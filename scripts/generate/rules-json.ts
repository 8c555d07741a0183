import { readFileSync } from 'node:fs';
import { ruleMetas } from '../../server/src/rules/rule-metas.ts';
import { ruleUrlOf } from '../../server/src/rules/support/rule-url.ts';

/** Every rule with its page: what `oci-lint explain` shows offline. */
export function rulesJson(): string {
  const rules = ruleMetas.map((meta) => ({ ...meta, url: ruleUrlOf(meta.id), page: pageOf(meta.id) }));
  return JSON.stringify(rules.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

/** What is expected of files has its page in the configuration's. */
function pageOf(id: string): string {
  return readFileSync(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8');
}
