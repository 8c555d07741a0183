import type { Diagnostic } from '../../library/diagnostic.ts';
import type { ReportedDocument, Reporter } from '../formats.ts';
import { inertXmlText, printable } from './printable.ts';

/** JUnit XML for build servers: a test suite per document, a failure per error or warning. */
export function junit(): Reporter {
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="oci-lint">\n',
    document: suiteOf,
    end: () => '</testsuites>\n',
  };
}

function* suiteOf({ path, findings, diagnostics }: ReportedDocument): Iterable<string> {
  const failures = findings.filter(isFailure).length;
  const counts = `tests="${Math.max(1, findings.length)}" failures="${failures}" errors="0"`;
  yield `  <testsuite name="${attribute(path)}" ${counts}>\n`;
  if (findings.length === 0) yield `    <testcase name="oci-lint" classname="${attribute(path)}"/>\n`;
  for (const diagnostic of diagnostics) yield caseOf(path, diagnostic);
  yield '  </testsuite>\n';
}

function caseOf(path: string, diagnostic: Diagnostic): string {
  const { rule, severity, range, pointer } = diagnostic;
  const message = printable(diagnostic.message);
  const at = pointer === '' ? '' : `, ${printable(pointer)}`;
  const location = `line ${range.start.line + 1}, column ${range.start.character + 1}${at}`;
  const text = escapeXml(`${severity}: ${message}\n${location}\n${diagnostic.url}`);
  const body = isFailure(diagnostic)
    ? `<failure type="${severity}" message="${attribute(message)}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `    <testcase name="${rule}" classname="${attribute(path)}">${body}</testcase>\n`;
}

function isFailure({ severity }: Pick<Diagnostic, 'severity'>): boolean {
  return severity === 'error' || severity === 'warning';
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML parsers replace unescaped line breaks in attributes with spaces. */
function attribute(text: string): string {
  return escapeXml(text).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Neutralizes build server commands. Characters that XML 1.0 cannot represent become U+FFFD. */
function escapeXml(text: string): string {
  const escaped = text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, (character) => entities[character] ?? '')
    .replace(/##(?=(?:vso|teamcity)?\[)/gi, '#&#35;')
    .replace(/^([ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]*):(?=:)/gm, '$1&#58;');
  return inertXmlText(escaped);
}
