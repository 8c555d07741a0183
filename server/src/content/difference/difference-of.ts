import type { Difference } from './change.ts';
import type { Comparison, Side } from './comparison.ts';
import { type Blob, compareContent } from './content-changes.ts';
import { compareDocuments } from './document-difference.ts';
import { compareBytes } from './stored-changes.ts';

/** Inputs of a comparison. */
export type Means = Pick<Comparison, 'startHash' | 'budget' | 'signal'>;

/** Compares two documents and everything they reference. Rejects if canceled. */
export async function documentsDifference(a: Side, b: Side, means: Means): Promise<Difference> {
  const comparison = begun(means);
  await compareDocuments(a, b, comparison);
  const isSame = a.document.json.text === b.document.json.text;
  if (isSame && comparison.changes.length === 0) await compareBytes(comparison);
  return ended(comparison, isSame && comparison.changes.length === 0);
}

/** Compares two blobs that are not documents. Rejects if canceled. */
export async function blobsDifference(a: Blob, b: Blob, means: Means): Promise<Difference> {
  const comparison = begun(means);
  const isIdentical = await isSameBlob(a, b);
  if (!isIdentical) await compareContent(a, b, { scope: [], part: 'content' }, comparison);
  return ended(comparison, isIdentical);
}

function begun(means: Means): Comparison {
  return { ...means, changes: [], problems: [], sameSized: [], hasPaths: false, isOfSeveral: false };
}

function ended({ changes, problems, hasPaths, isOfSeveral }: Comparison, isIdentical: boolean): Difference {
  return { changes, problems, isIdentical, hasPaths, isOfSeveral };
}

async function isSameBlob(a: Blob, b: Blob): Promise<boolean> {
  if (a.content.size !== b.content.size) return false;
  const [one, other] = [await a.contents.hash('sha256', a.content), await b.contents.hash('sha256', b.content)];
  return one !== undefined && one.hex === other?.hex;
}
