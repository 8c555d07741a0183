import { readFile, writeFile } from 'node:fs/promises';
import { mistakes, workingRules } from '../../server/src/tools/instructions.ts';

const file = new URL('../../docs/package/AGENTS.md', import.meta.url);

/** Writes what models are told that work without the tools' own instructions: `docs/package/AGENTS.md`. */
export async function generateAgents(): Promise<void> {
  const items = await Promise.all(mistakes().map(async ({ id }) => itemOf(id, await pageOf(id))));
  await writeFile(file, agentsText(items));
}

function pageOf(id: string): Promise<string> {
  return readFile(new URL(`../../docs/rules/${id}.md`, import.meta.url), 'utf8');
}

/** A rule in a line: the fault, and the first thing that its page says to do. */
function itemOf(id: string, page: string): string {
  const title = page.split('\n\n')[1] ?? '';
  const remedy = /^\*\*What to do\.\*\* ((?:.+\n)+)/m.exec(page)?.[1]?.trim().replaceAll('\n', ' ');
  if (remedy === undefined) throw new Error(`docs/rules/${id}.md does not say what to do`);
  const first = /^.*?[.:](?= [A-Z`]|$)/.exec(remedy)?.[0] ?? remedy;
  return `- \`${id}\`: ${title} ${first}`;
}

function agentsText(items: readonly string[]): string {
  return `# OCI documents: instructions for language models

Image indexes, manifests, configs and layouts of the OCI image specification are content-addressed JSON. \`oci-lint\` checks them
and computes what cannot be computed in the head. Made by \`npm run generate\` from the rule pages.

## How to work

The tools are those of \`oci-lint mcp\`. On the command line they are \`oci-lint --format agent PATH\`, \`oci-lint explain RULE\`,
\`oci-lint tree\`, \`graph\`, \`diff\`, \`rehash\` and \`new\`, and \`--fix-dry-run\` for \`fix\`.

${workingRules.map((rule) => `- ${rule}`).join('\n')}

## Errors in every profile

${items.join('\n')}
`;
}
