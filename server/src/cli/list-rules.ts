import { kinds } from '../oci/kind.ts';
import { profiles, type RuleMeta } from '../rules/rule.ts';
import { ruleMetas } from '../rules/rule-metas.ts';
import { ruleUrlOf } from '../rules/support/rule-url.ts';
import { isOn } from '../rules/support/settings.ts';
import { isUnreleased } from '../rules/support/spec-versions.ts';

/** All rules as text, sorted by id. */
export function rulesAsText(): string {
  const width = Math.max(...ruleMetas.map(({ id }) => id.length));
  const lines = sorted().map((meta) => {
    const fixable = meta.fixable ? 'fixable' : '';
    const columns = [meta.id.padEnd(width), meta.severity.padEnd(11), meta.profile.padEnd(11), fixable.padEnd(7)];
    return `${columns.join('  ')}  ${meta.title}\n`;
  });
  return lines.join('');
}

/** All rules as JSON, sorted by id. */
export function rulesAsJson(): string {
  return `${JSON.stringify(sorted().map(toListed), undefined, 2)}\n`;
}

function toListed(meta: RuleMeta): object {
  const { id, title, clauses, fixable } = meta;
  const levels = profiles.map((profile) => {
    return [profile, isOn(meta, { profile, levels: new Map() }) ? meta.severity : 'off'] as const;
  });
  return {
    id,
    title,
    kinds: meta.kinds === 'any' ? kinds : meta.kinds,
    clauses,
    unreleasedClauses: clauses.filter(isUnreleased),
    severity: Object.fromEntries(levels),
    fixable,
    url: ruleUrlOf(id),
  };
}

function sorted(): readonly RuleMeta[] {
  return [...ruleMetas].sort((a, b) => (a.id < b.id ? -1 : 1));
}
