import { unpackBudget } from '../content/archive/uncompressed.ts';
import type { Difference } from '../content/difference/change.ts';
import { blobsDifference, documentsDifference } from '../content/difference/difference-of.ts';
import { differenceSentence } from '../features/difference-sentence.ts';
import { differenceText } from '../features/difference-text.ts';
import { printableLines } from '../features/printable.ts';
import { type Image, imageAt } from './documents.ts';
import { choiceIn, flagIn, type Input, objectIn, Refusal, requiredText, textIn } from './input.ts';
import type { ToolContext } from './tool-context.ts';

/** Limit on total decompressed bytes per comparison. */
const maxUnpacked = 4 * 1024 ** 3;

/** Explains why two images, layouts, documents or layers differ. */
export async function diffTool(input: Input, context: ToolContext): Promise<string> {
  const [a, b] = [await imageIn(input, 'a', context), await imageIn(input, 'b', context)];
  const isSemantic = flagIn(input, 'semantic');
  const difference = await differenceOf(a, b, context);
  const changes = isSemantic ? difference.changes.filter(({ isIncidental }) => !isIncidental) : difference.changes;
  if (choiceIn(input, 'format', ['text', 'json']) === 'text')
    return printableLines(differenceText(difference, changes, isSemantic));
  const report = {
    version: 1,
    sentence: differenceSentence(difference, isSemantic),
    identical: difference.isIdentical,
    changes: changes.map(({ isIncidental, ...change }) => ({ ...change, incidental: isIncidental })),
    problems: difference.problems,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

async function imageIn(input: Input, name: string, context: ToolContext): Promise<Image> {
  const one = objectIn(input, name);
  if (one === undefined) throw new Refusal(`${name} is required`);
  return imageAt(requiredText(one, 'path'), textIn(one, 'reference'), context);
}

async function differenceOf(a: Image, b: Image, { contents, host, signal }: ToolContext): Promise<Difference> {
  const means = { startHash: host.startHash, budget: unpackBudget(maxUnpacked), signal };
  if (a.document !== undefined && b.document !== undefined)
    return documentsDifference({ document: a.document, contents }, { document: b.document, contents }, means);
  if (a.document !== undefined || b.document !== undefined)
    throw new Refusal(`${a.document === undefined ? 'a' : 'b'} is not an OCI document, and the other one is`);
  return blobsDifference({ content: a.blob, contents }, { content: b.blob, contents }, means);
}
