import type { Contents } from '../content/stores/contents.ts';
import { readTargets, type Target } from '../content/stores/targets.ts';
import type { OciDocument } from '../oci/document.ts';
import { replaceMember, type TextEdit } from '../syntax/edit.ts';
import { pointerOf } from '../syntax/pointer.ts';
import { describeFile } from './describe-content.ts';

/** Beyond so many descriptors nobody waits for a look at each. */
const mostDescriptors = 1000;

/**
 * The descriptors of a document that no longer say what their content is, and whose update breaks nothing: those of files
 * that go by a title, and those with a wrong size only. What a layout holds under another digest is for propagation.
 */
export async function staleTargetsOf(
  document: OciDocument,
  contents: Contents,
  signal?: AbortSignal,
): Promise<readonly Target[]> {
  if (document.hints.isBlob || document.descriptors.length > mostDescriptors) return [];
  return (await readTargets(document, contents, 'small', signal)).filter(isStale);
}

/** Whether a descriptor can be brought in line with its content by an edit of itself. */
export function isStale({ verdict }: Target): boolean {
  if (verdict.state === 'other-size') return verdict.isHashed || verdict.content.isGuess === true;
  return verdict.state === 'other-content' && verdict.content.isGuess === true;
}

/** The edits that bring one such descriptor in line with its content. */
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

/** What an update of all descriptors comes to. Without edits, the counts say whether that is because all is right. */
export interface UpdateAll<Edit> {
  readonly edit: Edit | undefined;
  /** Descriptors that differ from their content, and that no edit of this document alone brings in line. */
  readonly differing: number;
  /** Descriptors whose content nobody compared: not found, not readable, too large, or not well-formed. */
  readonly unverified: number;
}

/** The edits that bring all of them in line, and what they leave. */
export async function updateAllOf(
  document: OciDocument,
  contents: Contents,
  signal?: AbortSignal,
): Promise<UpdateAll<readonly TextEdit[]>> {
  const all = document.descriptors.length;
  if (all > mostDescriptors) return { edit: undefined, differing: 0, unverified: all };
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
