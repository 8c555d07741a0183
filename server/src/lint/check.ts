import type { OciDocument } from '../oci/document.ts';
import type { RuleSettings } from '../rules/support/settings.ts';
import { lint, together } from './lint.ts';
import { type Accepted, unaccepted } from './lint-accepted.ts';
import { lintBlob } from './lint-blob.ts';
import { type ContentQuestion, lintContent } from './lint-content.ts';
import { isError, type LintFinding } from './lint-finding.ts';
import { lintUnknown } from './lint-unknown.ts';

/** What is asked of a document as a whole: its text, and what it points at. */
export interface CheckQuestion extends ContentQuestion {
  readonly rules: RuleSettings;
  readonly accepted: Accepted;
  /** Whether it is reported whatever it is. */
  readonly isNamed: boolean;
  /** So many findings of the text are enough. */
  readonly most?: number;
}

/** All that is to be said of a document under its settings and is not accepted, in the order of the text. Rejects when cancelled. */
export async function check(
  document: OciDocument,
  question: CheckQuestion,
  signal?: AbortSignal,
): Promise<readonly LintFinding[]> {
  return unaccepted(document, await findingsOf(document, question, signal), question.accepted);
}

async function findingsOf(
  document: OciDocument,
  { rules, isNamed, most, ...question }: CheckQuestion,
  signal?: AbortSignal,
): Promise<readonly LintFinding[]> {
  const { kind, passage, hints } = document;
  if (kind !== undefined) {
    const ofText = lint(document, rules, most);
    // What an example points at is nowhere.
    return passage === undefined ? together(ofText, await lintContent(document, rules, question, signal)) : ofText;
  }
  const isHashed = question.isLayoutChecked && question.depth === 'all';
  if (isHashed && hints.isBlob === true) return lintBlob(document, rules, question.contents);
  return isNamed ? lintUnknown(document, rules) : [];
}

const known = new WeakMap<OciDocument, { readonly rules: RuleSettings; readonly errors: readonly string[] }>();

/** The errors in a document's text, worked out once: a picture follows each change, which is one of few documents. */
export function errorsIn(document: OciDocument, rules: RuleSettings): readonly string[] {
  const last = known.get(document);
  if (last?.rules === rules) return last.errors;
  const errors = lint(document, rules)
    .filter(isError)
    .map(({ message }) => message.text);
  known.set(document, { rules, errors });
  return errors;
}
