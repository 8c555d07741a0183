import type { Location } from 'vscode-languageserver-types';
import { isContent } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { toDigestText, type WrittenDescriptor } from '../oci/descriptor.ts';
import type { OciDocument } from '../oci/document.ts';
import { attestedDigestOf } from '../oci/index-entry.ts';
import { kindOfMediaType } from '../oci/kinds.ts';
import { spanOf, valueOf } from '../syntax/tree.ts';
import { descriptorAt } from './content-links.ts';
import { fileStart, toRange } from './ranges.ts';

/** Bounds the traversal of nested indexes; far more than anyone would choose from. */
const maxManifests = 1000;

/**
 * The manifests behind what is at an offset: for an index, one per platform, including those of nested indexes. Outside
 * descriptors, those of the document itself. For a manifest that is not available, the location of its index entry.
 */
export async function implementationsOf(
  document: OciDocument,
  offset: number,
  contents: Contents,
): Promise<Location[]> {
  const written = descriptorAt(document, offset);
  const start = written === undefined ? manifestsIn(document) : [{ written, document }];
  const seen = new Set<string>();
  const found: Location[] = [];
  const waiting = [...start];
  for (const [at, entry] of waiting.entries()) {
    if (at === maxManifests) break;
    const digest = entry.written.value && toDigestText(entry.written.value.digest);
    if (digest === undefined || seen.has(digest)) continue;
    seen.add(digest);
    const { uri, target } = await contentOf(entry, contents);
    const listed = target === undefined ? [] : manifestsIn(target);
    if (listed.length > 0) waiting.push(...listed);
    else if (uri !== undefined) found.push({ uri, range: fileStart });
    else if (entry.written !== written) found.push(placeOf(entry));
  }
  return found;
}

interface Entry {
  readonly written: WrittenDescriptor;
  readonly document: OciDocument;
}

/** The runnable entries of an index, without attestations. */
function manifestsIn(document: OciDocument): Entry[] {
  return document.descriptors
    .filter((written) => written.role === 'manifest' && attestedDigestOf(written) === undefined)
    .map((written) => ({ written, document }));
}

/** The URI of an entry's content, and the parsed document if it may list manifests. */
async function contentOf(
  { written, document }: Entry,
  contents: Contents,
): Promise<{ readonly uri?: string | undefined; readonly target?: OciDocument | undefined }> {
  const mediaType = written.value?.mediaType;
  const found = await contents.find(written, document.uri).catch(() => undefined);
  if (mediaType === undefined || !isContent(found)) return {};
  if (kindOfMediaType(mediaType) === undefined) return { uri: found.uri };
  return { uri: found.uri, target: await contents.documentOf(found, mediaType).catch(() => undefined) };
}

function placeOf({ written, document }: Entry): Location {
  const digest = valueOf(written.node, 'digest') ?? written.node;
  return { uri: document.uri, range: toRange(document.json.lines, spanOf(digest)) };
}
