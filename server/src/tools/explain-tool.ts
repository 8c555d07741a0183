import { didYouMean } from '../config/did-you-mean.ts';
import { currentRuleId, ruleMetaById } from '../rules/rule-metas.ts';
import { ruleUrlOf } from '../rules/support/rule-url.ts';
import { type Input, Refusal, requiredText } from './input.ts';
import type { ToolContext } from './tool-context.ts';

/** A rule's page without its examples. */
export async function explainTool(input: Input, context: ToolContext): Promise<string> {
  const name = requiredText(input, 'rule');
  const id = currentRuleId(name);
  const meta = ruleMetaById.get(id);
  if (meta === undefined)
    throw new Refusal(`unknown rule ${JSON.stringify(name)}${didYouMean(id, ruleMetaById.keys(), '')}`);
  const pages: unknown = JSON.parse((await context.rulePages()) ?? '{}');
  const page = (pages as Readonly<Record<string, unknown>>)[id];
  return typeof page === 'string' ? page : `# ${id}\n\n${meta.title}.\n\n${ruleUrlOf(id)}\n`;
}
