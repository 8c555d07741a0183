import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '../config/did-you-mean.ts';
import { currentRuleId, ruleMetaById } from '../rules/rule-metas.ts';
import { CliError } from './cli-error.ts';
import type { ExitStatus } from './exit-status.ts';
import { printableLines } from './formats/printable.ts';
import { streamOutput } from './output.ts';
import type { Shell } from './shell.ts';

/** `oci-lint explain RULE`: prints a rule's page as of build time. */
export async function explainCommand([name, ...rest]: readonly string[], shell: Shell): Promise<ExitStatus> {
  if (name === undefined) throw new CliError('explain requires a rule. oci-lint --list-rules lists them.');
  if (rest.length > 0) throw new CliError(`unexpected argument ${JSON.stringify(rest[0])}`);
  const id = currentRuleId(name);
  if (!ruleMetaById.has(id))
    throw new CliError(`unknown rule ${JSON.stringify(name)}${didYouMean(id, ruleMetaById.keys(), '')}`);
  await streamOutput(shell.stdout).write(printableLines(pageOf(id)));
  return 0;
}

/** The pages are in a separate file, because few runs need them. */
function pageOf(id: string): string {
  const pages: unknown = JSON.parse(readFileSync(join(__dirname, '..', 'rules.json'), 'utf8'));
  const found = Array.isArray(pages) ? pages.find((page: { readonly id?: unknown }) => page.id === id) : undefined;
  return typeof found?.page === 'string' ? found.page : '';
}
