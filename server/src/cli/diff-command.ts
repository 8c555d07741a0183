import { unpackBudget } from '../content/archive/uncompressed.ts';
import type { Difference } from '../content/difference/change.ts';
import type { Comparison } from '../content/difference/comparison.ts';
import { compareContent } from '../content/difference/content-changes.ts';
import { compareDocuments } from '../content/difference/document-difference.ts';
import { differenceSentence } from '../features/difference-sentence.ts';
import { differenceText } from '../features/difference-text.ts';
import { startNodeHash } from '../node/hashing.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { type Argument, readArguments } from './command-arguments.ts';
import { type DiffSide, diffSide } from './diff-side.ts';
import { complain, type ExitStatus } from './exit-status.ts';
import { printableLines } from './formats/printable.ts';
import { maxDecompressed } from './image-input.ts';
import { streamOutput } from './output.ts';
import type { Shell } from './shell.ts';

const usage = 'oci-lint diff A B [--semantic] [--format text|json]';

const known: Readonly<Record<string, Argument>> = {
  '--semantic': {},
  '--format': { values: ['text', 'json'] },
};

/**
 * `oci-lint diff A B`: why two digests differ. Status 0 where nothing does (with `--semantic`, nothing but what a second build
 * changes), 1 where something does, 2 where not everything could be compared.
 */
export async function diffCommand(args: readonly string[], shell: Shell): Promise<ExitStatus> {
  const { paths, options } = readArguments('diff', args, known, usage);
  const [one, other, ...rest] = paths;
  if (one === undefined || other === undefined || rest.length > 0)
    throw new CliError(`diff requires two paths. Usage: ${usage}`);
  if (one === '-' && other === '-') throw new CliError('standard input can be only one of the two');
  const [a, b] = [await diffSide(one, shell), await diffSide(other, shell)];
  const difference = await differenceOf(a, b, [one, other]);
  const isSemantic = options.has('--semantic');
  const changes = isSemantic ? difference.changes.filter(({ isIncidental }) => !isIncidental) : difference.changes;
  const text =
    options.get('--format') === 'json'
      ? `${JSON.stringify({ version: 1, sentence: differenceSentence(difference, isSemantic), identical: difference.isIdentical, changes: changes.map(jsonOf), problems: difference.problems }, undefined, 2)}\n`
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
  const comparison: Comparison = {
    startHash: startNodeHash,
    budget: unpackBudget(maxDecompressed),
    changes: [],
    problems: [],
    hasPaths: false,
    isOfSeveral: false,
  };
  const { changes, problems } = comparison;
  try {
    if (a.blob !== undefined && b.blob !== undefined) {
      const place = { scope: [], part: 'content' };
      const isIdentical = await isSameBlob(a, b);
      const [one, other] = [
        { content: a.blob, contents: a.contents },
        { content: b.blob, contents: b.contents },
      ];
      if (!isIdentical) await compareContent(one, other, place, comparison);
      return { changes, problems, isIdentical, hasPaths: comparison.hasPaths, isOfSeveral: comparison.isOfSeveral };
    }
    if (a.blob !== undefined || b.blob !== undefined)
      throw new CliError(
        `${names[a.blob === undefined ? 1 : 0]} is not an OCI document, and ${names[a.blob === undefined ? 0 : 1]} is`,
      );
    const isSame = a.document.json.text === b.document.json.text;
    await compareDocuments(a, b, comparison);
    return {
      changes,
      problems,
      isIdentical: isSame && changes.length === 0,
      hasPaths: comparison.hasPaths,
      isOfSeveral: comparison.isOfSeveral,
    };
  } catch (error) {
    throw error instanceof CliError
      ? error
      : new CliError(`cannot compare ${names[0]} with ${names[1]}: ${reasonOf(error)}`);
  }
}

async function isSameBlob(a: DiffSide, b: DiffSide): Promise<boolean> {
  if (a.blob === undefined || b.blob === undefined || a.blob.size !== b.blob.size) return false;
  const [one, other] = [await a.contents.hash('sha256', a.blob), await b.contents.hash('sha256', b.blob)];
  return one !== undefined && one.hex === other?.hex;
}
