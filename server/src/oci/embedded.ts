import type { EmbeddedRange } from '../embedded/embedded-range.ts';
import { goRawStringsOf } from '../embedded/go-strings.ts';
import { fencesOf } from '../embedded/markdown-fences.ts';
import { encodingFaults, type FaultCode } from '../syntax/fault.ts';
import { lineIndexOf } from '../syntax/lines.ts';
import type { KindHints } from './decide-kind.ts';
import { type OciDocument, readEmbeddedDocument } from './document.ts';
import type { Kind } from './kind.ts';
import { kindOfMediaType } from './kinds.ts';

/** LSP language identifiers of texts that can contain embedded documents. */
export type HostLanguage = 'markdown' | 'go';

/**
 * The documents embedded in a text of another language, in source order. Offsets are relative to each document.
 * `hasPlainFences`: also consider JSON fences without a media type, if their content identifies the kind.
 */
export function readEmbedded(
  uri: string,
  text: string,
  language: HostLanguage,
  hasPlainFences = false,
): readonly OciDocument[] {
  const lines = lineIndexOf(text);
  const read = (embedded: EmbeddedRange, hints: KindHints): OciDocument =>
    readEmbeddedDocument(uri, embedded, lines, hints);
  return language === 'markdown' ? readFences(text, read, hasPlainFences) : readGoStrings(text, read);
}

/**
 * The host language of a file, by its name; undefined if it cannot contain documents. For Go, only tests are searched.
 */
export function hostLanguageOf(name: string): HostLanguage | undefined {
  if (/\.(?:md|markdown)$/i.test(name)) return 'markdown';
  return name.endsWith('_test.go') ? 'go' : undefined;
}

/** How to find embedded documents in a file. */
export interface HostText {
  readonly language: HostLanguage;
  readonly hasPlainFences: boolean;
}

/**
 * The same with settings applied: files that the user associated with a kind are documents themselves, and Go strings
 * are opt-in.
 */
export function hostTextOf(
  name: string,
  { associated, hasGoStrings }: { readonly associated?: Kind | undefined; readonly hasGoStrings: boolean },
): HostText | undefined {
  const language = associated === undefined ? hostLanguageOf(name) : undefined;
  if (language === undefined || (language === 'go' && !hasGoStrings)) return undefined;
  return { language, hasPlainFences: hasGoStrings };
}

type Read = (embedded: EmbeddedRange, hints: KindHints) => OciDocument;

/** Fences that state an OCI media type, which determines the kind. */
function readFences(text: string, read: Read, hasPlain: boolean): readonly OciDocument[] {
  return fencesOf(text).flatMap((fence) => {
    const mediaType = mediaTypeIn(fence.info);
    const kind = kindOfMediaType(mediaType);
    if (kind !== undefined) return read(fence, { fenced: kind });
    return hasPlain && mediaType === undefined && /^jsonc?\b/i.test(fence.info) ? readOurs(fence, read, typos) : [];
  });
}

/** Faults that are typos. With any other fault, such as an ellipsis, the text is not meant as a complete document. */
const typos: ReadonlySet<FaultCode> = new Set(['trailing-comma', 'missing-comma']);

/** The embedded range as a document, if it is JSON apart from the allowed faults and looks like an OCI document. */
function readOurs(embedded: EmbeddedRange, read: Read, allowed: ReadonlySet<FaultCode>): readonly OciDocument[] {
  if (!/^\s*\{/.test(embedded.text)) return [];
  const document = read(embedded, {});
  const isReadable = document.json.faults.every(({ code }) => encodingFaults.has(code) || allowed.has(code));
  return isReadable && document.kind !== undefined ? [document] : [];
}

/**
 * The media type in an info string as image-spec writes it:
 * `json,title=Image%20Manifest&mediatype=application/…%2Bjson`. A literal plus sign is accepted as well as the encoded
 * one.
 */
function mediaTypeIn(info: string): string | undefined {
  const [, parameters] = /^json[c5]?[, \t](.*)$/i.exec(info) ?? [];
  const written = parameters && /(?:^|&amp;|[&, \t])mediatype=([^&, \t]*)/i.exec(parameters)?.[1];
  return written ? decoded(written) : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Raw strings that are JSON and look like an OCI document. Concatenated strings are not supported. */
function readGoStrings(text: string, read: Read): readonly OciDocument[] {
  return goRawStringsOf(text).flatMap((string) => readOurs(string, read, new Set()));
}
