import { toHostEdits } from '../embedded/passage.ts';
import { applySound, findingKeyOf, hasNewMistake, safeFixesOf } from '../features/safe-fixes.ts';
import type { LintFinding } from '../lint/lint.ts';
import { crypto } from '../node/late-modules.ts';
import type { FileWriter } from '../node/write-file.ts';
import type { OciDocument } from '../oci/document.ts';
import { applyEdits, type TextEdit } from '../syntax/edit.ts';
import { decodeDocument, plainUtf8Of } from '../syntax/encoding.ts';
import { CliError, reasonOf } from './cli-error.ts';
import { isFixable } from './report.ts';
import { documentsOf, type Source, withBytes } from './source.ts';

/** A source after its safe fixes, and what is left to say of it. */
export interface Repaired {
  readonly source: Source;
  readonly parts: readonly CheckedPart[];
  /** How many fixes were applied. */
  readonly count: number;
}

/** One document of a source, and what there is to say of it. */
export interface CheckedPart {
  readonly document: OciDocument;
  readonly findings: readonly LintFinding[];
}

export type CheckSource = (source: Source) => Promise<readonly LintFinding[]>;

/** A fix may uncover another mistake. */
const maxRounds = 10;

/** Checks each document of a source. */
export async function checkParts(source: Source, check: CheckSource): Promise<readonly CheckedPart[]> {
  const parts: CheckedPart[] = [];
  for (const document of documentsOf(source)) {
    parts.push({ document, findings: await check({ ...source, document }) });
  }
  return parts;
}

/**
 * Applies safe fixes in memory until there are none left. What is content-addressed stays as it is, and so does what a fix
 * would only exchange for another finding.
 */
export async function repair(original: Source, check: CheckSource): Promise<Repaired> {
  const unrepaired: Repaired = { source: original, parts: await checkParts(original, check), count: 0 };
  let repaired = unrepaired;
  const seen = new Set([keyOf(original)]);
  for (let round = 0; round < maxRounds && isFixable(original.document); round++) {
    const next = await improved(repaired, check);
    if (next === undefined) return repaired;
    // Fixes that undo each other have repaired nothing.
    if (seen.has(keyOf(next.source))) return unrepaired;
    seen.add(keyOf(next.source));
    repaired = next;
  }
  // What still changes after so many rounds would change for ever.
  return isFixable(original.document) && (await improved(repaired, check)) !== undefined ? unrepaired : repaired;
}

function keyOf({ bytes }: Source): string {
  return crypto().createHash('sha256').update(bytes).digest('base64');
}

/** To try thousands of fixes costs more than it tells. */
const mostTried = 1000;

/** Which findings are gone after a repair: those with a safe fix that `--fix` applies, and not those that it leaves. */
export async function fixableOf(
  source: Source,
  parts: readonly CheckedPart[],
  check: CheckSource,
): Promise<ReadonlySet<LintFinding>> {
  const candidates = isFixable(source.document)
    ? parts.flatMap(({ findings }) => findings.filter(({ fixes = [] }) => fixes.some(({ isSafe }) => isSafe)))
    : [];
  if (candidates.length === 0 || candidates.length > mostTried) return new Set(candidates);
  const repaired = await repair(source, check);
  const left = new Set(repaired.parts.flatMap(({ findings }) => findings.map(findingKeyOf)));
  return new Set(candidates.filter((finding) => !left.has(findingKeyOf(finding))));
}

/** A fix of a part of the source. */
interface PartFix {
  readonly document: OciDocument;
  readonly edits: readonly TextEdit[];
  readonly isRewriting?: boolean | undefined;
}

/** The source after the safe fixes that bring no new finding; undefined where there are none. */
async function improved(before: Repaired, check: CheckSource): Promise<Repaired | undefined> {
  const all = before.parts.flatMap(({ document, findings }) =>
    safeFixesOf(findings).fixes.map(({ edits, isRewriting }): PartFix => ({ document, edits, isRewriting })),
  );
  return applySound(all, async (fixes) => {
    const after = await withFixes(before, fixes, check);
    return after === undefined || isWorse(before, after) ? undefined : after;
  });
}

async function withFixes(
  before: Repaired,
  fixes: readonly PartFix[],
  check: CheckSource,
): Promise<Repaired | undefined> {
  const edits = fixes.flatMap((fix) => fileEditsOf(fix.document, fix.edits));
  const isRewritten = fixes.some(({ isRewriting }) => isRewriting);
  const plain = isRewritten ? plainUtf8Of(before.source.bytes) : undefined;
  const bytes = edits.length === 0 ? plain : withText(plain ?? before.source.bytes, (text) => applyEdits(text, edits));
  if (bytes === undefined) return undefined;
  const source = withBytes(before.source, bytes);
  return { source, parts: await checkParts(source, check), count: before.count + fixes.length };
}

/** Whether there are mistakes that were not there, other than those that could not be seen in a text that is no JSON. */
function isWorse(before: Repaired, after: Repaired): boolean {
  if (before.parts.some(({ document }) => document.json.faults.length > 0)) return false;
  const findingsOf = ({ parts }: Repaired) => parts.flatMap(({ findings }) => findings);
  return hasNewMistake(findingsOf(before), findingsOf(after));
}

function fileEditsOf({ passage }: OciDocument, edits: readonly TextEdit[]): readonly TextEdit[] {
  return passage === undefined ? edits : toHostEdits(passage, edits);
}

/** Writes a repaired source back, if its file still is what was read. Throws a CliError. */
export function writeBack({ path, bytes, shown }: Source, before: Uint8Array, writer: FileWriter): void {
  if (path === undefined) return;
  try {
    writer.write(path, bytes, before);
  } catch (error) {
    throw new CliError(`could not write ${shown}: ${reasonOf(error)}`);
  }
}

/**
 * The bytes with another text, a byte order mark kept; undefined for bytes that decoding and encoding would not give back,
 * which no edit of the text can then leave alone.
 */
function withText(bytes: Uint8Array, change: (text: string) => string): Uint8Array | undefined {
  const { text } = decodeDocument(bytes);
  const mark = bytes[0] === 0xef ? bytes.subarray(0, 3) : bytes.subarray(0, 0);
  const encode = (content: string) => Buffer.concat([mark, Buffer.from(content)]);
  return encode(text).equals(bytes) ? encode(change(text)) : undefined;
}
