import { type Descriptor, toDigestText, type WrittenDescriptor } from '../../oci/descriptor.ts';
import { readDigest } from '../../oci/digest.ts';
import type { OciDocument } from '../../oci/document.ts';
import { kindOfMediaType, kindRowOf, mediaTypeOfKind, type Role } from '../../oci/kinds.ts';
import type { LinePosition } from '../../syntax/lines.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import { placeOf, spanOf } from '../../syntax/tree.ts';
import type { Files } from '../files.ts';
import { type Content, type Found, isContent } from '../stores/content-store.ts';
import { fileContentOf } from '../stores/file-content.ts';
import {
  type DocumentSearch,
  type KnownContent,
  maxLookedInto,
  unreachableDocumentsOf,
} from '../stores/unreachable-documents.ts';
import { eachInTurns, type Turn } from '../turns.ts';
import { below } from '../uris.ts';
import { blobUriOf, type Layout } from './layout.ts';

/** A descriptor that references a blob, and its location. */
export interface Mention {
  /** URI of the document that contains the descriptor. */
  readonly uri: string;
  /** RFC 6901 pointer. */
  readonly pointer: string;
  /** Position of the digest. */
  readonly start: LinePosition;
  readonly end: LinePosition;
  readonly role: Role;
  readonly value: Descriptor;
}

/** The reference graph of a layout as stored on disk. */
export interface LayoutGraph {
  /** The descriptors that reference a digest, in traversal order. */
  mentionsOf(digest: string): readonly Mention[];
  /** The digest of a document's subject, by the document's URI. */
  subjectOf(uri: string): string | undefined;
  /** URIs of the documents that were read; the first is `index.json`. */
  readonly documents: readonly string[];
  /** False if the limit on documents was reached. */
  readonly isComplete: boolean;
}

const maxDocuments = 100_000;

/** What the traversal needs: access to content and documents. */
export interface GraphSource {
  readonly files: Files;
  readonly signal?: AbortSignal;
  readonly turn: Turn;
  find(target: WrittenDescriptor, near: string): Promise<Found | undefined>;
  documentOf(content: Content, mediaType: string | undefined): Promise<OciDocument | undefined>;
}

/** Traverses a layout from `index.json`. Each document is visited once, so cycles terminate. */
export async function readLayoutGraph(contents: GraphSource, layout: Layout): Promise<LayoutGraph> {
  const walk = createWalk(contents);
  const index = await fileContentOf(contents.files, below(layout.root, 'index.json'));
  const root = isContent(index) && (await contents.documentOf(index, mediaTypeOfKind('index')));
  if (root) await walk.from(root);
  return walk.graph();
}

/** Options of the search for documents not reachable from `index.json`. */
export interface Search {
  /** Content already known not to be a document. */
  readonly others?: KnownContent;
  /**
   * Inspect all blobs, including those that descriptors declare to be plain content. By default only unreferenced blobs
   * are inspected, up to a limit.
   */
  readonly isThorough?: boolean;
}

/**
 * Extends `reachable` with documents not reachable from `index.json`, such as referrers. If there are too many such
 * blobs, only the first ones are inspected and the graph is incomplete.
 */
export async function readWholeGraph(
  contents: GraphSource,
  layout: Layout,
  reachable: LayoutGraph,
  { others, isThorough = false }: Search = {},
): Promise<LayoutGraph> {
  const walk = createWalk(contents, new Set(reachable.documents));
  const contentAt = (uri: string) => fileContentOf(contents.files, uri);
  // Being the subject of a referrer does not make a document reachable.
  const isLedTo = (digest: string): boolean =>
    [...reachable.mentionsOf(digest), ...walk.mentionsOf(digest)].some(({ role }) => isOnlyContent(role));
  const isKnown = (digest: string): boolean => {
    const read = readDigest(digest);
    return (read && walk.hasRead(blobUriOf(layout, read))) || (!isThorough && isLedTo(digest));
  };
  let isAll = true;
  // An unreadable blob does not invalidate what is known about the others.
  const skipped = (): void => {
    isAll = false;
  };
  const { signal } = contents;
  const search: DocumentSearch = {
    isKnown,
    signal,
    contentAt,
    onUnreadable: skipped,
    onMore: skipped,
    limit: isThorough ? undefined : maxLookedInto,
    others,
  };
  try {
    for await (const { content, mediaType } of unreachableDocumentsOf(contents, layout, search)) {
      const document = await contents.documentOf(content, mediaType).catch(() => undefined);
      if (document !== undefined) await walk.from(document);
    }
  } catch {
    signal?.throwIfAborted();
    skipped();
  }
  const unreachable = walk.graph();
  return {
    mentionsOf: (digest) => [...reachable.mentionsOf(digest), ...unreachable.mentionsOf(digest)],
    subjectOf: (uri) => reachable.subjectOf(uri) ?? unreachable.subjectOf(uri),
    documents: [...reachable.documents, ...unreachable.documents],
    isComplete: reachable.isComplete && unreachable.isComplete && isAll,
  };
}

/** Whether descriptors with this role reference plain content rather than documents. */
function isOnlyContent(role: Role): boolean {
  return role === 'config' || role === 'layer' || role === 'blob';
}

/** A referenced document, still to be read. */
interface Waiting {
  readonly written: WrittenDescriptor;
  readonly mediaType: string;
  /** URI of the document that contains the descriptor. */
  readonly near: string;
}

/**
 * A traversal along descriptors that can start at several documents and reads each once. `known`: documents not to read
 * at all.
 */
function createWalk(contents: GraphSource, known: Iterable<string> = []) {
  const read = new Set(known);
  const mentions = new Map<string, Mention[]>();
  const subjects = new Map<string, string>();
  const documents: string[] = [];
  let isComplete = true;

  /** Records a reference. Returns whether to follow it, which is true only the first time. */
  function mention({ uri, json }: OciDocument, { node, role }: WrittenDescriptor, value: Descriptor): boolean {
    const digest = toDigestText(value.digest);
    const span = spanOf(placeOf(node, 'digest'));
    const [start, end] = [json.lines.positionAt(span.start), json.lines.positionAt(span.end)];
    const others = mentions.get(digest);
    const own: Mention = { uri, pointer: pointerOf(node), start, end, role, value };
    if (role === 'subject') subjects.set(uri, digest);
    others === undefined ? mentions.set(digest, [own]) : others.push(own);
    return others === undefined && kindOfMediaType(value.mediaType) !== undefined;
  }

  /** Reads the document; just its URI if it references nothing. */
  async function targetOf({ written, mediaType, near }: Waiting): Promise<OciDocument | string | undefined> {
    const found = await contents.find(written, near);
    if (!isContent(found) || found.uri === undefined || read.has(found.uri)) return undefined;
    const kind = kindOfMediaType(mediaType);
    if (kind !== undefined && kindRowOf(kind).descriptors.length === 0) return found.uri;
    return contents.documentOf(found, mediaType).catch(() => undefined);
  }

  return {
    mentionsOf: (digest: string): readonly Mention[] => mentions.get(digest) ?? [],
    hasRead: (uri: string): boolean => read.has(uri),
    async from(root: OciDocument): Promise<void> {
      const waiting: (OciDocument | Waiting | undefined)[] = [root];
      for (let at = 0; at < waiting.length; at++) {
        const next = waiting[at];
        // Drop the reference to the document, so that only the graph stays in memory.
        waiting[at] = undefined;
        const target = next === undefined || !('near' in next) ? next : await targetOf(next);
        if (target === undefined) continue;
        if (documents.length >= maxDocuments) {
          isComplete = false;
          return;
        }
        const uri = typeof target === 'string' ? target : target.uri;
        if (read.has(uri)) continue;
        read.add(uri);
        documents.push(uri);
        if (typeof target === 'string') continue;
        const follow = (written: WrittenDescriptor): void => {
          const { value } = written;
          if (value !== undefined && mention(target, written, value))
            waiting.push({ written, mediaType: value.mediaType, near: uri });
        };
        await eachInTurns(target.descriptors, follow, contents.turn);
      }
    },
    graph: (): LayoutGraph => ({
      mentionsOf: (digest) => mentions.get(digest) ?? [],
      subjectOf: (uri) => subjects.get(uri),
      documents,
      isComplete,
    }),
  };
}
