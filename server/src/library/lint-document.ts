import type { Files } from '../content/files.ts';
import { startPortableHash } from '../content/hashing.ts';
import { type Contents, createContents } from '../content/stores/contents.ts';
import { readKindHints } from '../content/stores/kind-hints.ts';
import { below } from '../content/uris.ts';
import { unaccepted } from '../lint/lint-accepted.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import type { KindHints } from '../oci/decide-kind.ts';
import { type OciDocument, readDocument, readDocumentBytes } from '../oci/document.ts';
import { check } from './check.ts';
import { assertKind, type ReadOptions, readOptions } from './options.ts';
import type { FixResult, LintOptions, LintResult } from './public.d.ts';
import { type Bench, fixableOf, repair } from './repair.ts';
import { resultOf } from './results.ts';

/** A document that stands alone: no file is around it. */
const noFiles: Files = {
  stat: async () => undefined,
  list: async () => undefined,
  read: () => {
    throw new Error('No files.');
  },
};

/** What is checked: a document, and the bytes or the text that it was read from. */
interface Input {
  readonly document: OciDocument;
  readonly bytes: Uint8Array;
}

/** Checks one document that stands alone. */
export async function lintDocument(input: Uint8Array | string, options: LintOptions = {}): Promise<LintResult> {
  assertDocument(input);
  const { source, bench } = await benchFor(input, options);
  const findings = await bench.check(source);
  const parts = [{ document: source.document, findings }];
  const fixable = isEncodable(input) ? await fixableOf(source, parts, bench) : new Set<LintFinding>();
  return resultOf(source.document, findings, fixable, shownName(options));
}

/** Applies safe fixes to one document that stands alone. */
export async function fixDocument<Document extends Uint8Array | string>(
  input: Document,
  options: LintOptions = {},
): Promise<FixResult<Document>> {
  assertDocument(input);
  if (!isEncodable(input)) return { ...(await lintDocument(input, options)), document: input, fixed: 0 };
  const { source, bench } = await benchFor(input, options);
  const { source: after, parts, count } = await repair(source, bench);
  const findings = parts.flatMap((part) => part.findings);
  const document = count === 0 ? input : (asGiven(after.bytes, input) as Document);
  return { ...resultOf(after.document, findings, new Set(), shownName(options)), document, fixed: count };
}

/** Not everybody who calls has types; and bytes may be of another realm, as those that Node reads are in a test of Jest's. */
function assertDocument(input: unknown): void {
  if (typeof input === 'string' || Object.prototype.toString.call(input) === '[object Uint8Array]') return;
  throw new TypeError('a document is a string or a Uint8Array');
}

async function benchFor(input: Uint8Array | string, options: LintOptions) {
  assertKind(options.kind);
  const read = readOptions(options);
  const contents = createContents(noFiles, startPortableHash);
  const uri = options.path === undefined ? 'stdin:' : below('file:///', ...options.path.split('/').filter(Boolean));
  const source = sourceOf(input, uri, await hintsFor(uri, options, read, contents));
  const bench: Bench<Input> = {
    documentsOf: ({ document }) => [document],
    withBytes: (_, bytes) => ({ bytes, document: readDocumentBytes(uri, bytes, source.document.hints) }),
    check: ({ document }) => checkAlone(document, read, contents, options.path ?? ''),
  };
  return { source, bench };
}

async function checkAlone(
  document: OciDocument,
  { paths, rulesOf }: ReadOptions,
  contents: Contents,
  path: string,
): Promise<readonly LintFinding[]> {
  const rules = rulesOf(path);
  const findings = await check({ document, rules, isNamed: true, isOfLayout: false, verify: false }, contents);
  return unaccepted(document, findings, { expected: paths.expectedIn(path), known: new Map() });
}

async function hintsFor(
  uri: string,
  { kind, path }: LintOptions,
  { config: { ownTypes }, paths }: ReadOptions,
  contents: Contents,
): Promise<KindHints> {
  const associated = kind ?? (path === undefined ? undefined : paths.kindOf(path));
  return {
    ...(path === undefined ? {} : await readKindHints(contents, uri)),
    ...(associated === undefined ? {} : { associated }),
    ...(ownTypes === undefined ? {} : { ownTypes }),
  };
}

function sourceOf(input: Uint8Array | string, uri: string, hints: KindHints): Input {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const isText = typeof input === 'string' && !isEncodable(input);
  return { bytes, document: isText ? readDocument(uri, input, hints) : readDocumentBytes(uri, bytes, hints) };
}

/** For a text with half a character in it no bytes stand: it is read as it is, and never repaired. */
function isEncodable(input: Uint8Array | string): boolean {
  return typeof input !== 'string' || input.isWellFormed();
}

function asGiven(bytes: Uint8Array, input: Uint8Array | string): Uint8Array | string {
  return typeof input === 'string' ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : bytes;
}

function shownName({ path = '<document>' }: LintOptions): string {
  return path;
}
