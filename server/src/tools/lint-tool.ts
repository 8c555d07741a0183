import { blobDigestOf } from '../content/layout/layout.ts';
import type { FileDocument } from '../content/stores/file-document.ts';
import { agentLine, agentSummary } from '../library/agent-line.ts';
import { type Diagnostic, diagnosticsOf } from '../library/diagnostic.ts';
import { lintDocument } from '../library/lint-document.ts';
import { assertKind, readOptions } from '../library/options.ts';
import type { LintOptions } from '../library/public.d.ts';
import { type CheckedPart, checkParts, fixableOf, type Judge } from '../library/repair.ts';
import { countsOf } from '../library/results.ts';
import { check } from '../lint/check.ts';
import { readDocument } from '../oci/document.ts';
import type { RuleSettings } from '../rules/support/settings.ts';
import { fileAt, type Source, sourcesAt } from './documents.ts';
import { choiceIn, flagIn, type Input, objectIn, Refusal, textIn, textsIn } from './input.ts';
import type { ToolContext } from './tool-context.ts';

/** The findings in one document. */
export interface Report {
  readonly path: string;
  readonly kind: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks documents: files, folders, or a text. */
export async function lintTool(input: Input, context: ToolContext): Promise<string> {
  const [paths, text] = [textsIn(input, 'paths'), textIn(input, 'text')];
  if ((paths === undefined) === (text === undefined)) throw new Refusal('give either paths or text');
  const options = optionsIn(input);
  const isJson = choiceIn(input, 'format', ['agent', 'json']) === 'json';
  const reports =
    text === undefined ? await lintFiles(paths ?? [], input, options, context) : [await ofText(text, options)];
  return isJson ? jsonOf(reports) : linesOf(reports);
}

/** The findings, one per line, and their number. */
export function linesOf(reports: readonly Report[]): string {
  const lines = reports.flatMap(({ path, diagnostics }) => diagnostics.map((one) => `${agentLine(path, one)}\n`));
  return lines.join('') + agentSummary(countsOf(reports.flatMap(({ diagnostics }) => diagnostics)));
}

function jsonOf(reports: readonly Report[]): string {
  const summary = { files: reports.length, ...countsOf(reports.flatMap(({ diagnostics }) => diagnostics)) };
  return `${JSON.stringify({ version: 1, files: reports, summary })}\n`;
}

/** Throws a Refusal for the first invalid option. */
function optionsIn(input: Input): LintOptions {
  const given = { kind: textIn(input, 'kind'), profile: textIn(input, 'profile'), rules: objectIn(input, 'rules') };
  const options = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as LintOptions;
  try {
    assertKind(options.kind);
    readOptions(options);
  } catch (error) {
    throw error instanceof TypeError ? new Refusal(error.message) : error;
  }
  return options;
}

async function ofText(text: string, options: LintOptions): Promise<Report> {
  const { kind, findings } = await lintDocument(text, options);
  return { path: '<stdin>', kind, diagnostics: findings as readonly Diagnostic[] };
}

async function lintFiles(
  paths: readonly string[],
  input: Input,
  options: LintOptions,
  context: ToolContext,
): Promise<readonly Report[]> {
  const verify = flagIn(input, 'verify');
  const over = readOptions(options);
  const sources = new Map<string, Source>();
  for (const path of paths)
    for (const source of await sourcesAt(path, verify, context)) sources.set(source.uri, source);
  const reports: Report[] = [];
  for (const source of sources.values()) {
    const levels = (rules: RuleSettings) => overruled(rules, options, over.rulesOf(''));
    reports.push(...(await reportsOn(source, verify, levels, options, context)));
  }
  return reports;
}

/** Options of the tool call take precedence over the configuration. */
function overruled(rules: RuleSettings, { profile }: LintOptions, requested: RuleSettings): RuleSettings {
  return {
    profile: profile === undefined ? rules.profile : requested.profile,
    levels: new Map([...rules.levels, ...requested.levels]),
  };
}

async function reportsOn(
  source: Source,
  verify: boolean,
  levels: (rules: RuleSettings) => RuleSettings,
  { kind }: LintOptions,
  context: ToolContext,
): Promise<readonly Report[]> {
  context.signal.throwIfAborted();
  const { uri, isNamed } = source;
  const read = await fileAt(uri, context, isNamed ? kind : undefined);
  const isBlob = blobDigestOf(uri) !== undefined;
  if (read === undefined && !(verify && isBlob)) {
    if (isNamed) throw new Refusal(`cannot read ${JSON.stringify(context.shown(uri))}`);
    return [];
  }
  const judge = await judgeFor(source, verify, levels, context);
  if (judge === undefined) return [];
  const file = read ?? { document: readDocument(uri, '', { isBlob: true }), bytes: new Uint8Array() };
  // Blobs without findings, and JSON files that only resemble OCI documents, are not reported.
  const isWanted = ({ document, findings }: CheckedPart) =>
    document.kind !== undefined || isNamed || (verify && isBlob && findings.length > 0);
  return reportsOf(file, (await checkParts(file, judge)).filter(isWanted), judge, context);
}

/** The findings in a file, for each of its documents. */
export async function reportsOf(
  file: FileDocument,
  parts: readonly CheckedPart[],
  judge: Judge<FileDocument>,
  { shown }: ToolContext,
): Promise<readonly Report[]> {
  const path = shown(file.document.uri);
  const fixable = await fixableOf(file, parts, judge);
  return parts.map(({ document, findings }) => {
    const diagnostics = diagnosticsOf({ path, document, findings, fixable }, shown);
    return { path, kind: document.kind ?? 'unknown', diagnostics };
  });
}

/** How to check a file; undefined if the configuration ignores it. */
export async function judgeFor(
  { uri, isNamed }: Source,
  verify: boolean,
  levels: (rules: RuleSettings) => RuleSettings,
  { contents, settings }: ToolContext,
): Promise<Judge<FileDocument> | undefined> {
  const { isEnabled, rules: configured } = await settings.settingsOf(uri);
  if (!isEnabled && !isNamed) return undefined;
  const accepted = await settings.acceptedIn(uri);
  const isLayoutChecked = (await contents.layoutOf(uri)) !== undefined;
  const depth = verify ? 'all' : 'sizes';
  const options = { contents, depth, isLayoutChecked, isNamed, accepted, rules: levels(configured) } as const;
  return ({ document }) => check(document, options);
}
