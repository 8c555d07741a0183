import { noFiles } from '../content/files.ts';
import { startPortableHash } from '../content/hashing.ts';
import { createContents } from '../content/stores/contents.ts';
import { type FileDocument, readInPlace } from '../content/stores/file-document.ts';
import { below } from '../content/uris.ts';
import { check } from '../lint/check.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import { readDocument } from '../oci/document.ts';
import { assertKind, readOptions } from './options.ts';
import type { FixResult, LintOptions, LintResult } from './public.d.ts';
import { fixableOf, type Judge, repair } from './repair.ts';
import { resultOf } from './results.ts';

/** Checks a standalone document. */
export async function lintDocument(input: Uint8Array | string, options: LintOptions = {}): Promise<LintResult> {
  assertDocument(input);
  const { source, judge } = await readAlone(input, options);
  const findings = await judge(source);
  const parts = [{ document: source.document, findings }];
  const fixable = isEncodable(input) ? await fixableOf(source, parts, judge) : new Set<LintFinding>();
  return resultOf(source.document, findings, fixable, shownName(options));
}

/** Applies safe fixes to a standalone document. */
export async function fixDocument<Document extends Uint8Array | string>(
  input: Document,
  options: LintOptions = {},
): Promise<FixResult<Document>> {
  assertDocument(input);
  if (!isEncodable(input)) return { ...(await lintDocument(input, options)), document: input, fixed: 0 };
  const { source, judge } = await readAlone(input, options);
  const { source: after, parts, count } = await repair(source, judge);
  const findings = parts.flatMap((part) => part.findings);
  const document = count === 0 ? input : (asGiven(after.bytes, input) as Document);
  return { ...resultOf(after.document, findings, new Set(), shownName(options)), document, fixed: count };
}

/**
 * Callers may not use TypeScript. Not `instanceof`, because bytes may come from another realm, as with Node's buffers
 * in Jest.
 */
function assertDocument(input: unknown): void {
  if (typeof input === 'string' || Object.prototype.toString.call(input) === '[object Uint8Array]') return;
  throw new TypeError('a document is a string or a Uint8Array');
}

async function readAlone(input: Uint8Array | string, options: LintOptions) {
  assertKind(options.kind);
  const { path, kind } = options;
  const { paths, rulesOf, config } = readOptions(options);
  const contents = createContents(noFiles, startPortableHash);
  const uri = path === undefined ? 'stdin:' : below('file:///', ...path.split('/').filter(Boolean));
  const associated = kind ?? (path === undefined ? undefined : paths.kindOf(path));
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const read = await readInPlace(uri, bytes, contents, { associated, ownTypes: config.ownTypes });
  const isText = typeof input === 'string' && !isEncodable(input);
  const source: FileDocument = { bytes, document: isText ? readDocument(uri, input, read.hints) : read };
  const accepted = { expected: paths.expectedIn(path ?? ''), known: new Map() };
  const checkOptions = { contents, depth: 'sizes', isLayoutChecked: false, isNamed: true, accepted } as const;
  const judge: Judge<FileDocument> = ({ document }) => check(document, { ...checkOptions, rules: rulesOf(path ?? '') });
  return { source, judge };
}

/** A string with lone surrogates has no UTF-8 form. It is checked as it is but never repaired. */
function isEncodable(input: Uint8Array | string): boolean {
  return typeof input !== 'string' || input.isWellFormed();
}

function asGiven(bytes: Uint8Array, input: Uint8Array | string): Uint8Array | string {
  return typeof input === 'string' ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : bytes;
}

function shownName({ path = '<document>' }: LintOptions): string {
  return path;
}
