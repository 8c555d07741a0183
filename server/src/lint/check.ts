import { inTurns, type Turn } from '../content/turns.ts';
import type { OciDocument } from '../oci/document.ts';
import type { RuleSettings } from '../rules/support/settings.ts';
import { type lint, linting, together } from './lint.ts';
import { type Accepted, unaccepted } from './lint-accepted.ts';
import { lintBlob } from './lint-blob.ts';
import { type ContentOptions, lintContent } from './lint-content.ts';
import { isError, type LintFinding } from './lint-finding.ts';
import { lintUnknown } from './lint-unknown.ts';

/** Options for checking a document: its text and its content. */
export interface CheckOptions extends ContentOptions {
  readonly rules: RuleSettings;
  readonly accepted: Accepted;
  /** Whether to report it even if it is not an OCI document. */
  readonly isNamed: boolean;
  /** Maximum number of findings per rule in the text. */
  readonly maxPerRule?: number;
  /** One from `createLint`, for many documents with the same settings. */
  readonly lint?: typeof lint;
}

/** All findings in a document under its settings, except accepted ones, in source order. Rejects if canceled. */
export async function check(
  document: OciDocument,
  options: CheckOptions,
  signal?: AbortSignal,
): Promise<readonly LintFinding[]> {
  return unaccepted(document, await findingsOf(document, options, signal), options.accepted);
}

async function findingsOf(
  document: OciDocument,
  { rules, isNamed, maxPerRule, lint: lintAtOnce, ...options }: CheckOptions,
  signal?: AbortSignal,
): Promise<readonly LintFinding[]> {
  const { kind, embedded, hints } = document;
  if (kind !== undefined) {
    const ofText =
      lintAtOnce?.(document, rules, maxPerRule) ??
      (await inTurns(linting(document, rules, maxPerRule), options.contents.turn));
    // The content of an embedded example does not exist anywhere.
    return embedded === undefined ? together(ofText, await lintContent(document, rules, options, signal)) : ofText;
  }
  const isHashed = options.isLayoutChecked && options.depth === 'all';
  if (isHashed && hints.isBlob === true) return lintBlob(document, rules, options.contents);
  return isNamed ? lintUnknown(document, rules) : [];
}

const known = new WeakMap<OciDocument, { readonly rules: RuleSettings; readonly errors: readonly string[] }>();

/**
 * The errors in a document's text. Cached, because a picture is redrawn after each change, which affects few documents.
 */
export async function errorsIn(
  document: OciDocument,
  rules: RuleSettings,
  turn: Turn,
  maxPerRule?: number,
): Promise<readonly string[]> {
  const last = known.get(document);
  if (last?.rules === rules) return last.errors;
  const found = await inTurns(linting(document, rules, maxPerRule), turn);
  const errors = found.filter(isError).map(({ message }) => message.text);
  known.set(document, { rules, errors });
  return errors;
}
