import { toDigestText } from '../../oci/descriptor.ts';
import { shortDigest } from '../../oci/digest.ts';
import { blobDigestOf } from '../layout/layout.ts';
import type { BlobMove, RehashPlan } from '../layout/rehash-plan.ts';
import { isRefusal } from '../stores/content-store.ts';
import type { Contents } from '../stores/contents.ts';
import { fileContentOf } from '../stores/file-content.ts';

/** One step of renaming blobs. */
export type BlobStep = { readonly rename: BlobMove } | { readonly delete: string };

/** The steps in order, or the problems that prevent them. */
export interface BlobSteps {
  readonly steps: readonly BlobStep[];
  readonly problems: readonly string[];
}

/**
 * Orders the renames of blobs so that none is overwritten: a rename whose target is still in use waits for the rename
 * that frees it. A blob whose target already has the same bytes is deleted instead.
 */
export async function blobStepsOf({ changes, moves }: RehashPlan, contents: Contents): Promise<BlobSteps> {
  const waiting = [...changes, ...moves].filter(({ uri, newUri }) => uri !== newUri);
  const leaving = new Set(waiting.map(({ uri }) => uri));
  const taken = new Set<string>();
  const deletions: BlobStep[] = [];
  const renames: BlobMove[] = [];
  const problems: string[] = [];
  for (const { uri, newUri } of waiting) {
    const target = taken.has(newUri) ? 'same' : leaving.has(newUri) ? 'free' : await targetAt(newUri, contents);
    if (target === 'other') problems.push(`the target blob ${nameIn(newUri)} exists with different content`);
    else if (target === 'same') deletions.push({ delete: uri });
    else renames.push({ uri, newUri });
    taken.add(newUri);
  }
  return { steps: [...deletions, ...ordered(renames)], problems };
}

/** A blob's short digest, for messages. */
function nameIn(uri: string): string {
  const digest = blobDigestOf(uri);
  return digest === undefined ? uri : shortDigest(toDigestText(digest));
}

/** State of a rename target: nonexistent, same content, or different content. */
async function targetAt(uri: string, contents: Contents): Promise<'free' | 'same' | 'other'> {
  const found = await fileContentOf(contents.files, uri);
  if (found === undefined) return 'free';
  const digest = blobDigestOf(uri);
  if (isRefusal(found) || digest === undefined) return 'other';
  const hashed = await contents.hash(digest.algorithm, found);
  return hashed?.hex === digest.encoded ? 'same' : 'other';
}

/** Puts each rename after the one that frees its target. Cycles are broken with a temporary name. */
function ordered(renames: readonly BlobMove[]): BlobStep[] {
  const waiting = new Map(renames.map((move) => [move.uri, move]));
  const steps: BlobStep[] = [];
  while (waiting.size > 0) {
    const free = [...waiting.values()].filter(({ newUri }) => !waiting.has(newUri));
    for (const move of free) {
      steps.push({ rename: move });
      waiting.delete(move.uri);
    }
    const [stuck] = waiting.values();
    if (free.length > 0 || stuck === undefined) continue;
    const aside = `${stuck.uri}.aside`;
    steps.push({ rename: { uri: stuck.uri, newUri: aside } });
    waiting.delete(stuck.uri);
    waiting.set(aside, { uri: aside, newUri: stuck.newUri });
  }
  return steps;
}
