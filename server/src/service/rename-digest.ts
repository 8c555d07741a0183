import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { blobDigestOf, blobUriOf, type Layout } from '../content/layout/layout.ts';
import { isContent } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import type { NoRename } from '../features/rename/renamable.ts';
import { readDigest, shortDigest } from '../oci/digest.ts';
import type { Host } from '../workspace/host.ts';
import { editOfPlan, planAround } from './rehash.ts';
import type { FileMove } from './titled-files.ts';

export const invalidDigest = 'Invalid digest. Use algorithm:encoded, such as sha256 and 64 hex digits.';

/**
 * Replaces a digest everywhere in a layout. If the new digest is that of an existing blob, all references are changed
 * to it, including sizes, and the referring documents are renamed up to the index. If it is the digest of the edited
 * content, this is a rehash. Any other digest is rejected, because digests follow from content.
 */
export async function renamedDigest(
  from: string,
  to: string,
  layout: Layout,
  host: Host,
  contents: Contents,
  signal: AbortSignal,
): Promise<WorkspaceEdit | NoRename> {
  const digest = readDigest(to);
  const before = readDigest(from);
  if (digest === undefined || before === undefined || from === to) return { documentChanges: [] };
  const content = await fileContentOf(contents.files, blobUriOf(layout, digest));
  const isThere = isContent(content);
  if (isThere && (await isOfOtherType(from, to, layout, contents, signal)))
    return { problem: `${shortDigest(to)} has another media type. Change the descriptor instead.` };
  const instead = isThere ? new Map([[from, { digest, size: BigInt(content.size) }]]) : undefined;
  const plan = await planAround(layout, host, contents, { instead, blob: blobUriOf(layout, before), signal });
  if ('problem' in plan) return plan;
  const changed = [...plan.changes, ...plan.moves];
  const target = blobUriOf(layout, digest);
  if (!isThere && !changed.some(isMove(blobUriOf(layout, before), target)))
    return { problem: `No blob ${shortDigest(to)} in this layout. A digest follows from content: edit that instead.` };
  if (isThere && changed.some(({ uri }) => uri === target))
    return { problem: `${shortDigest(to)} refers to ${shortDigest(from)}, or was edited. Update digests first.` };
  return editOfPlan(plan, host, contents);
}

/**
 * The changes that follow when an edited blob is renamed to the digest of its new content. The editor itself renames
 * the file. Undefined if the new name is a different digest or the update is impossible.
 */
export async function renamedBlob(
  { oldUri, newUri }: FileMove,
  layout: Layout,
  host: Host,
  contents: Contents,
  signal: AbortSignal,
): Promise<WorkspaceEdit | undefined> {
  // Any other name cannot be a digest, so there is nothing to read.
  if (blobDigestOf(newUri) === undefined) return undefined;
  const plan = await planAround(layout, host, contents, { blob: oldUri, signal });
  if ('problem' in plan) return undefined;
  const isThis = isMove(oldUri, newUri);
  if (![...plan.changes, ...plan.moves].some(isThis)) return undefined;
  const changes = plan.changes.map((change) => (isThis(change) ? { ...change, newUri: oldUri } : change));
  const moves = plan.moves.filter((move) => !isThis(move));
  const edit = await editOfPlan({ ...plan, moves, changes }, host, contents);
  return 'problem' in edit ? undefined : edit;
}

/** Matches the step of a plan that renames one given file to another. */
function isMove(from: string, to: string) {
  return ({ uri, newUri }: { readonly uri: string; readonly newUri: string }): boolean => uri === from && newUri === to;
}

/** Whether the descriptors of two digests declare different media types. */
async function isOfOtherType(
  a: string,
  b: string,
  layout: Layout,
  contents: Contents,
  signal: AbortSignal,
): Promise<boolean> {
  const graph = await contents.wholeGraphOf(layout, signal);
  const typeOf = (digest: string) => graph.mentionsOf(digest)[0]?.value.mediaType;
  const [from, to] = [typeOf(a), typeOf(b)];
  return from !== undefined && to !== undefined && from !== to;
}
