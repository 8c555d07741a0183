// `npm run new:rule ID [TOPIC]` writes a working rule, its page, which is its test, and regenerates dependent files.
// What the rule reports is a placeholder to replace.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const rules = `${root}server/src/rules`;
const topics = readdirSync(rules, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['generated', 'support'].includes(entry.name))
  .map(({ name }) => name);

const [id = '', topic = topicOf(id), ...rest] = process.argv.slice(2);
const problem = problemOf();
if (problem !== undefined) {
  console.error(`new:rule: ${problem}`);
  process.exit(2);
}
const files = { [`${rules}/${topic}/${id}.ts`]: ruleText(), [`${root}docs/rules/${id}.md`]: pageText() };
for (const [file, text] of Object.entries(files)) {
  writeFileSync(file, text);
  console.log(`wrote ${file.slice(root.length)}`);
}
execFileSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts'], { cwd: root, stdio: 'ignore' });
console.log(`
Next, implement the check in ${id}.ts, describe it in ${id}.md, and run
  node --import tsx --test --test-name-pattern '^${id}:' test/unit/rule-pages.test.ts`);

function problemOf(): string | undefined {
  if (rest.length > 0 || id === '')
    return 'expected an id and, optionally, a topic: npm run new:rule platform-os-retired';
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(id))
    return `"${id}" is not kebab case, the fault's subject first: layer-empty`;
  if (topic === undefined) return `no topic begins "${id}". Name one: ${topics.join(', ')}`;
  if (!topics.includes(topic)) return `unknown topic "${topic}" (expected ${topics.join(', ')})`;
  return existsSync(`${root}docs/rules/${id}.md`) ? `there is already a rule "${id}"` : undefined;
}

/** The longest topic that is a prefix of the id. */
function topicOf(name: string): string | undefined {
  return topics.filter((one) => name.startsWith(`${one}-`)).sort((a, b) => b.length - a.length)[0];
}

function ruleText(): string {
  const name = id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return `import type { DocumentRule } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const message = wording('TODO: the cause. The remedy.');

/** TODO: one sentence, with the clause or source. */
export const ${name}: DocumentRule = {
  meta: {
    id: '${id}',
    title: 'TODO: name the fault',
    kinds: ['index', 'manifest'],
    severity: 'information',
    profile: 'strict',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  concernsKey: (key) => key === 'com.example.todo',
  checkAnnotation({ member }) {
    return findingAtName(member, message);
  },
};
`;
}

function pageText(): string {
  const example = (annotations: string) => `\`\`\`json
{
  "schemaVersion": 2,
  "mediaType": "application/vnd.oci.image.index.v1+json",
${annotations}
  "manifests": []
}
\`\`\``;
  return `# ${id}

TODO: name the fault.

TODO: what goes wrong, and which clients it affects.

**What to do.** TODO

Severity: **information**, in the profile \`strict\`.

## Evidence

TODO: where this was seen, or a source. A rule with a clause has a section "Clause" instead.

## The fault

${example('  "annotations": { "com.example.todo": "" },\n//                 ^^^^^^^^^^^^^^^^^^ information: TODO: the cause. The remedy.')}

## Valid

${example('  "annotations": { "com.example.done": "" },')}
`;
}
