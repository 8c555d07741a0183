import { writeFileSync } from 'node:fs';
import { safeFixesOf } from '../features/safe-fixes.ts';
import type { LintFinding } from '../lint.ts';
import { readDocumentBytes } from '../oci/document.ts';
import { applyEdits } from '../syntax/edit.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { isFixable } from './report.ts';
import type { Source } from './source.ts';

/** A source after its safe fixes, and what is left to say of it. */
export interface Repaired {
  readonly source: Source;
  readonly findings: readonly LintFinding[];
  /** How many fixes were applied. */
  readonly count: number;
}

/** A fix may uncover another mistake, but a text that still changes after so many rounds would change for ever. */
const maxRounds = 10;

/** Applies safe fixes in memory until there are none left. What is content-addressed stays as it is. */
export async function repair(
  original: Source,
  check: (source: Source) => Promise<readonly LintFinding[]>,
): Promise<Repaired> {
  let source = original;
  let findings = await check(source);
  let count = 0;
  for (let round = 0; round < maxRounds && isFixable(source.document); round++) {
    const { fixes, edits } = safeFixesOf(findings);
    const bytes = edits.length === 0 ? undefined : withText(source, (text) => applyEdits(text, edits));
    if (bytes === undefined) break;
    const { uri, hints } = source.document;
    source = { ...source, bytes, document: readDocumentBytes(uri, bytes, hints) };
    findings = await check(source);
    count += fixes.length;
  }
  return { source, findings, count };
}

/** Writes a repaired source back. Throws a CliError. */
export function writeBack({ path, bytes, shown }: Source): void {
  if (path === undefined) return;
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    throw new CliError(`cannot write ${shown}: ${reasonOf(error)}.`);
  }
}

/**
 * The bytes with another text, a byte order mark kept; undefined for bytes that decoding and encoding would not give back,
 * which no edit of the text can then leave alone.
 */
function withText({ bytes, document }: Source, change: (text: string) => string): Uint8Array | undefined {
  const { text } = document.json;
  const mark = bytes[0] === 0xef ? bytes.subarray(0, 3) : bytes.subarray(0, 0);
  const encode = (content: string) => Buffer.concat([mark, Buffer.from(content)]);
  return encode(text).equals(bytes) ? encode(change(text)) : undefined;
}
