import type { Contents } from '../content/stores/contents.ts';
import { readTargets, type Target } from '../content/stores/targets.ts';
import type { OciDocument } from '../oci/document.ts';
import { replaceValue, type TextEdit } from '../syntax/edit.ts';
import { pointerOf } from '../syntax/pointer.ts';
import { valueOf } from '../syntax/tree.ts';
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
  return [replaceValue(valueOf(node, 'size')!, String(size))];
}

/** The edits that bring all of them in line. */
export async function updateAllOf(
  document: OciDocument,
  contents: Contents,
  signal?: AbortSignal,
): Promise<readonly TextEdit[]> {
  const stale = await staleTargetsOf(document, contents, signal);
  return (await Promise.all(stale.map((target) => updateEditsOf(document, target, contents, signal)))).flat();
}
