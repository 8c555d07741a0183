import { unpackBudget } from '../content/archive/uncompressed.ts';
import { type Files, readSmallFile } from '../content/files.ts';
import { startPortableHash } from '../content/hashing.ts';
import { blobUriOf, isLayout, type Layout } from '../content/layout/layout.ts';
import { type Contents, createContents } from '../content/stores/contents.ts';
import { below } from '../content/uris.ts';
import { unaccepted } from '../lint/lint-accepted.ts';
import type { KindHints } from '../oci/decide-kind.ts';
import { toDigestText } from '../oci/descriptor.ts';
import { readDigest } from '../oci/digest.ts';
import { readDocument, readDocumentBytes } from '../oci/document.ts';
import { areErofsLayers } from '../oci/erofs.ts';
import { kindOfMediaType } from '../oci/kinds.ts';
import { itemsOf, valueOf } from '../syntax/tree.ts';
import { check } from './check.ts';
import { filesOfLayout, layoutRoot, pathInLayout } from './layout-files.ts';
import { type ReadOptions, readOptions } from './options.ts';
import type { LayoutFiles, LayoutOptions, LayoutResult, LintResult } from './public.d.ts';
import { type Bench, fixableOf, type Repairable } from './repair.ts';
import { countsOf, resultOf } from './results.ts';

/** What is looked at in a layout. */
interface Source extends Repairable {
  /** A blob of which only the name is looked at. */
  readonly isOpaque: boolean;
}

/** A larger file is no document. In bytes. */
const maxDocumentSize = 128 * 1024 * 1024;
const usualBudget = 32 * 1024 ** 3;

/** Checks every document of a layout, and with `verify` every blob. */
export async function lintWholeLayout(given: LayoutFiles, options: LayoutOptions = {}): Promise<LayoutResult> {
  const { verify = true, maxDecompressed = usualBudget } = options;
  const read = readOptions(options);
  const layoutFiles = filesOfLayout(given);
  if (!(await isLayout(layoutFiles, layoutRoot))) throw new TypeError('no OCI layout in these files');
  const contents = createContents(layoutFiles, startPortableHash, undefined, undefined, unpackBudget(maxDecompressed));
  const files: (LintResult & { readonly path: string })[] = [];
  for await (const source of sourcesOf(contents.files, read, verify)) {
    const path = pathInLayout(source.document.uri) ?? '';
    const result = await resultFor(source, path, read, verify, contents);
    // A sound blob is no document, and nothing to tell.
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
  const rules = rulesOf(path);
  const accepted = { expected: paths.expectedIn(path), known: new Map() };
  const bench: Bench<Source> = {
    documentsOf: ({ document }) => [document],
    withBytes: (before, bytes) => {
      const { uri, hints } = before.document;
      return { ...before, bytes, document: readDocumentBytes(uri, bytes, hints) };
    },
    check: async ({ document }) =>
      unaccepted(
        document,
        await check({ document, rules, isNamed: false, isOfLayout: true, verify }, contents),
        accepted,
      ),
  };
  const { document } = source;
  const findings = await bench.check(source);
  const fixable = await fixableOf(source, [{ document, findings }], bench);
  return resultOf(document, findings, fixable, path, (uri) => pathInLayout(uri) ?? uri);
}

/** The marker, the index, and from there every document that a descriptor names, once each. Then the other blobs. */
async function* sourcesOf(files: Files, read: ReadOptions, isWhole: boolean): AsyncIterable<Source> {
  const layout: Layout = { root: layoutRoot };
  const places: { readonly uri: string; readonly hints: KindHints }[] = [
    { uri: below(layoutRoot, 'oci-layout'), hints: { path: 'layout-header' } },
    { uri: below(layoutRoot, 'index.json'), hints: { path: 'index' } },
    { uri: below(layoutRoot, 'manifest.json'), hints: { path: 'docker-save' } },
  ];
  const [seen, named] = [new Set<string>(), new Set<string>()];
  for (const { uri, hints } of places) {
    const bytes = await readSmallFile(files, uri, maxDocumentSize);
    if (bytes === undefined) continue;
    const document = readDocumentBytes(uri, bytes, hintsAt(uri, hints, read));
    if (!read.paths.isIgnored(pathInLayout(uri) ?? '')) yield { document, bytes, isOpaque: false };
    const isErofs = areErofsLayers(itemsOf(valueOf(document.root, 'layers')));
    for (const { value, role } of document.descriptors) {
      if (value === undefined) continue;
      const digest = toDigestText(value.digest);
      named.add(digest);
      if (seen.has(digest) || kindOfMediaType(value.mediaType) === undefined) continue;
      seen.add(digest);
      const isOfErofs = isErofs && role === 'config' ? { isOfErofs: true } : {};
      const blobHints = { pointedAs: value.mediaType, isBlob: true, ...isOfErofs };
      places.push({ uri: blobUriOf(layout, value.digest), hints: blobHints });
    }
  }
  if (isWhole) yield* otherBlobs(files, { seen, named }, read);
}

function hintsAt(uri: string, hints: KindHints, { config: { ownTypes }, paths }: ReadOptions): KindHints {
  const associated = paths.kindOf(pathInLayout(uri) ?? '');
  return {
    ...hints,
    ...(associated === undefined ? {} : { associated }),
    ...(ownTypes === undefined ? {} : { ownTypes }),
  };
}

/** The blobs that are no documents: only their names are compared with their bytes. Of what is named and no file, others tell. */
async function* otherBlobs(
  files: Files,
  { seen, named }: { readonly seen: ReadonlySet<string>; readonly named: ReadonlySet<string> },
  { paths }: ReadOptions,
): AsyncIterable<Source> {
  const blobs = below(layoutRoot, 'blobs');
  for (const algorithm of [...((await files.list(blobs)) ?? [])].sort()) {
    for (const name of [...((await files.list(below(blobs, algorithm))) ?? [])].sort()) {
      const digest = `${algorithm}:${name}`;
      const uri = below(blobs, algorithm, name);
      if (readDigest(digest) === undefined || paths.isIgnored(pathInLayout(uri) ?? '')) continue;
      const isFile = (await files.stat(uri))?.type === 'file';
      if (isFile ? seen.has(digest) : named.has(digest)) continue;
      yield { document: readDocument(uri, '', { isBlob: true }), bytes: new Uint8Array(), isOpaque: true };
    }
  }
}
