import type { Diagnostic, DiagnosticFix } from '../../library/diagnostic.ts';
import type { LintFinding } from '../../lint/lint-finding.ts';
import { profiles, type RuleMeta, type Severity } from '../../rules/rule.ts';
import { ruleMetas } from '../../rules/rule-metas.ts';
import { ruleUrlOf } from '../../rules/support/rule-url.ts';
import { defaultRuleSettings, isOn } from '../../rules/support/settings.ts';
import { Message, placeholdersOf, shown, type Wording, wordingsOf } from '../../rules/support/wording.ts';
import { late } from '../../syntax/late.ts';
import type { Page, ReportedDocument, Reporter } from '../formats.ts';
import { homepage, version } from '../version.ts';
import { fingerprints } from './fingerprint.ts';
import { inertJson } from './printable.ts';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const ruleIndexes = late((): ReadonlyMap<string, number> => new Map(ruleMetas.map(({ id }, i) => [id, i])));

/** SARIF 2.1.0 for code scanning. */
export function sarif({ folder }: Page): Reporter {
  let separator = '';
  return {
    begin: () => `${beginning(folder)},"results":[`,
    *document(report) {
      for (const result of resultsOf(report)) {
        yield `${separator}\n${inertJson(result)}`;
        separator = ',';
      }
    },
    end: ({ problems }) => `\n],"invocations":[${inertJson(invocationOf(problems))}]}]}\n`,
  };
}

/** Everything before the results. */
function beginning(folder: string): string {
  const driver = {
    name: 'oci-lint',
    version,
    semanticVersion: version,
    informationUri: homepage,
    rules: ruleMetas.map(toReportingDescriptor),
  };
  const run = {
    tool: { driver },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { FOLDER: { uri: `${folder.replace(/\/$/, '')}/` } },
  };
  const log = `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[`;
  return log + inertJson(run).slice(0, -1);
}

function toReportingDescriptor(meta: RuleMeta): object {
  const url = ruleUrlOf(meta.id);
  return {
    id: meta.id,
    name: meta.id.replace(/(?:^|-)(.)/g, (_dash, letter: string) => letter.toUpperCase()),
    shortDescription: { text: `${meta.title}.` },
    fullDescription: { text: `${meta.title}.` },
    helpUri: url,
    help: { text: `${meta.title}. See ${url}`, markdown: `${meta.title}. [More about this rule](${url})` },
    messageStrings: Object.fromEntries(wordingsOf(meta).map((one) => [one.id, { text: numbered(one) }])),
    defaultConfiguration: { enabled: isOn(meta, defaultRuleSettings), level: levels[meta.severity] },
    properties: { tags: ['oci'], profiles: profiles.slice(profiles.indexOf(meta.profile)), clauses: meta.clauses },
  };
}

/** Converts a wording to SARIF's format: placeholders are numbered, and other braces doubled. */
function numbered(wording: Wording): string {
  const names = placeholdersOf(wording);
  const numbers = Object.fromEntries(names.map((name, i) => [name, `{${i}}`]));
  return new Message({ ...wording, text: wording.text.replace(/\{\}/g, '{{}}') }, numbers).text;
}

/** Message text with its template and arguments. Code scanning only uses the text. */
function toMessage({ message, messageId }: Diagnostic, finding: LintFinding | undefined): object {
  const { wording, values = {} } = finding?.message ?? {};
  const filled = wording === undefined ? [] : placeholdersOf(wording).map((name) => shown(values[name] ?? ''));
  return { text: message, id: messageId, ...(filled.length === 0 ? {} : { arguments: filled }) };
}

function* resultsOf({ path, diagnostics, findings }: ReportedDocument): Iterable<object> {
  const fingerprintOf = fingerprints(path);
  let at = 0;
  for (const diagnostic of diagnostics) {
    yield {
      ruleId: diagnostic.rule,
      ruleIndex: ruleIndexes().get(diagnostic.rule),
      level: levels[diagnostic.severity],
      message: toMessage(diagnostic, findings[at++]),
      locations: [locationOf(path, diagnostic)],
      ...(diagnostic.related.length === 0 ? {} : { relatedLocations: diagnostic.related.map(toRelatedLocation) }),
      ...(diagnostic.fixes.length === 0 ? {} : { fixes: diagnostic.fixes.map((fix) => toFix(path, fix)) }),
      partialFingerprints: { 'ociLint/v1': fingerprintOf(diagnostic) },
      properties: { severity: diagnostic.severity, fixable: diagnostic.fixable },
    };
  }
}

function toFix(path: string, { title, edits }: DiagnosticFix): object {
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion: regionOf(range),
    insertedContent: { text: newText },
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: artifactOf(path), replacements }] };
}

function regionOf({ start, end }: Diagnostic['range']): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function locationOf(path: string, { range, pointer }: Diagnostic): object {
  return {
    physicalLocation: { artifactLocation: artifactOf(path), region: regionOf(range) },
    ...logicalLocationOf(pointer),
  };
}

function toRelatedLocation(related: Diagnostic['related'][number], id: number): object {
  const { path, pointer, message } = related;
  return {
    id,
    physicalLocation: { artifactLocation: artifactOf(path) },
    ...logicalLocationOf(pointer),
    message: { text: message },
  };
}

/** A location in JSON is identified by its pointer, which the root does not need. */
function logicalLocationOf(pointer: string): object {
  return pointer === '' ? {} : { logicalLocations: [{ fullyQualifiedName: pointer, kind: 'value' }] };
}

/** Paths below the current directory are relative to it, others absolute. */
function artifactOf(path: string): object {
  if (path.startsWith('/') || /^[A-Za-z]:\//.test(path)) {
    return { uri: `file://${path.startsWith('/') ? '' : '/'}${encodePath(path)}` };
  }
  return { uri: encodePath(path), uriBaseId: 'FOLDER' };
}

function encodePath(path: string): string {
  // A colon in the first segment of a relative path would be parsed as a scheme.
  return encodeURI(path.toWellFormed())
    .replace(/[?#]/g, encodeURIComponent)
    .replace(/^[^/]*/, encodeColons);
}

function encodeColons(segment: string): string {
  return /^[A-Za-z]:$/.test(segment) ? segment : segment.replaceAll(':', '%3A');
}

function invocationOf(problems: readonly string[]): object {
  return {
    executionSuccessful: problems.length === 0,
    toolExecutionNotifications: problems.map((text) => ({ level: 'error', message: { text } })),
  };
}
