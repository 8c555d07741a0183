import type { Contents } from '../content/stores/contents.ts';
import { readTargets, type Target } from '../content/stores/targets.ts';
import type { OciDocument } from '../oci/document.ts';
import { replaceMember, type TextEdit } from '../syntax/edit.ts';
import { pointerOf } from '../syntax/pointer.ts';
import { describeFile } from './describe-content.ts';

/** Maximum number of descriptors to check: more would take too long. */
const maxDescriptors = 1000;

/**
 * The descriptors that no longer match their content and can be updated without breaking anything: those of titled
 * files, and those with only a wrong size. Content stored in a layout under another digest is handled by rehash
 * instead.
 */
export async function staleTargetsOf(
  document: OciDocument,
  contents: Contents,
  signal?: AbortSignal,
): Promise<readonly Target[]> {
  if (document.hints.isBlob || document.descriptors.length > maxDescriptors) return [];
  return (await readTargets(document, contents, 'small', signal)).filter(isStale);
}

/** Whether editing the descriptor alone makes it match its content. */
export function isStale({ verdict }: Target): boolean {
  if (verdict.state === 'other-size') return verdict.isHashed || verdict.content.isGuess === true;
  return verdict.state === 'other-content' && verdict.content.isGuess === true;
}

/** The edits that update one such descriptor. */
export async function updateEditsOf(
  document: OciDocument,
  { written: { node }, verdict }: Target,
  contents: Contents,
  signal?: AbortSignal,
): Promise<readonly TextEdit[]> {
  if (!('content' in verdict)) return [];
  const { uri, isGuess, size } = verdict.content;
  if (isGuess && uri !== undefined) return (await describeFile(document, pointerOf(node), uri, contents, signal)) ?? [];
  return replaceMember(node, 'size', String(size));
}

/** The result of updating all descriptors. If there are no edits, the counts tell whether everything matches. */
export interface UpdateAll<Edit> {
  readonly edit: Edit | undefined;
  /** Descriptors that differ from their content and cannot be fixed by editing this document alone. */
  readonly differing: number;
  /** Descriptors whose content was not compared: missing, unreadable, too large, or not well-formed. */
  readonly unverified: number;
}

/** The edits for all stale descriptors, and what they leave. */
export async function updateAllOf(
  document: OciDocument,
  contents: Contents,
  signal?: AbortSignal,
): Promise<UpdateAll<readonly TextEdit[]>> {
  const all = document.descriptors.length;
  if (all > maxDescriptors) return { edit: undefined, differing: 0, unverified: all };
  const targets = await readTargets(document, contents, 'small', signal);
  const stale = document.hints.isBlob ? [] : targets.filter(isStale);
  const edits = (await Promise.all(stale.map((target) => updateEditsOf(document, target, contents, signal)))).flat();
  const differing = targets.filter((target) => differs(target) && !stale.includes(target)).length;
  const same = targets.filter(({ verdict }) => verdict.state === 'same').length;
  const unverified = all - same - differing - stale.length;
  return { edit: edits.length === 0 ? undefined : edits, differing, unverified };
}

function differs({ verdict }: Target): boolean {
  return verdict.state === 'other-size' || verdict.state === 'other-content';
}
