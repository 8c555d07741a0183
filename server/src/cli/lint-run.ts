import { withArchives } from '../content/archive/archive-files.ts';
import { withOverlay } from '../content/archive/overlay-files.ts';
import { unpackBudget } from '../content/archive/uncompressed.ts';
import { type Contents, createContents } from '../content/stores/contents.ts';
import { createLint } from '../lint/alike.ts';
import { diskFilesNow } from '../node/files-now.ts';
import { startNodeHash } from '../node/hashing.ts';
import type { FileWriter } from '../node/write-file.ts';
import { type AcceptedOf, acceptedFor } from './accepted.ts';
import type { Archives } from './archives.ts';
import type { CliError } from './cli-error.ts';
import { complain } from './exit-status.ts';
import { fileWriterFor } from './file-writer.ts';
import { reporters } from './formats/reporters.ts';
import { statistics } from './formats/statistics.ts';
import type { Reporter } from './formats.ts';
import type { Options } from './options.ts';
import { type Output, streamOutput } from './output.ts';
import { type OutputFile, openOutputFile } from './output-file.ts';
import { noProgress, progressOn } from './progress.ts';
import { pageOf, type Shell } from './shell.ts';
import { type BaselineMaker, baselineMaker } from './write-baseline.ts';

/** The state of a run. */
export interface Run {
  readonly options: Options;
  readonly shell: Shell;
  readonly reporter: Reporter;
  /** Destination of the report. */
  readonly output: Output;
  /** The same, if it is a file. */
  readonly outputFile: OutputFile | undefined;
  /** Destination of `--fix-dry-run` diffs. */
  readonly diffs: Output;
  readonly progress: ReturnType<typeof progressOn>;
  readonly contents: Contents;
  readonly archives: Archives;
  readonly lint: ReturnType<typeof createLint>;
  readonly acceptedOf: AcceptedOf;
  readonly baseline: BaselineMaker | undefined;
  /** Writes changed files. */
  readonly writer: FileWriter;
  /** Operations that failed. */
  readonly problems: Set<string>;
}

/** Starts a run. Throws a CliError before anything is written if an option cannot be satisfied. */
export function runOf(options: Options, shell: Shell): Run {
  const writer = fileWriterFor(shell);
  // Standard output is reserved for the diff, so that it can be piped. The report goes to standard error.
  const stream = options.fix === 'diff' ? shell.stderr : shell.stdout;
  const acceptedOf = acceptedFor(options, shell.cwd, shell.tops);
  const baseline = baselineMaker(options, shell.cwd, writer);
  const held = withOverlay(shell.files ?? diskFilesNow);
  const [files, budget] = [withArchives(held), unpackBudget(options.maxDecompressed)];
  const startReport = (options.statistics ? statistics[options.format] : undefined) ?? reporters[options.format];
  // Last, so that no failure above leaves a draft behind.
  const outputFile = options.outputFile === undefined ? undefined : openOutputFile(options.outputFile, options, shell);
  return {
    options,
    shell,
    reporter: startReport(pageOf(stream, shell, options)),
    output: outputFile ?? streamOutput(stream),
    outputFile,
    diffs: streamOutput(shell.stdout),
    progress: shell.stderr.isTTY ? progressOn(shell.stderr) : noProgress,
    contents: createContents(files, startNodeHash, { budget }),
    archives: { files, hold: held.put, startHash: startNodeHash, budget },
    lint: createLint(),
    acceptedOf,
    baseline,
    writer,
    problems: new Set(),
  };
}

/** Reports a failed operation, each once. The run goes on and exits with status 2. */
export function reportProblem({ problems, progress, shell }: Run, { message }: CliError): void {
  progress.clear();
  if (!problems.has(message)) complain(shell, message);
  problems.add(message);
}

/** Says on standard error what is no finding. */
export function remark({ options, progress, shell }: Run, message: string): void {
  if (options.quiet) return;
  progress.clear();
  complain(shell, message);
}

/** Writes a part of the report. */
export function write({ output, progress }: Run, text: string): Promise<void> {
  if (text !== '') progress.clear();
  return output.write(text);
}
