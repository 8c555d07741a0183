import { type DocumentReport, eachDiagnosticOf } from '../library/diagnostic.ts';
import { checkParts, fixableOf, type Judge, type Repaired, repair } from '../library/repair.ts';
import { fileDiff } from '../library/unified-diff.ts';
import { check } from '../lint/check.ts';
import { type Accepted, nothingAccepted } from '../lint/lint-accepted.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import { expectLongRun } from '../node/long-run.ts';
import { grouped } from '../protocol/counted.ts';
import { CliError } from './cli-error.ts';
import { complain, type ExitStatus } from './exit-status.ts';
import { printableLines } from './formats/printable.ts';
import { inChunks } from './in-chunks.ts';
import type { LayoutRead } from './layout-read.ts';
import { type Run, remark, reportProblem, runOf, write } from './lint-run.ts';
import { type Options, severities } from './options.ts';
import { shownUri } from './paths.ts';
import { writeBack } from './repair.ts';
import { emptyTally, type Tally, withReport } from './report.ts';
import type { Search } from './search.ts';
import { settingsFor } from './settings.ts';
import type { Shell } from './shell.ts';
import type { Source } from './source.ts';
import { sourcesOf } from './sources.ts';

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

/** After this many documents, expect many more. */
const many = 8;

/** Checks documents as they are found and reports each immediately, without keeping any. */
async function lintAll(run: Run): Promise<Tally> {
  const { options, shell, reporter } = run;
  const layouts: LayoutRead[] = [];
  const search = searchOf(run, (read) => layouts.push(read));
  const isSelected = await selectionOf(options.changed, shell.cwd);
  await write(run, reporter.begin());
  let tally = emptyTally;
  let count = 0;
  for await (const source of sourcesOf(options.paths, search)) {
    if (!isSelected(source)) continue;
    if (++count === many) expectLongRun();
    tally = await lintSource(source, tally, run);
  }
  run.progress.end();
  if (run.baseline !== undefined && run.problems.size === 0) complain(shell, run.baseline.write());
  // What is left after fixing is not fixable.
  const left = options.fix === 'no' ? tally : { ...tally, fixable: 0 };
  await write(run, reporter.end({ ...left, layouts, problems: [...run.problems] }));
  return tally;
}

function searchOf(run: Run, onLayout: (read: LayoutRead) => void): Search {
  const { options, shell, contents, archives } = run;
  const { kind, stdinFilename, verify, changed } = options;
  const { cwd, tops, readStdin } = shell;
  return {
    cwd,
    contents,
    archives,
    verify,
    isSinceCommit: typeof changed === 'object',
    onLayout,
    settingsOf: settingsFor(options, cwd, tops),
    readStdin,
    onRemark: (message) => remark(run, message),
    onProblem: (error) => reportProblem(run, error),
    ...(tops === undefined ? {} : { tops }),
    ...(kind === undefined ? {} : { kind }),
    ...(stdinFilename === undefined ? {} : { stdinFilename }),
  };
}

/** Checks and reports one source. Returns the tally with it. */
async function lintSource(source: Source, before: Tally, run: Run): Promise<Tally> {
  run.outputFile?.assertNot(source);
  const reports = await reportsOn(source, run);
  // A blob without findings is not a document and is not reported.
  if (source.isOpaque === true && reports.every(({ findings }) => findings.length === 0)) return before;
  run.baseline?.add(
    source.path,
    reports.flatMap(({ findings }) => findings),
  );
  let tally = before;
  for (const { report, findings, repaired } of reports) {
    tally = withReport(tally, report, findings, repaired);
    const diagnostics = eachDiagnosticOf(report, shownUri(run.shell.cwd));
    for (const text of inChunks(run.reporter.document({ ...report, diagnostics }))) await write(run, text);
  }
  run.progress.step();
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
    reportProblem(run, error);
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
    reportProblem(run, error);
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
