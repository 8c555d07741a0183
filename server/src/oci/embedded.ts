import { goRawStringsOf } from '../embedded/go-strings.ts';
import { fencesOf } from '../embedded/markdown-fences.ts';
import type { Passage } from '../embedded/passage.ts';
import { encodingFaults, type FaultCode } from '../syntax/fault.ts';
import { lineIndexOf } from '../syntax/lines.ts';
import type { KindHints } from './decide-kind.ts';
import { type OciDocument, readPassage } from './document.ts';
import type { Kind } from './kind.ts';
import { kindOfMediaType } from './kinds.ts';

/** Languages, by the names that editors give them, in whose texts documents of ours can stand. */
export type HostLanguage = 'markdown' | 'go';

/**
 * The documents that stand in a text of another language, in its order. Their offsets count from their own start.
 * `hasPlainFences`: fences of JSON that state no media type count, too, where their content tells what they are.
 */
export function readEmbedded(
  uri: string,
  text: string,
  language: HostLanguage,
  hasPlainFences = false,
): readonly OciDocument[] {
  const lines = lineIndexOf(text);
  const read = (passage: Passage, hints: KindHints): OciDocument => readPassage(uri, passage, lines, hints);
  return language === 'markdown' ? readFences(text, read, hasPlainFences) : readGoStrings(text, read);
}

/** The language of a file, by its name; undefined where nothing can stand in it. Of Go, only tests. */
export function hostLanguageOf(name: string): HostLanguage | undefined {
  if (/\.(?:md|markdown)$/i.test(name)) return 'markdown';
  return name.endsWith('_test.go') ? 'go' : undefined;
}

/** How documents are found in a file. */
export interface HostText {
  readonly language: HostLanguage;
  readonly hasPlainFences: boolean;
}

/** The same under settings: what is said to be a document is one, and strings of Go count where they are asked for. */
export function hostTextOf(
  name: string,
  { associated, hasGoStrings }: { readonly associated?: Kind | undefined; readonly hasGoStrings: boolean },
): HostText | undefined {
  const language = associated === undefined ? hostLanguageOf(name) : undefined;
  if (language === undefined || (language === 'go' && !hasGoStrings)) return undefined;
  return { language, hasPlainFences: hasGoStrings };
}

type Read = (passage: Passage, hints: KindHints) => OciDocument;

/** Fences that state a media type of ours, which decides the kind. */
function readFences(text: string, read: Read, hasPlain: boolean): readonly OciDocument[] {
  return fencesOf(text).flatMap((fence) => {
    const mediaType = mediaTypeIn(fence.info);
    const kind = kindOfMediaType(mediaType);
    if (kind !== undefined) return read(fence, { fenced: kind });
    return hasPlain && mediaType === undefined && /^jsonc?\b/i.test(fence.info) ? readOurs(fence, read, slips) : [];
  });
}

/** Faults that people make; with others, such as dots for what is left out, a text is not meant to be read as it stands. */
const slips: ReadonlySet<FaultCode> = new Set(['trailing-comma', 'missing-comma']);

/** A passage that is JSON, but for some faults, and looks like a document of ours. */
function readOurs(passage: Passage, read: Read, allowed: ReadonlySet<FaultCode>): readonly OciDocument[] {
  if (!/^\s*\{/.test(passage.text)) return [];
  const document = read(passage, {});
  const isReadable = document.json.faults.every(({ code }) => encodingFaults.has(code) || allowed.has(code));
  return isReadable && document.kind !== undefined ? [document] : [];
}

/**
 * The media type of a fence, as the image-spec writes it: `json,title=Image%20Manifest&mediatype=application/…%2Bjson`. A
 * plus sign stands for itself, encoded or not.
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

/** Raw strings that are JSON and look like a document of ours. What is only put together from pieces is none. */
function readGoStrings(text: string, read: Read): readonly OciDocument[] {
  return goRawStringsOf(text).flatMap((string) => readOurs(string, read, new Set()));
}
