import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';

const room = new URL('../../server/src/rules/', import.meta.url);

/**
 * Writes `rules/generated/rule-list.ts` with every rule in its topic's folder. The order of topics is that of findings
 * at the same location.
 */
export async function generateRuleList(): Promise<void> {
  await mkdir(new URL('generated/', room), { recursive: true });
  await writeFile(new URL('generated/rule-list.ts', room), await ruleList());
}

/** Folders without rules. */
const others = ['support', 'generated'];

async function ruleList(): Promise<string> {
  const topics = (await readdir(room, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !others.includes(entry.name))
    .map(({ name }) => name)
    .sort((a, b) => Number(b === 'text') - Number(a === 'text') || a.localeCompare(b, 'en'));
  const files = await Promise.all(
    topics.map(async (topic) => (await readdir(new URL(topic, room))).sort().map((file) => `${topic}/${file}`)),
  );
  const rules = files.flat().map((file) => ({ file, name: camelCase(basename(file, '.ts')) }));
  return [
    '// Made by `npm run generate` from the folders beside this one.',
    "import type { ContentRule, DocumentRule } from '../rule.ts';",
    ...rules.map(({ file, name }) => `import { ${name} } from '../${file}';`),
    '',
    'export const everyRule: readonly (ContentRule | DocumentRule)[] = [',
    ...rules.map(({ name }) => `  ${name},`),
    '];',
    '',
  ].join('\n');
}

function camelCase(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
