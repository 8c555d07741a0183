import type { Diagnostic } from '../../library/diagnostic.ts';
import { counted, grouped } from '../../protocol/counted.ts';
import type { Severity } from '../../rules/rule.ts';
import type { LinePosition } from '../../syntax/lines.ts';
import type { Outcome, Page, ReportedDocument, Reporter } from '../formats.ts';
import type { Summary } from '../report.ts';
import { type Colors, colorsOf } from './colors.ts';
import { excerptOf } from './excerpt.ts';
import { printable } from './printable.ts';

/** The default format: a heading per file, a line per finding, and source excerpts on a terminal. */
export function stylish(page: Page): Reporter {
  const colors = colorsOf(page.hasColor);
  let reported = 0;
  const layouts = new Set<string>();
  return {
    begin: () => '',
    *document(report) {
      if (report.findings.length === 0) return;
      reported++;
      const layout = layoutToRehash(report);
      if (layout !== undefined) layouts.add(layout);
      yield `${headingOf(report, page, colors)}\n`;
      yield* bodyOf(report, page, colors);
      yield '\n';
    },
    end: (outcome) => summaryOf(outcome, reported, colors) + rehashLineOf(layouts),
  };
}

function headingOf({ path, document }: ReportedDocument, { isTerminal }: Page, { underline, dim }: Colors): string {
  const title = isTerminal && document.row !== undefined ? `  ${dim(document.row.title)}` : '';
  return underline(printable(path)) + title;
}

function* bodyOf(report: ReportedDocument, page: Page, colors: Colors): Iterable<string> {
  const { findings, document } = report;
  const placeWidth = longestOf(findings, ({ span }) => placeOf(document.json.lines.positionAt(span.start)));
  const severityWidth = longestOf(findings, ({ severity }) => severity);
  let at = 0;
  for (const diagnostic of report.diagnostics) {
    const severity = colors.bySeverity[diagnostic.severity](diagnostic.severity.padEnd(severityWidth));
    const location = colors.dim(placeOf(diagnostic.range.start).padStart(placeWidth));
    const line = `  ${location}  ${severity}  ${printable(diagnostic.message)}  ${colors.dim(diagnostic.rule)}`;
    const more = [...relatedLinesOf(diagnostic, colors), ...excerptLinesOf(report, diagnostic, at++, page, colors)];
    for (const one of [line, ...more]) yield `${one}\n`;
  }
}

function placeOf({ line, character }: LinePosition): string {
  return `${line + 1}:${character + 1}`;
}

/** Not `Math.max(...)`: hundreds of thousands of arguments would overflow the stack. */
function longestOf<Item>(items: readonly Item[], textOf: (item: Item) => string): number {
  return items.reduce((longest, item) => Math.max(longest, textOf(item).length), 0);
}

function relatedLinesOf({ related }: Diagnostic, { dim }: Colors): readonly string[] {
  return related.map(({ path, pointer, message }) => {
    const location = pointer === '' ? path : `${path}#${pointer}`;
    return `      ${dim(`${printable(location)}:`)} ${printable(message)}`;
  });
}

function excerptLinesOf(
  report: ReportedDocument,
  diagnostic: Diagnostic,
  at: number,
  page: Page,
  colors: Colors,
): readonly string[] {
  const finding = report.findings[at];
  if (finding === undefined || !page.isTerminal || report.document.json.text === '') return [];
  const { severity, range } = diagnostic;
  const number = String(range.start.line + 1).padStart(6);
  const { line, mark } = excerptOf(report.document.json.lines, finding.span, page.width - 10);
  const bar = colors.dim('│');
  return [`${colors.dim(number)} ${bar} ${line}`, `       ${bar} ${colors.bySeverity[severity](mark)}`];
}

function summaryOf(outcome: Outcome, reported: number, colors: Colors): string {
  const { summary, problems, repaired, fixable } = outcome;
  const { files } = summary;
  if (files === 0) return problems.length > 0 ? '' : 'No OCI documents found.\n';
  const lines = [totalOf(summary, reported, colors), ...blobsOf(outcome)];
  if (repaired > 0) lines.push(`  ${counted(repaired, 'fix', 'fixes')} applied`);
  if (fixable > 0) lines.push(`  ${grouped(fixable)} fixable with --fix`);
  return lines.map((line) => `${line}\n`).join('');
}

/** Mistakes of the content, or of its descriptor, which the content's own finding tells from an edit. */
const isAboutContent: ReadonlySet<string> = new Set(['descriptor-digest-matches']);

/** The layout of a blob with an error, which cannot be fixed without renaming the blob. */
function layoutToRehash({ path, document, findings, isReadOnly }: ReportedDocument): string | undefined {
  if (isReadOnly) return undefined;
  // A blob that is not text or is cut off was not edited. It is corrupt, and has to be fetched again.
  if (document.hints.isBlob !== true || document.json.text === '' || document.json.isCutOff) return undefined;
  const isEdited = ({ severity, rule }: (typeof findings)[number]) =>
    severity === 'error' && !isAboutContent.has(rule.id);
  if (!findings.some(isEdited)) return undefined;
  return path.replace(/[/\\]?blobs[/\\][^/\\]+[/\\][^/\\]+$/, '') || '.';
}

function rehashLineOf(toRehash: ReadonlySet<string>): string {
  const [layout] = toRehash;
  if (layout === undefined) return '';
  const shown = toRehash.size === 1 ? printable(layout) : 'LAYOUT';
  // No period, because it would look like part of the path.
  return `  Blobs are content-addressed. Edit them, then run: oci-lint rehash ${shown}\n`;
}

function blobsOf({ layouts }: Outcome): readonly string[] {
  if (layouts.length === 0) return [];
  const sum = (count: (read: Outcome['layouts'][number]) => number) =>
    layouts.reduce((all, one) => all + count(one), 0);
  const unreferenced = sum((read) => read.unreferenced);
  const rest = unreferenced === 0 ? '' : `, ${grouped(unreferenced)} unreferenced`;
  return [
    `  ${counted(
      sum(({ blobs }) => blobs),
      'blob',
    )} read${rest}`,
  ];
}

function totalOf(summary: Summary, reported: number, { green, bold, bySeverity }: Colors): string {
  const documents = counted(summary.files, 'document');
  if (reported === 0) return `${green('✔')} ${documents}, nothing to report`;
  const { worst, text } = countsOf(summary);
  const location = summary.files === 1 ? '' : ` in ${grouped(reported)} of ${documents}`;
  return bold(bySeverity[worst](`${signs[worst]} ${text}${location}`));
}

const signs: Readonly<Record<Severity, string>> = { error: '✖', warning: '⚠', information: 'ℹ', hint: 'ℹ' };

function countsOf(summary: Summary): { readonly worst: Severity; readonly text: string } {
  const counts: readonly (readonly [Severity, number, string])[] = [
    ['error', summary.errors, counted(summary.errors, 'error')],
    ['warning', summary.warnings, counted(summary.warnings, 'warning')],
    ['information', summary.information, `${grouped(summary.information)} information`],
    ['hint', summary.hints, counted(summary.hints, 'hint')],
  ];
  const present = counts.filter(([, count]) => count > 0);
  return { worst: present[0]?.[0] ?? 'hint', text: present.map(([, , text]) => text).join(', ') };
}
