import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { blobStepsOf } from '../content/archive/blob-steps.ts';
import { readSmallFile } from '../content/files.ts';
import { hashSmall } from '../content/hash-small.ts';
import { isInside } from '../content/inside-uris.ts';
import { blobDigestOf, type Layout } from '../content/layout/layout.ts';
import { planRehash } from '../content/layout/rehash.ts';
import type { RehashOptions, RehashPlan } from '../content/layout/rehash-plan.ts';
import { type Contents, maxDocumentSize } from '../content/stores/contents.ts';
import { nameOf } from '../content/uris.ts';
import { rehashEditOf } from '../features/rehash-edit.ts';
import { shortDigest } from '../oci/digest.ts';
import { counted } from '../protocol/counted.ts';
import { decodeDocument, encodeLike } from '../syntax/encoding.ts';
import type { Host } from '../workspace/host.ts';

/** Result of updating a layout to match its bytes. */
export interface Rehash {
  /** A single edit with all changes; absent if there is nothing to do or the update would be incomplete. */
  readonly edit?: WorkspaceEdit;
  /** Message for success: "Layout updated: 2 documents changed, 1 blob renamed." */
  readonly done?: string;
  /** Reasons for failure or further remarks, as complete sentences. */
  readonly problems: readonly string[];
}

/**
 * Updates the layout around a document to match the bytes of its blobs, including unsaved changes. Rejects if canceled.
 */
export async function rehashAround(uri: string, host: Host, contents: Contents, signal: AbortSignal): Promise<Rehash> {
  if (isInside(uri)) return { problems: ['Files in an archive are read-only.'] };
  const layout = await contents.layoutOf(uri);
  if (layout === undefined) return { problems: ['This file is not in an OCI layout.'] };
  const plan = await planAround(layout, host, contents, { blob: uri, signal });
  if ('problem' in plan) return { problems: plan.problems };
  const edit = await editOfPlan(plan, host, contents);
  if ('problem' in edit) return { problems: edit.problems };
  const unnamed = plan.isUnnamed ? ['This blob is unreferenced.'] : [];
  const stale = plan.stale.map(
    ({ uri: at, before, now }) =>
      `${shortDigest(nameOf(at))} refers to ${shortDigest(before)}, which is now ${shortDigest(now)}. Sign or attest again.`,
  );
  const notes = [...unnamed, ...stale];
  if (edit.documentChanges?.length === 0) return { problems: notes };
  return { edit, done: doneText(plan), problems: notes };
}

/** Why something cannot be done: the first reason, and all of them, as complete sentences. */
interface Refused {
  readonly problem: string;
  readonly problems: readonly string[];
}

/** Plans the update of a layout, including unsaved changes. Rejects if canceled. */
export async function planAround(
  layout: Layout,
  host: Host,
  contents: Contents,
  request: Omit<RehashOptions, 'unsavedBytesOf'> & { readonly signal: AbortSignal },
): Promise<RehashPlan | Refused> {
  const unsavedBytesOf = (at: string) => unsavedBytes(at, host, contents);
  const plan = await planRehash(contents, layout, { ...request, unsavedBytesOf }).catch((error: Error) => {
    request.signal.throwIfAborted();
    return error.message;
  });
  if (typeof plan === 'string') return refused([plan]);
  return plan.problems.length > 0 ? refused(plan.problems) : plan;
}

/** Converts a plan to a single edit of the current texts. */
export async function editOfPlan(plan: RehashPlan, host: Host, contents: Contents): Promise<WorkspaceEdit | Refused> {
  const { steps, problems } = await blobStepsOf(plan, contents);
  if (problems.length > 0) return refused(problems);
  const changed = await changedMeanwhile(plan, host, contents);
  return changed === undefined
    ? rehashEditOf(plan, steps, host.openText)
    : refused([`${nameOf(changed)} was changed by another program`]);
}

function refused(reasons: readonly string[]): Refused {
  const problems = reasons.map((reason) => `Cannot update digests: ${reason}.`);
  return { problem: problems[0] ?? '', problems };
}

function doneText({ changes, moves }: RehashPlan): string {
  const edited = changes.filter(({ edits }) => edits.length > 0).length;
  const renamed = [...changes, ...moves].filter(({ uri, newUri }) => uri !== newUri).length;
  return `Layout updated: ${counted(edited, 'document')} changed, ${counted(renamed, 'blob')} renamed.`;
}

/** Whether a blob's bytes do not match its name. Large blobs are not read. */
export async function isChangedBlob(uri: string, contents: Contents): Promise<boolean> {
  const name = blobDigestOf(uri);
  if (name === undefined || (await contents.layoutOf(uri)) === undefined) return false;
  const bytes = await readSmallFile(contents.files, uri, maxDocumentSize).catch(() => undefined);
  return bytes !== undefined && hashSmall(name.algorithm, bytes) !== name.encoded;
}

/** Finds a document that is not open, so that its edits are not versioned, and that has changed in the meantime. */
async function changedMeanwhile({ changes }: RehashPlan, { openText }: Host, { files }: Contents) {
  for (const { uri, document } of changes) {
    if (openText(uri) !== undefined) continue;
    const bytes = await readSmallFile(files, uri, maxDocumentSize).catch(() => undefined);
    if (bytes === undefined || decodeDocument(bytes).text !== document.json.text) return uri;
  }
  return undefined;
}

/** The bytes that saving an open text would write; undefined if equal to the file. */
async function unsavedBytes(uri: string, { openText }: Host, { files }: Contents): Promise<Uint8Array | undefined> {
  const open = openText(uri);
  if (open === undefined) return undefined;
  const text = open.getText();
  const file = await readSmallFile(files, uri, maxDocumentSize).catch(() => undefined);
  return file !== undefined && decodeDocument(file).text === text ? undefined : encodeLike(text, file);
}
