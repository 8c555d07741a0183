import { documentsOf, type FileDocument, withBytes } from '../content/stores/file-document.ts';
import { toHostEdits } from '../embedded/passage.ts';
import { applySound, findingKeyOf, hasNewMistake, safeFixesOf } from '../features/safe-fixes.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { OciDocument } from '../oci/document.ts';
import { applyEdits, type TextEdit } from '../syntax/edit.ts';
import { decodeDocument, plainUtf8Of } from '../syntax/encoding.ts';
import { isFixable } from './diagnostic.ts';

/** What a repair has to know of a file. */
export interface Repairable extends FileDocument {
  /** In an archive, where nothing is repaired. */
  readonly isReadOnly?: boolean;
}

/** A source after its safe fixes, and what is left to say of it. */
export interface Repaired<Source extends Repairable> {
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

/** What there is to say of one document of a source, which it is then about. */
export type Judge<Source extends Repairable> = (source: Source) => Promise<readonly LintFinding[]>;

/** A fix may uncover another mistake. */
const maxRounds = 10;

/** Checks each document of a source. */
export async function checkParts<Source extends Repairable>(
  source: Source,
  judge: Judge<Source>,
): Promise<readonly CheckedPart[]> {
  const parts: CheckedPart[] = [];
  for (const document of documentsOf(source)) {
    parts.push({ document, findings: await judge({ ...source, document }) });
  }
  return parts;
}

/**
 * Applies safe fixes in memory until there are none left. What is content-addressed stays as it is, and so does what a fix
 * would only exchange for another finding.
 */
export async function repair<Source extends Repairable>(
  original: Source,
  judge: Judge<Source>,
): Promise<Repaired<Source>> {
  const unrepaired: Repaired<Source> = { source: original, parts: await checkParts(original, judge), count: 0 };
  let repaired = unrepaired;
  const seen = [original.bytes];
  for (let round = 0; round < maxRounds && isFixable(original); round++) {
    const next = await improved(repaired, judge);
    if (next === undefined) return repaired;
    // Fixes that undo each other have repaired nothing.
    if (seen.some((bytes) => isSame(bytes, next.source.bytes))) return unrepaired;
    seen.push(next.source.bytes);
    repaired = next;
  }
  // What still changes after so many rounds would change for ever.
  return isFixable(original) && (await improved(repaired, judge)) !== undefined ? unrepaired : repaired;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** To try thousands of fixes costs more than it tells, and so do a few in a document of megabytes: each try checks it anew. */
const mostTried = 1000;
const mostChecked = 64 * 1024 * 1024;

/** Which findings are gone after a repair: those with a safe fix that `--fix` applies, and not those that it leaves. */
export async function fixableOf<Source extends Repairable>(
  source: Source,
  parts: readonly CheckedPart[],
  judge: Judge<Source>,
): Promise<ReadonlySet<LintFinding>> {
  const candidates = isFixable(source)
    ? parts.flatMap(({ findings }) => findings.filter(({ fixes = [] }) => fixes.some(({ isSafe }) => isSafe)))
    : [];
  const effort = candidates.length * source.bytes.length;
  if (candidates.length === 0 || candidates.length > mostTried || effort > mostChecked) return new Set(candidates);
  const repaired = await repair(source, judge);
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
async function improved<Source extends Repairable>(
  before: Repaired<Source>,
  judge: Judge<Source>,
): Promise<Repaired<Source> | undefined> {
  const all = before.parts.flatMap(({ document, findings }) =>
    safeFixesOf(findings).fixes.map(({ edits, isRewriting }): PartFix => ({ document, edits, isRewriting })),
  );
  const looks = Math.min(100, Math.max(4, Math.floor(mostChecked / 4 / before.source.bytes.length)));
  return applySound(
    all,
    async (fixes) => {
      const after = await withFixes(before, fixes, judge);
      return after === undefined || isWorse(before, after) ? undefined : after;
    },
    looks,
  );
}

async function withFixes<Source extends Repairable>(
  before: Repaired<Source>,
  fixes: readonly PartFix[],
  judge: Judge<Source>,
): Promise<Repaired<Source> | undefined> {
  const edits = fixes.flatMap((fix) => fileEditsOf(fix.document, fix.edits));
  const isRewritten = fixes.some(({ isRewriting }) => isRewriting);
  const plain = isRewritten ? plainUtf8Of(before.source.bytes) : undefined;
  const bytes = edits.length === 0 ? plain : withText(plain ?? before.source.bytes, (text) => applyEdits(text, edits));
  if (bytes === undefined) return undefined;
  const source = withBytes(before.source, bytes);
  return { source, parts: await checkParts(source, judge), count: before.count + fixes.length };
}

/** Whether there are mistakes that were not there, other than those that could not be seen in a text that is not JSON. */
function isWorse(before: Repaired<Repairable>, after: Repaired<Repairable>): boolean {
  if (before.parts.some(({ document }) => document.json.faults.length > 0)) return false;
  const findingsOf = ({ parts }: Repaired<Repairable>) => parts.flatMap(({ findings }) => findings);
  return hasNewMistake(findingsOf(before), findingsOf(after));
}

function fileEditsOf({ passage }: OciDocument, edits: readonly TextEdit[]): readonly TextEdit[] {
  return passage === undefined ? edits : toHostEdits(passage, edits);
}

/**
 * The bytes with another text, a byte order mark kept; undefined for bytes that decoding and encoding would not give back,
 * which no edit of the text can then leave alone.
 */
function withText(bytes: Uint8Array, change: (text: string) => string): Uint8Array | undefined {
  const { text } = decodeDocument(bytes);
  const mark = bytes[0] === 0xef ? bytes.subarray(0, 3) : bytes.subarray(0, 0);
  const encode = (content: string) => joined(mark, new TextEncoder().encode(content));
  return isSame(encode(text), bytes) ? encode(change(text)) : undefined;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
