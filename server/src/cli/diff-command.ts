import { unpackBudget } from '../content/archive/uncompressed.ts';
import type { Difference } from '../content/difference/change.ts';
import { blobsDifference, documentsDifference } from '../content/difference/difference-of.ts';
import { differenceSentence } from '../features/difference-sentence.ts';
import { differenceText } from '../features/difference-text.ts';
import { startNodeHash } from '../node/hashing.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { type Argument, readArguments } from './command-arguments.ts';
import { type DiffSide, diffSide } from './diff-side.ts';
import { complain, type ExitStatus } from './exit-status.ts';
import { inertJson, printableLines } from './formats/printable.ts';
import { maxDecompressed } from './image-input.ts';
import { streamOutput } from './output.ts';
import type { Shell } from './shell.ts';

const usage = 'oci-lint diff A B [--semantic] [--format text|json]';

const known: Readonly<Record<string, Argument>> = {
  '--semantic': {},
  '--format': { values: ['text', 'json'] },
};

/**
 * `oci-lint diff A B`: explains why two digests differ. Status 0 if nothing differs (with `--semantic`, nothing except
 * what a rebuild changes), 1 if something does, 2 if the comparison is incomplete.
 */
export async function diffCommand(args: readonly string[], shell: Shell): Promise<ExitStatus> {
  const { paths, options } = readArguments('diff', args, known, usage);
  const [one, other, ...rest] = paths;
  if (one === undefined || other === undefined || rest.length > 0)
    throw new CliError(`diff requires two paths. Usage: ${usage}`);
  if (one === '-' && other === '-') throw new CliError('only one of the two can be standard input');
  const [a, b] = [await diffSide(one, shell), await diffSide(other, shell)];
  const difference = await differenceOf(a, b, [one, other]);
  const isSemantic = options.has('--semantic');
  const changes = isSemantic ? difference.changes.filter(({ isIncidental }) => !isIncidental) : difference.changes;
  const text =
    options.get('--format') === 'json'
      ? `${inertJson({ version: 1, sentence: differenceSentence(difference, isSemantic), identical: difference.isIdentical, changes: changes.map(jsonOf), problems: difference.problems }, 2)}\n`
      : printableLines(differenceText(difference, changes, isSemantic));
  await streamOutput(shell.stdout).write(text);
  for (const problem of difference.problems) complain(shell, `${problem}.`);
  if (difference.problems.length > 0) return 2;
  return difference.isIdentical || changes.length === 0 ? 0 : 1;
}

function jsonOf({ isIncidental, ...change }: Difference['changes'][number]): object {
  return { ...change, incidental: isIncidental };
}

async function differenceOf(a: DiffSide, b: DiffSide, names: readonly [string, string]): Promise<Difference> {
  const means = { startHash: startNodeHash, budget: unpackBudget(maxDecompressed) };
  try {
    if (a.blob !== undefined && b.blob !== undefined) {
      const [one, other] = [
        { content: a.blob, contents: a.contents },
        { content: b.blob, contents: b.contents },
      ];
      return await blobsDifference(one, other, means);
    }
    if (a.blob !== undefined) throw new CliError(`cannot compare with ${names[1]}: ${a.why}`);
    if (b.blob !== undefined) throw new CliError(`cannot compare with ${names[0]}: ${b.why}`);
    return await documentsDifference(a, b, means);
  } catch (error) {
    throw error instanceof CliError
      ? error
      : new CliError(`cannot compare ${names[0]} with ${names[1]}: ${reasonOf(error)}`);
  }
}
