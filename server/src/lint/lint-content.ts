import type { Contents } from '../content/stores/contents.ts';
import { type Depth, readTargets } from '../content/stores/targets.ts';
import type { OciDocument } from '../oci/document.ts';
import { contentRules } from '../rules/index.ts';
import type { ContentReading } from '../rules/rule.ts';
import { appliesTo, isOn, type RuleSettings } from '../rules/support/settings.ts';
import { isOfVersion } from '../rules/support/spec-versions.ts';
import { inTextOrder, toLintFinding } from './lint.ts';
import type { LintFinding } from './lint-finding.ts';

export interface ContentQuestion {
  readonly contents: Contents;
  readonly depth: Depth;
  /** Whether the layout that encloses the document is looked at, too. */
  readonly isLayoutChecked: boolean;
}

/**
 * Runs the content rules that apply: those that look at what the descriptors point at. Findings come in the order of the
 * text. Rejects when cancelled.
 */
export async function lintContent(
  document: OciDocument,
  settings: RuleSettings,
  { contents, depth, isLayoutChecked }: ContentQuestion,
  signal?: AbortSignal,
): Promise<readonly LintFinding[]> {
  if (document.kind === undefined) return [];
  const rules = contentRules.filter((rule) => appliesTo(rule, document.kind) && isOn(rule.meta, settings));
  if (rules.length === 0) return [];
  const [layout, targets] = await Promise.all([
    contents.layoutOf(document.uri),
    readTargets(document, contents, depth, signal),
  ]);
  const reading: ContentReading = { document, targets, layout, isLayoutChecked, contents, depth };
  const found: LintFinding[] = [];
  for (const rule of rules) {
    signal?.throwIfAborted();
    for await (const finding of rule.checkContent(reading, signal)) {
      if (isOfVersion(finding, rule.meta, settings)) found.push(toLintFinding(rule, finding, settings));
    }
  }
  return inTextOrder(found);
}
