import { writeFileSync } from 'node:fs';
import { safeFixesOf } from '../features/safe-fixes.ts';
import type { LintFinding } from '../lint.ts';
import type { OciDocument } from '../oci/document.ts';
import { applyEdits, type TextEdit } from '../syntax/edit.ts';
import { decodeDocument, plainUtf8Of } from '../syntax/encoding.ts';
import { toHostEdits } from '../syntax/passage.ts';
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

/** A fix may uncover another mistake, but a text that still changes after so many rounds would change for ever. */
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
  let repaired: Repaired = { source: original, parts: await checkParts(original, check), count: 0 };
  for (let round = 0; round < maxRounds && isFixable(original.document); round++) {
    const next = await improved(repaired, check);
    if (next === undefined) break;
    repaired = next;
  }
  return repaired;
}

/** A fix of a part of the source. */
interface PartFix {
  readonly document: OciDocument;
  readonly edits: readonly TextEdit[];
  readonly isRewriting?: boolean | undefined;
}

/** Looking for the fixes that spoil a document ends after so many checks of it: the others are left. */
const maxChecks = 100;

/** The source after the safe fixes that bring no new finding; undefined where there are none. */
async function improved(before: Repaired, check: CheckSource): Promise<Repaired | undefined> {
  const all = before.parts.flatMap(({ document, findings }) =>
    safeFixesOf(findings).fixes.map(({ edits, isRewriting }) => ({ document, edits, isRewriting })),
  );
  let checks = 0;
  const better = async (fixes: readonly PartFix[]): Promise<Repaired | undefined> => {
    if (fixes.length === 0 || checks++ >= maxChecks) return undefined;
    const after = await withFixes(before, fixes, check);
    return after === undefined || isWorse(before, after) ? undefined : after;
  };
  const sound = async (fixes: readonly PartFix[]): Promise<readonly PartFix[]> => {
    if ((await better(fixes)) !== undefined) return fixes;
    if (fixes.length < 2) return [];
    const half = fixes.length >> 1;
    return [...(await sound(fixes.slice(0, half))), ...(await sound(fixes.slice(half)))];
  };
  const together = await better(all);
  if (together !== undefined || all.length < 2) return together;
  const half = all.length >> 1;
  const [first, second] = [await sound(all.slice(0, half)), await sound(all.slice(half))];
  checks = 0;
  return (await better([...first, ...second])) ?? (await better(first)) ?? (await better(second));
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

/** Whether there are findings that were not there, other than those that could not be seen in a text that is no JSON. */
function isWorse(before: Repaired, after: Repaired): boolean {
  if (before.parts.some(({ document }) => document.json.faults.length > 0)) return false;
  const known = new Set(before.parts.flatMap(({ findings }) => findings.map(keyOf)));
  return after.parts.some(({ findings }) =>
    findings.some((finding) => ['error', 'warning'].includes(finding.severity) && !known.has(keyOf(finding))),
  );
}

function keyOf({ rule, pointer, missing }: LintFinding): string {
  return JSON.stringify([rule.id, pointer, missing]);
}

function fileEditsOf({ passage }: OciDocument, edits: readonly TextEdit[]): readonly TextEdit[] {
  return passage === undefined ? edits : toHostEdits(passage, edits);
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
function withText(bytes: Uint8Array, change: (text: string) => string): Uint8Array | undefined {
  const { text } = decodeDocument(bytes);
  const mark = bytes[0] === 0xef ? bytes.subarray(0, 3) : bytes.subarray(0, 0);
  const encode = (content: string) => Buffer.concat([mark, Buffer.from(content)]);
  return encode(text).equals(bytes) ? encode(change(text)) : undefined;
}
