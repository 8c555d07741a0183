import { unpackBudget } from '../content/archive/uncompressed.ts';
import type { Difference } from '../content/difference/change.ts';
import { blobsDifference, documentsDifference } from '../content/difference/difference-of.ts';
import { isContent } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { differenceText } from '../features/difference-text.ts';
import type { OciDocument } from '../oci/document.ts';
import { currentDocumentAt } from '../workspace/current-document.ts';
import { sourceOf } from '../workspace/shown.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Limit on total decompressed bytes per comparison. */
const maxUnpacked = 4 * 1024 ** 3;

/**
 * Explains why two documents or two other blobs differ: a summary, then details. Undefined if one of them cannot be
 * read. Rejects if canceled.
 */
export async function compareFiles(
  shown: readonly [a: string, b: string],
  workspace: Workspace,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { host, contents } = workspace;
  const [one, other] = [sourceOf(shown[0]), sourceOf(shown[1])];
  const means = { startHash: host.startHash, budget: unpackBudget(maxUnpacked), signal };
  const [a, b] = await Promise.all([one, other].map((uri) => ociDocumentAt(uri, workspace)));
  if (a !== undefined && b !== undefined)
    return textOf(await documentsDifference({ document: a, contents }, { document: b, contents }, means));
  const [blob, otherBlob] = await Promise.all([one, other].map((uri) => contentAt(uri, contents)));
  if (a !== undefined || b !== undefined || blob === undefined || otherBlob === undefined) return undefined;
  return textOf(await blobsDifference({ content: blob, contents }, { content: otherBlob, contents }, means));
}

function textOf(difference: Difference): string {
  return differenceText(difference, difference.changes, false);
}

/** Undefined if it is not an OCI document. */
async function ociDocumentAt(uri: string, workspace: Workspace): Promise<OciDocument | undefined> {
  const document = await currentDocumentAt(uri, workspace);
  return document?.kind === undefined ? undefined : document;
}

async function contentAt(uri: string, { files }: Contents) {
  const content = await fileContentOf(files, uri).catch(() => undefined);
  return isContent(content) ? content : undefined;
}
