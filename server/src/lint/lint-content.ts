import type { Contents } from '../content/stores/contents.ts';
import { type Depth, isBarren, readTargets } from '../content/stores/targets.ts';
import type { OciDocument } from '../oci/document.ts';
import type { Kind } from '../oci/kind.ts';
import { contentRules } from '../rules/index.ts';
import type { ContentReading, ContentRule, Finding } from '../rules/rule.ts';
import { appliesTo, isOn, type RuleSettings } from '../rules/support/settings.ts';
import { newerThan } from '../rules/support/spec-versions.ts';
import { leftOutOf } from './left-out.ts';
import { inTextOrder } from './lint.ts';
import type { LintFinding } from './lint-finding.ts';
import { toLintFinding } from './to-lint-finding.ts';

export interface ContentOptions {
  readonly contents: Contents;
  readonly depth: Depth;
  /** Whether to check the enclosing layout, too. */
  readonly isLayoutChecked: boolean;
}

/**
 * Runs the content rules, which check what descriptors reference. Findings are in source order. Rejects if canceled.
 */
export async function lintContent(
  document: OciDocument,
  settings: RuleSettings,
  { contents, depth, isLayoutChecked }: ContentOptions,
  signal?: AbortSignal,
): Promise<readonly LintFinding[]> {
  if (document.kind === undefined) return [];
  const rules = rulesFor(document.kind, settings);
  if (rules.length === 0) return [];
  if (await isWithoutContent(document, contents)) return [];
  const layout = await contents.layoutOf(document.uri);
  // A standalone document without any available content: nothing to check.
  const isAlone = layout === undefined && document.hints.path === undefined;
  const targets = await readTargets(document, contents, depth, signal);
  if (isAlone && targets.every(({ verdict }) => verdict.state === 'missing')) return [];
  const reading: ContentReading = { document, targets, layout, isLayoutChecked, contents, depth };
  const found: LintFinding[] = [];
  const isNewer = newerThan(settings);
  const isLeftOut = leftOutOf(document, isNewer);
  // Findings about the whole file concern its bytes, which are known.
  const isDropped = (finding: Finding, rule: ContentRule) =>
    finding.pointer === '' ? isNewer?.(finding, rule.meta) : isLeftOut(finding, rule);
  for (const rule of rules) {
    signal?.throwIfAborted();
    for await (const finding of rule.checkContent(reading, signal)) {
      if (!isDropped(finding, rule)) found.push(toLintFinding(rule, finding, settings));
    }
  }
  return inTextOrder(found);
}

/** Whether it is known without looking that a standalone document has no content to check. */
export async function isWithoutContent(document: OciDocument, contents: Contents): Promise<boolean> {
  if (document.hints.path !== undefined || (await contents.layoutOf(document.uri)) !== undefined) return false;
  return isBarren(document, contents);
}

const plans = new WeakMap<RuleSettings, Map<Kind, readonly ContentRule[]>>();

/** The rules enabled by the settings. Cached, because many documents share the same settings. */
function rulesFor(kind: Kind, settings: RuleSettings): readonly ContentRule[] {
  const byKind = plans.get(settings) ?? new Map<Kind, readonly ContentRule[]>();
  plans.set(settings, byKind);
  const rules = byKind.get(kind) ?? contentRules.filter((rule) => appliesTo(rule, kind) && isOn(rule.meta, settings));
  byKind.set(kind, rules);
  return rules;
}
