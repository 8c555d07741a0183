import { unpackBudget } from '../content/archive/uncompressed.ts';
import { type Files, readSmallFile } from '../content/files.ts';
import { startPortableHash } from '../content/hashing.ts';
import { isLayout } from '../content/layout/layout.ts';
import { blobEntriesOf } from '../content/layout/layout-blobs.ts';
import { documentsOfLayout } from '../content/layout/layout-documents.ts';
import { type Contents, createContents } from '../content/stores/contents.ts';
import { check } from '../lint/check.ts';
import { withUserHints } from '../oci/decide-kind.ts';
import { readDocument, readDocumentBytes } from '../oci/document.ts';
import { filesOfLayout, layoutRoot, pathInLayout } from './layout-files.ts';
import { type ReadOptions, readOptions } from './options.ts';
import type { LayoutFiles, LayoutOptions, LayoutResult, LintResult } from './public.d.ts';
import { fixableOf, type Judge, type Repairable } from './repair.ts';
import { countsOf, resultOf } from './results.ts';

/** A file of a layout to check. */
interface Source extends Repairable {
  /** A blob of which only the name is verified. */
  readonly isOpaque: boolean;
}

/** Larger files are not documents. Bytes. */
const maxDocumentSize = 128 * 1024 * 1024;
const usualBudget = 32 * 1024 ** 3;

/** Checks all documents of a layout and, with `verify`, all blobs. */
export async function lintWholeLayout(given: LayoutFiles, options: LayoutOptions = {}): Promise<LayoutResult> {
  const { verify = true, maxDecompressed = usualBudget } = options;
  const read = readOptions(options);
  const layoutFiles = filesOfLayout(given);
  if (!(await isLayout(layoutFiles, layoutRoot))) throw new TypeError('no OCI layout in these files');
  const contents = createContents(layoutFiles, startPortableHash, { budget: unpackBudget(maxDecompressed) });
  const files: (LintResult & { readonly path: string })[] = [];
  for await (const source of sourcesOf(contents.files, read, verify)) {
    const path = pathInLayout(source.document.uri) ?? '';
    const result = await resultFor(source, path, read, verify, contents);
    // A blob without findings is not a document and is not listed.
    if (!source.isOpaque || result.findings.length > 0) files.push({ path, ...result });
  }
  return { files, ...countsOf(files.flatMap(({ findings }) => findings)) };
}

async function resultFor(
  source: Source,
  path: string,
  { rulesOf, paths }: ReadOptions,
  verify: boolean,
  contents: Contents,
): Promise<LintResult> {
  const accepted = { expected: paths.expectedIn(path), known: new Map() };
  const depth = verify ? 'all' : 'sizes';
  const checkOptions = {
    contents,
    depth,
    isLayoutChecked: true,
    isNamed: false,
    accepted,
    rules: rulesOf(path),
  } as const;
  const judge: Judge<Source> = ({ document }) => check(document, checkOptions);
  const { document } = source;
  const findings = await judge(source);
  const fixable = await fixableOf(source, [{ document, findings }], judge);
  return resultOf(document, findings, fixable, path, (uri) => pathInLayout(uri) ?? uri);
}

/** Yields all documents, then the remaining blobs, of which only the names are verified. */
async function* sourcesOf(files: Files, { config, paths }: ReadOptions, isWhole: boolean): AsyncIterable<Source> {
  const layout = { root: layoutRoot };
  const named = { all: new Set<string>(), documents: new Set<string>() };
  const isIgnored = (uri: string) => paths.isIgnored(pathInLayout(uri) ?? '');
  const documents = documentsOfLayout(layout, named, async ({ uri, hints }) => {
    const bytes = await readSmallFile(files, uri, maxDocumentSize);
    const userHints = { associated: paths.kindOf(pathInLayout(uri) ?? ''), ownTypes: config.ownTypes };
    return (
      bytes && { document: readDocumentBytes(uri, bytes, withUserHints(hints, userHints)), bytes, isOpaque: false }
    );
  });
  for await (const source of documents) if (!isIgnored(source.document.uri)) yield source;
  if (!isWhole) return;
  for await (const { uri, digest } of blobEntriesOf(files, layout)) {
    if (isIgnored(uri)) continue;
    const isFile = (await files.stat(uri))?.type === 'file';
    // Missing and irregular files that are referenced are reported by other rules.
    if (isFile ? named.documents.has(digest) : named.all.has(digest)) continue;
    yield { document: readDocument(uri, '', { isBlob: true }), bytes: new Uint8Array(), isOpaque: true };
  }
}
