import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { blobStepsOf } from '../content/archive/blob-steps.ts';
import { readSmallFile } from '../content/files.ts';
import { hashSmall } from '../content/hash-small.ts';
import { isInside } from '../content/inside-uris.ts';
import { blobDigestOf, type Layout } from '../content/layout/layout.ts';
import { planRehash } from '../content/layout/rehash.ts';
import type { RehashPlan, RehashQuestion } from '../content/layout/rehash-plan.ts';
import { type Contents, maxDocumentSize } from '../content/stores/contents.ts';
import { nameOf } from '../content/uris.ts';
import { rehashEditOf } from '../features/rehash-edit.ts';
import { shortDigest } from '../oci/digest.ts';
import { counted } from '../protocol/counted.ts';
import { decodeDocument, encodeLike } from '../syntax/encoding.ts';
import type { Host } from '../workspace/host.ts';

/** What came of asking for a layout to agree with its bytes. */
export interface Rehash {
  /** All of it at once; absent where there is nothing to do, or where it could not be done whole. */
  readonly edit?: WorkspaceEdit;
  /** What the edit does, for when it is done: "Layout updated: 2 documents changed, 1 blob renamed." */
  readonly done?: string;
  /** Why it cannot be done, or what else there is to know, each a sentence. */
  readonly problems: readonly string[];
}

/**
 * Brings the layout around a document in line with the bytes of its blobs, those counted that are edited and not saved yet.
 * Rejects when cancelled.
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

/** Why something cannot be done: the first reason, and all of them. Each is a sentence. */
interface Refused {
  readonly problem: string;
  readonly problems: readonly string[];
}

/** What a layout's bytes, unsaved ones counted, and the question come to. Rejects when cancelled. */
export async function planAround(
  layout: Layout,
  host: Host,
  contents: Contents,
  question: Omit<RehashQuestion, 'unsavedBytesOf'> & { readonly signal: AbortSignal },
): Promise<RehashPlan | Refused> {
  const unsavedBytesOf = (at: string) => unsavedBytes(at, host, contents);
  const plan = await planRehash(contents, layout, { ...question, unsavedBytesOf }).catch((error: Error) => {
    question.signal.throwIfAborted();
    return error.message;
  });
  if (typeof plan === 'string') return refused([plan]);
  return plan.problems.length > 0 ? refused(plan.problems) : plan;
}

/** All of a plan as one edit, for the texts as they are now. */
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

/** Whether a blob of a layout has other bytes than its name says. Large ones are not read for that. */
export async function isChangedBlob(uri: string, contents: Contents): Promise<boolean> {
  const name = blobDigestOf(uri);
  if (name === undefined || (await contents.layoutOf(uri)) === undefined) return false;
  const bytes = await readSmallFile(contents.files, uri, maxDocumentSize).catch(() => undefined);
  return bytes !== undefined && hashSmall(name.algorithm, bytes) !== name.encoded;
}

/** A document that no editor holds, so that its edits name no version, and that is another by now. */
async function changedMeanwhile({ changes }: RehashPlan, { openText }: Host, { files }: Contents) {
  for (const { uri, document } of changes) {
    if (openText(uri) !== undefined) continue;
    const bytes = await readSmallFile(files, uri, maxDocumentSize).catch(() => undefined);
    if (bytes === undefined || decodeDocument(bytes).text !== document.json.text) return uri;
  }
  return undefined;
}

/** What saving an open text would write; undefined where that is what the file has. */
async function unsavedBytes(uri: string, { openText }: Host, { files }: Contents): Promise<Uint8Array | undefined> {
  const open = openText(uri);
  if (open === undefined) return undefined;
  const text = open.getText();
  const file = await readSmallFile(files, uri, maxDocumentSize).catch(() => undefined);
  return file !== undefined && decodeDocument(file).text === text ? undefined : encodeLike(text, file);
}
