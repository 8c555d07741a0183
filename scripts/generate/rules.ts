import { writeFile } from 'node:fs/promises';
import { ruleMetas } from '../../server/src/rules/rule-metas.ts';
import { table } from './table.ts';

const tableFile = new URL('../../docs/rules.md', import.meta.url);

/** Writes `docs/rules.md`, the index of the rule pages. */
export async function generateRules(): Promise<void> {
  await writeFile(tableFile, ruleTable());
}

/** The page with a row per rule that links to its page. */
export function ruleTable(): string {
  const rows = ruleMetas.map(({ id, title, severity, profile, fixable }) => [
    `[${id}](rules/${id}.md)`,
    title,
    severity,
    `\`${profile}\``,
    fixable ? 'yes' : '',
  ]);
  return [
    '# Rules',
    `${ruleMetas.length} rules, each with a page: what, why, what to do, and examples, which are its tests. A profile has the rules of the ones before it: \`spec\` (what the specifications say), \`recommended\` (the default: and what is almost surely a mistake), \`portable\` (and what some consumers trip over), \`strict\` (everything). [Configuration](configuration.md) says how to choose. Made by \`npm run generate\`.`,
    table(['Rule', 'What it asks for', 'Severity', 'From profile', 'Fix'], rows),
  ]
    .join('\n\n')
    .concat('\n');
}
