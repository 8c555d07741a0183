import { documentsOf, type FileDocument, withBytes } from '../content/stores/file-document.ts';
import { toHostEdits } from '../embedded/embedded-range.ts';
import { applySound, findingKeyOf, hasNewMistake, safeFixesOf } from '../features/safe-fixes.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { OciDocument } from '../oci/document.ts';
import { hasUnlistedErrors } from '../schema/document-errors.ts';
import { applyEdits, type TextEdit } from '../syntax/edit.ts';
import { decodeDocument, plainUtf8Of } from '../syntax/encoding.ts';
import { isFixable } from './diagnostic.ts';

/** A file with what is needed to repair it. */
export interface Repairable extends FileDocument {
  /** The file is in an archive and cannot be repaired. */
  readonly isReadOnly?: boolean;
}

/** A source after its safe fixes, with the remaining findings. */
export interface Repaired<Source extends Repairable> {
  readonly source: Source;
  readonly parts: readonly CheckedPart[];
  /** Number of fixes applied. */
  readonly count: number;
}

/** A document in a source, with its findings. */
export interface CheckedPart {
  readonly document: OciDocument;
  readonly findings: readonly LintFinding[];
}

/** Checks one document of a source. */
export type Judge<Source extends Repairable> = (source: Source) => Promise<readonly LintFinding[]>;

/** Fixes may uncover further findings, so they are applied in rounds, up to this many. */
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
 * Applies safe fixes in memory until none are left. Skips content-addressed files, and fixes that would only replace
 * one finding with another.
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
    // Fixes that undo each other repair nothing.
    if (seen.some((bytes) => isSame(bytes, next.source.bytes))) return unrepaired;
    seen.push(next.source.bytes);
    repaired = next;
  }
  // A document that still changes after the last round will never converge.
  return isFixable(original) && (await improved(repaired, judge)) !== undefined ? unrepaired : repaired;
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/**
 * Trying very many fixes, or a few in a very large document, costs too much, because each attempt checks the whole
 * document again. Number of fixes, and total bytes to check.
 */
const maxTried = 1000;
const maxChecked = 64 * 1024 * 1024;

/** The findings that a repair resolves: those with safe fixes that `--fix` really applies. */
export async function fixableOf<Source extends Repairable>(
  source: Source,
  parts: readonly CheckedPart[],
  judge: Judge<Source>,
): Promise<ReadonlySet<LintFinding>> {
  const candidates = isFixable(source)
    ? parts.flatMap(({ findings }) => findings.filter(({ fixes = [] }) => fixes.some(({ isSafe }) => isSafe)))
    : [];
  const effort = candidates.length * source.bytes.length;
  if (candidates.length === 0 || candidates.length > maxTried || effort > maxChecked) return new Set(candidates);
  const repaired = await repair(source, judge);
  const left = new Set(repaired.parts.flatMap(({ findings }) => findings.map(findingKeyOf)));
  return new Set(candidates.filter((finding) => !left.has(findingKeyOf(finding))));
}

/** A fix for a part of the source. */
interface PartFix {
  readonly document: OciDocument;
  readonly edits: readonly TextEdit[];
  readonly isRewriting?: boolean | undefined;
}

/** The source after all safe fixes that cause no new findings; undefined if there are none. */
async function improved<Source extends Repairable>(
  before: Repaired<Source>,
  judge: Judge<Source>,
): Promise<Repaired<Source> | undefined> {
  const all = before.parts.flatMap(({ document, findings }) =>
    safeFixesOf(findings).fixes.map(({ edits, isRewriting }): PartFix => ({ document, edits, isRewriting })),
  );
  const looks = Math.min(100, Math.max(4, Math.floor(maxChecked / 4 / before.source.bytes.length)));
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

/**
 * Whether a repair introduced new mistakes. If the text was not valid JSON before, they may have been there already.
 */
function isWorse(before: Repaired<Repairable>, after: Repaired<Repairable>): boolean {
  if (before.parts.some(({ document }) => document.json.faults.length > 0)) return false;
  const findingsOf = ({ parts }: Repaired<Repairable>) => parts.flatMap(({ findings }) => findings);
  const hidesErrors = () => before.parts.some(({ document }) => hasUnlistedErrors(document));
  return hasNewMistake(findingsOf(before), findingsOf(after), hidesErrors);
}

function fileEditsOf({ embedded }: OciDocument, edits: readonly TextEdit[]): readonly TextEdit[] {
  return embedded === undefined ? edits : toHostEdits(embedded, edits);
}

/** Changes the text and keeps any BOM; undefined if decoding and encoding would not restore the unchanged bytes. */
function withText(bytes: Uint8Array, change: (text: string) => string): Uint8Array | undefined {
  const { text } = decodeDocument(bytes);
  const mark = bytes[0] === 0xef ? bytes.subarray(0, 3) : bytes.subarray(0, 0);
  const encode = (content: string) => joined(mark, new TextEncoder().encode(content));
  return isSame(encode(text), bytes) ? encode(change(text)) : undefined;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
