import { ruleMetaById } from '../../rules/rule-metas.ts';
import type { Format, Page, ReportedDocument, Reporter } from '../formats.ts';
import { severities } from '../options.ts';

/** Number of findings per rule and severity. */
interface Count {
  readonly rule: string;
  readonly severity: (typeof severities)[number];
  readonly count: number;
}

/** `--statistics`: counts per rule instead of findings, most severe first, then most frequent. */
export const statistics: Partial<Record<Format, (page: Page) => Reporter>> = {
  stylish: () => countingReporter((counts) => counts.map((count) => `${lineOf(count, counts)}\n`).join('')),
  json: () =>
    countingReporter((counts, { summary }) => `${JSON.stringify({ version: 1, statistics: counts, summary })}\n`),
};

function countingReporter(
  end: (counts: readonly Count[], outcome: Parameters<Reporter['end']>[0]) => string,
): Reporter {
  const counts = new Map<string, Count>();
  return {
    begin: () => '',
    document({ diagnostics }: ReportedDocument) {
      for (const { rule, severity } of diagnostics) {
        const key = `${rule} ${severity}`;
        counts.set(key, { rule, severity, count: (counts.get(key)?.count ?? 0) + 1 });
      }
      return [];
    },
    end: (outcome) => end([...counts.values()].sort(bySeverity), outcome),
  };
}

function bySeverity(a: Count, b: Count): number {
  const rank = severities.indexOf(a.severity) - severities.indexOf(b.severity);
  return rank || b.count - a.count || (a.rule < b.rule ? -1 : 1);
}

function lineOf({ rule, severity, count }: Count, counts: readonly Count[]): string {
  const widest = (texts: readonly string[]) => texts.reduce((width, { length }) => Math.max(width, length), 0);
  const number = String(count).padStart(widest(counts.map((one) => String(one.count))));
  const level = severity.padEnd(widest(counts.map((one) => one.severity)));
  const id = rule.padEnd(widest(counts.map((one) => one.rule)));
  return `${number}  ${level}  ${id}  ${ruleMetaById.get(rule)?.title ?? ''}`.trimEnd();
}
