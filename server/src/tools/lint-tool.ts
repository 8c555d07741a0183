import { blobDigestOf } from '../content/layout/layout.ts';
import { agentLine } from '../library/agent-line.ts';
import { check } from '../library/check.ts';
import { type Diagnostic, diagnosticsOf } from '../library/diagnostic.ts';
import { lintDocument } from '../library/lint-document.ts';
import { assertKind, readOptions } from '../library/options.ts';
import type { LintOptions } from '../library/public.d.ts';
import { type Bench, type CheckedPart, checkParts, fixableOf } from '../library/repair.ts';
import { countsOf } from '../library/results.ts';
import { unaccepted } from '../lint/lint-accepted.ts';
import { type OciDocument, readDocument, readDocumentBytes } from '../oci/document.ts';
import { readEmbedded } from '../oci/embedded.ts';
import type { RuleSettings } from '../rules/support/settings.ts';
import { decodeDocument } from '../syntax/encoding.ts';
import type { Desk } from './desk.ts';
import { documentAt, type ReadFile, type Source, sourcesAt } from './documents.ts';
import { choiceIn, flagIn, type Input, objectIn, Refusal, textIn, textsIn } from './input.ts';

/** What is reported of one document. */
export interface Report {
  readonly path: string;
  readonly kind: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks documents: files, folders, or a text. */
export async function lintTool(input: Input, desk: Desk): Promise<string> {
  const [paths, text] = [textsIn(input, 'paths'), textIn(input, 'text')];
  if ((paths === undefined) === (text === undefined)) throw new Refusal('give either paths or text');
  const options = optionsIn(input);
  const isJson = choiceIn(input, 'format', ['agent', 'json']) === 'json';
  const reports =
    text === undefined ? await lintFiles(paths ?? [], input, options, desk) : [await ofText(text, options)];
  return isJson ? jsonOf(reports) : linesOf(reports);
}

/** The findings, a line each, and how many there are. */
export function linesOf(reports: readonly Report[]): string {
  const lines = reports.flatMap(({ path, diagnostics }) => diagnostics.map((one) => `${agentLine(path, one)}\n`));
  const { errors, warnings } = countsOf(reports.flatMap(({ diagnostics }) => diagnostics));
  return `${lines.join('')}${errors} errors, ${warnings} warnings\n`;
}

function jsonOf(reports: readonly Report[]): string {
  const summary = { files: reports.length, ...countsOf(reports.flatMap(({ diagnostics }) => diagnostics)) };
  return `${JSON.stringify({ version: 1, files: reports, summary })}\n`;
}

/** Throws a Refusal about the first that makes no sense. */
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
  desk: Desk,
): Promise<readonly Report[]> {
  const verify = flagIn(input, 'verify');
  const over = readOptions(options);
  const sources = new Map<string, Source>();
  for (const path of paths) for (const source of await sourcesAt(path, verify, desk)) sources.set(source.uri, source);
  const reports: Report[] = [];
  for (const source of sources.values()) {
    const levels = (rules: RuleSettings) => overruled(rules, options, over.rulesOf(''));
    reports.push(...(await reportsOn(source, verify, levels, options, desk)));
  }
  return reports;
}

/** What the model asks for goes before what is configured. */
function overruled(rules: RuleSettings, { profile }: LintOptions, asked: RuleSettings): RuleSettings {
  return {
    profile: profile === undefined ? rules.profile : asked.profile,
    levels: new Map([...rules.levels, ...asked.levels]),
  };
}

async function reportsOn(
  source: Source,
  verify: boolean,
  levels: (rules: RuleSettings) => RuleSettings,
  { kind }: LintOptions,
  desk: Desk,
): Promise<readonly Report[]> {
  desk.signal.throwIfAborted();
  const { uri, isNamed } = source;
  const read = await documentAt(uri, desk, isNamed ? kind : undefined);
  const isBlob = blobDigestOf(uri) !== undefined;
  if (read === undefined && !(verify && isBlob)) {
    if (isNamed) throw new Refusal(`cannot read ${JSON.stringify(desk.shown(uri))}`);
    return [];
  }
  const bench = await benchFor(source, verify, levels, desk);
  if (bench === undefined) return [];
  const file = read ?? { document: readDocument(uri, '', { isBlob: true }), bytes: new Uint8Array() };
  // A sound blob is no document, and nothing to report; nor is what only looks like one.
  const isWanted = ({ document, findings }: CheckedPart) =>
    document.kind !== undefined || isNamed || (verify && isBlob && findings.length > 0);
  return reportsOf(file, (await checkParts(file, bench)).filter(isWanted), bench, desk);
}

/** What is reported of a file: of each document in it. */
export async function reportsOf(
  file: ReadFile,
  parts: readonly CheckedPart[],
  bench: Bench<ReadFile>,
  { shown }: Desk,
): Promise<readonly Report[]> {
  const path = shown(file.document.uri);
  const fixable = await fixableOf(file, parts, bench);
  return parts.map(({ document, findings }) => {
    const diagnostics = diagnosticsOf({ path, document, findings, fixable }, shown);
    return { path, kind: document.kind ?? 'unknown', diagnostics };
  });
}

/** How a file is checked; undefined for one that the configuration ignores. */
export async function benchFor(
  { uri, isNamed }: Source,
  verify: boolean,
  levels: (rules: RuleSettings) => RuleSettings,
  { contents, settings }: Desk,
): Promise<Bench<ReadFile> | undefined> {
  const { isEnabled, rules, hasGoStrings } = await settings.settingsOf(uri);
  if (!isEnabled && !isNamed) return undefined;
  const accepted = await settings.acceptedIn(uri);
  const isOfLayout = (await contents.layoutOf(uri)) !== undefined;
  const findingsIn = async (document: OciDocument) => {
    const question = { document, rules: levels(rules), isNamed, isOfLayout, verify };
    return unaccepted(document, await check(question, contents), accepted);
  };
  return {
    documentsOf: ({ document, bytes, host }) =>
      host === undefined ? [document] : readEmbedded(uri, decodeDocument(bytes).text, host, hasGoStrings),
    withBytes: (before, bytes) =>
      before.host === undefined
        ? { ...before, bytes, document: readDocumentBytes(uri, bytes, before.document.hints) }
        : { ...before, bytes },
    check: ({ document }) => findingsIn(document),
  };
}
