import { unpackBudget } from '../content/archive/uncompressed.ts';
import type { Comparison } from '../content/difference/comparison.ts';
import { compareContent } from '../content/difference/content-changes.ts';
import { compareDocuments } from '../content/difference/document-difference.ts';
import { isRefusal } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { fileContentOf } from '../content/stores/file-content.ts';
import { readKindHints } from '../content/stores/kind-hints.ts';
import { differenceText } from '../features/difference-text.ts';
import type { OciDocument } from '../oci/document.ts';
import type { Checks } from './checks.ts';
import { sourceOf } from './formatted.ts';
import type { Host } from './host.ts';

/** In bytes, of all that is unpacked for one comparison. */
const maxUnpacked = 4 * 1024 ** 3;

/**
 * Why two documents, or two blobs that are none, differ: a sentence, and then where. Undefined where one of them cannot be
 * read. Rejects when cancelled.
 */
export async function compareFiles(
  shown: readonly [a: string, b: string],
  host: Host,
  contents: Contents,
  checks: Checks,
  signal: AbortSignal,
): Promise<string | undefined> {
  const [one, other] = [sourceOf(shown[0]), sourceOf(shown[1])];
  const comparison: Comparison = {
    startHash: host.startHash,
    budget: unpackBudget(maxUnpacked),
    signal,
    changes: [],
    problems: [],
    hasPaths: false,
    isOfSeveral: false,
  };
  const [a, b] = await Promise.all([one, other].map((uri) => documentAt(uri, host, contents, checks)));
  if (a !== undefined && b !== undefined) {
    await compareDocuments({ document: a, contents }, { document: b, contents }, comparison);
    return textOf(comparison, a.json.text === b.json.text);
  }
  const [blob, otherBlob] = await Promise.all([one, other].map((uri) => contentAt(uri, contents)));
  if (a !== undefined || b !== undefined || blob === undefined || otherBlob === undefined) return undefined;
  const place = { scope: [], part: 'content' };
  await compareContent({ content: blob, contents }, { content: otherBlob, contents }, place, comparison);
  return textOf(comparison, true);
}

function textOf({ changes, problems, hasPaths, isOfSeveral }: Comparison, isSame: boolean): string {
  const isIdentical = isSame && changes.length === 0;
  return differenceText({ changes, problems, isIdentical, hasPaths, isOfSeveral }, changes, false);
}

/** As an editor has it, or as it is in its file; undefined for what is none of ours. */
async function documentAt(
  uri: string,
  host: Host,
  contents: Contents,
  checks: Checks,
): Promise<OciDocument | undefined> {
  if (host.openText(uri) !== undefined) {
    const open = await checks.documentOf(uri);
    return open?.kind === undefined ? undefined : open;
  }
  const content = await contentAt(uri, contents);
  const { pointedAs } = await readKindHints(contents, uri);
  const read = content && (await contents.documentOf(content, pointedAs).catch(() => undefined));
  return read?.kind === undefined ? undefined : read;
}

async function contentAt(uri: string, { files }: Contents) {
  const content = await fileContentOf(files, uri).catch(() => undefined);
  return content === undefined || isRefusal(content) ? undefined : content;
}
