import { fileURLToPath } from 'node:url';
import { withArchives } from '../content/archive/archive-files.ts';
import { withOverlay } from '../content/archive/overlay-files.ts';
import { unpackBudget } from '../content/archive/uncompressed.ts';
import { type Contents, createContents } from '../content/stores/contents.ts';
import { type DocumentReport, eachDiagnosticOf } from '../library/diagnostic.ts';
import { checkParts, fixableOf, type Judge, type Repaired, repair } from '../library/repair.ts';
import { fileDiff } from '../library/unified-diff.ts';
import { createLint } from '../lint/alike.ts';
import { check } from '../lint/check.ts';
import { type Accepted, nothingAccepted } from '../lint/lint-accepted.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import { diskFilesNow } from '../node/files-now.ts';
import { startNodeHash } from '../node/hashing.ts';
import { expectLongRun } from '../node/long-run.ts';
import { createFileWriter, type FileWriter } from '../node/write-file.ts';
import { grouped } from '../protocol/counted.ts';
import { type AcceptedOf, acceptedFor } from './accepted.ts';
import type { Archives } from './archives.ts';
import { CliError } from './cli-error.ts';
import { complain, type ExitStatus } from './exit-status.ts';
import { printableLines } from './formats/printable.ts';
import { reporters } from './formats/reporters.ts';
import { statistics } from './formats/statistics.ts';
import type { Reporter } from './formats.ts';
import { inChunks } from './in-chunks.ts';
import type { LayoutRead } from './layout-read.ts';
import { type Options, severities } from './options.ts';
import { type Output, streamOutput } from './output.ts';
import { type OutputFile, openOutputFile } from './output-file.ts';
import { shownPath } from './paths.ts';
import { noProgress, progressOn } from './progress.ts';
import { writeBack } from './repair.ts';
import { emptyTally, type Tally, withReport } from './report.ts';
import { settingsFor } from './settings.ts';
import { pageOf, type Shell } from './shell.ts';
import type { Source } from './source.ts';
import { sourcesOf } from './sources.ts';
import { type BaselineMaker, baselineMaker } from './write-baseline.ts';

/** `oci-lint [path...]`: checks documents and reports on each in turn. */
export async function lintCommand(options: Options, shell: Shell): Promise<ExitStatus> {
  const run = runOf(options, shell);
  try {
    const tally = await lintAll(run);
    // An empty report of a run that failed would look like one without findings.
    if (run.problems.size === 0 || run.outputFile?.isEmpty !== true) run.output.commit();
    return statusOf(tally, run);
  } finally {
    run.progress.end();
    run.output.close();
  }
}

/** The state of a run. */
interface Run {
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

function runOf(options: Options, shell: Shell): Run {
  const writer = createFileWriter((path, message) => complain(shell, `${shownPath(path, shell.cwd)}: ${message}`));
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
    contents: createContents(files, startNodeHash, undefined, undefined, budget),
    archives: { files, hold: held.put, startHash: startNodeHash, budget },
    lint: createLint(),
    acceptedOf,
    baseline,
    writer,
    problems: new Set(),
  };
}

/** After this many documents, expect many more. */
const many = 8;

/** Checks documents as they are found and reports each immediately, without keeping any. */
async function lintAll(run: Run): Promise<Tally> {
  const { options, shell, reporter } = run;
  const { cwd } = shell;
  const { kind, stdinFilename } = options;
  const search = {
    cwd,
    contents: run.contents,
    archives: run.archives,
    verify: options.verify,
    isSinceCommit: typeof options.changed === 'object',
    onLayout: (read: LayoutRead) => layouts.push(read),
    settingsOf: settingsFor(options, cwd, shell.tops),
    readStdin: shell.readStdin,
    onProblem: (error: CliError) => tell(run, error),
    ...(shell.tops === undefined ? {} : { tops: shell.tops }),
    ...(kind === undefined ? {} : { kind }),
    ...(stdinFilename === undefined ? {} : { stdinFilename }),
  };
  const layouts: LayoutRead[] = [];
  let tally = emptyTally;
  const isSelected = await selectionOf(options.changed, cwd);
  await write(run, reporter.begin());
  let count = 0;
  for await (const source of sourcesOf(options.paths, search)) {
    if (!isSelected(source)) continue;
    if (++count === many) expectLongRun();
    run.outputFile?.assertNot(source);
    const reports = await reportsOn(source, run);
    // A blob without findings is not a document and is not reported.
    if (source.isOpaque === true && reports.every(({ findings }) => findings.length === 0)) continue;
    run.baseline?.add(
      source.path,
      reports.flatMap(({ findings }) => findings),
    );
    for (const { report, findings, repaired } of reports) {
      tally = withReport(tally, report, findings, repaired);
      const diagnostics = eachDiagnosticOf(report, (uri) => shownUri(uri, cwd));
      for (const text of inChunks(reporter.document({ ...report, diagnostics }))) await write(run, text);
    }
    run.progress.step();
  }
  run.progress.end();
  if (run.baseline !== undefined && run.problems.size === 0) complain(shell, run.baseline.write());
  // What is left after fixing is not fixable.
  const left = options.fix === 'no' ? tally : { ...tally, fixable: 0 };
  await write(run, reporter.end({ ...left, layouts, problems: [...run.problems] }));
  return tally;
}

/** Only runs git if `--changed` is given. */
async function selectionOf(changed: Options['changed'], cwd: string): Promise<(source: Source) => boolean> {
  if (changed === undefined) return () => true;
  const { changedFiles, isChanged } = await import('./changed-files.ts');
  const paths = changedFiles(changed, cwd);
  return (source) => isChanged(source, paths);
}

interface Reported {
  readonly report: DocumentReport;
  /** All findings, reported or not. */
  readonly findings: readonly LintFinding[];
  readonly repaired: number;
}

async function reportsOn(original: Source, run: Run): Promise<readonly Reported[]> {
  const { fix, quiet } = run.options;
  const { source, parts, count } = fix === 'no' ? await unrepaired(original, run) : await repairInto(original, run);
  // What is left after a repair is not fixable.
  const fixable = fix === 'no' ? await fixableOf(source, parts, judgeOf(run)) : new Set<LintFinding>();
  return parts.map(({ document, findings }, position) => {
    const reported = quiet ? findings.filter(({ severity }) => severity === 'error') : findings;
    const { shown: path, isReadOnly = false } = source;
    const report = { path, document, findings: reported, fixable, isReadOnly };
    // Count the fixes of a file only once.
    return { report, findings, repaired: position === 0 ? count : 0 };
  });
}

async function unrepaired(source: Source, run: Run): Promise<Repaired<Source>> {
  return { source, parts: await checkParts(source, judgeOf(run)), count: 0 };
}

function judgeOf(run: Run): Judge<Source> {
  return (source) => checkIn(source, run);
}

/** The findings in a source, except accepted ones. */
async function checkIn(source: Source, run: Run) {
  const { document, settings, isNamed, isOfLayout = false } = source;
  const depth = run.options.verify ? 'all' : 'sizes';
  const checkOptions = {
    contents: run.contents,
    depth,
    isLayoutChecked: isOfLayout,
    isNamed,
    rules: settings.rules,
    lint: run.lint,
  } as const;
  return check(document, { ...checkOptions, accepted: acceptedIn(source, run) });
}

function acceptedIn(source: Source, run: Run): Accepted {
  try {
    return run.acceptedOf(source);
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    tell(run, error);
    return nothingAccepted;
  }
}

/** Repairs a source, and writes it or prints a diff. */
async function repairInto(original: Source, run: Run): Promise<Repaired<Source>> {
  const repaired = await repair(original, judgeOf(run));
  if (repaired.count === 0) return repaired;
  if (run.options.fix === 'diff') {
    run.progress.clear();
    const diff = fileDiff(original.shown, original.bytes, repaired.source.bytes);
    await run.diffs.write(printableLines(diff));
    return repaired;
  }
  try {
    writeBack(repaired.source, original.bytes, run.writer);
    return repaired;
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    tell(run, error);
    return unrepaired(original, run);
  }
}

function statusOf({ found }: Tally, { problems, options, shell }: Run): ExitStatus {
  const { failOn, isExitZero, maxWarnings } = options;
  if (problems.size > 0) return 2;
  if (isExitZero) return 0;
  if (severities.slice(0, severities.indexOf(failOn) + 1).some((severity) => found[severity] > 0)) return 1;
  if (found.warning <= maxWarnings) return 0;
  complain(shell, `too many warnings: ${grouped(found.warning)} found, --max-warnings is ${maxWarnings}`);
  return 1;
}

function tell(
  { problems, progress, shell }: Pick<Run, 'problems' | 'progress' | 'shell'>,
  { message }: CliError,
): void {
  progress.clear();
  if (!problems.has(message)) complain(shell, message);
  problems.add(message);
}

function write({ output, progress }: Run, text: string): Promise<void> {
  if (text !== '') progress.clear();
  return output.write(text);
}

function shownUri(uri: string, cwd: string): string {
  return uri.startsWith('file:') ? shownPath(fileURLToPath(uri), cwd) : uri;
}
