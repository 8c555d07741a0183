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
import { type KnownContent, looseDocumentsOf, maxLookedInto } from '../stores/loose-documents.ts';
import { below } from '../uris.ts';
import { blobUriOf, type Layout } from './layout.ts';

/** A descriptor that names a blob, and where it stands. */
export interface Mention {
  /** The document that has the descriptor. */
  readonly uri: string;
  /** RFC 6901. */
  readonly pointer: string;
  /** Where its digest is written. */
  readonly start: LinePosition;
  readonly end: LinePosition;
  readonly role: Role;
  readonly value: Descriptor;
}

/** Who points where in a layout, as its files on disk say. */
export interface LayoutGraph {
  /** The descriptors that name a digest, in the order of the walk; none for what nobody names. */
  mentionsOf(digest: string): readonly Mention[];
  /** The digest of the subject that a document names; by the document's URI. */
  subjectOf(uri: string): string | undefined;
  /** The documents that were read, by URI; the first is `index.json`. */
  readonly documents: readonly string[];
  /** Whether all of the graph was read: not where there are more documents than anybody has. */
  readonly isComplete: boolean;
}

const maxDocuments = 100_000;

/** What a walk asks: where content is, and what it says. */
export interface GraphSource {
  readonly files: Files;
  find(target: WrittenDescriptor, near: string): Promise<Found | undefined>;
  documentOf(content: Content, mediaType: string | undefined): Promise<OciDocument | undefined>;
}

/** Walks a layout's documents from `index.json` on, each once, whatever points at them: a cycle ends by itself. */
export async function readLayoutGraph(contents: GraphSource, layout: Layout): Promise<LayoutGraph> {
  const walk = createWalk(contents);
  const index = await fileContentOf(contents.files, below(layout.root, 'index.json'));
  const root = isContent(index) && (await contents.documentOf(index, mediaTypeOfKind('index')));
  if (root) await walk.from(root);
  return walk.graph();
}

/** How far a search for documents goes that `index.json` does not lead to. */
export interface Search {
  /** Content that is known to be no document. */
  readonly others?: KnownContent;
  /** Every blob is looked into, also what descriptors say is none: absent, only those that nothing leads to, up to a limit. */
  readonly isThorough?: boolean;
}

/**
 * The graph `reachable` with the documents to which `index.json` does not lead, referrers for one: after the others. Of very many
 * such blobs only the first are looked into, and the graph is not complete.
 */
export async function readWholeGraph(
  contents: GraphSource,
  layout: Layout,
  reachable: LayoutGraph,
  { others, isThorough = false }: Search = {},
): Promise<LayoutGraph> {
  const walk = createWalk(contents, new Set(reachable.documents));
  const contentAt = (uri: string) => fileContentOf(contents.files, uri);
  // A subject need not be followed by whoever names it.
  const isLedTo = (digest: string): boolean =>
    [...reachable.mentionsOf(digest), ...walk.mentionsOf(digest)].some(({ role }) => isOnlyContent(role));
  const isKnown = (digest: string): boolean => {
    const read = readDigest(digest);
    return (read && walk.hasRead(blobUriOf(layout, read))) || (!isThorough && isLedTo(digest));
  };
  let isAll = true;
  // A blob that cannot be read takes nothing away from what is known of the others.
  const passedOver = (): void => {
    isAll = false;
  };
  const limit = isThorough ? {} : { most: maxLookedInto };
  const known = others === undefined ? {} : { others };
  const question = { isKnown, contentAt, onUnreadable: passedOver, onMore: passedOver, ...limit, ...known };
  try {
    for await (const { content, mediaType } of looseDocumentsOf(contents, layout, question)) {
      const document = await contents.documentOf(content, mediaType).catch(() => undefined);
      if (document !== undefined) await walk.from(document);
    }
  } catch {
    passedOver();
  }
  const loose = walk.graph();
  return {
    mentionsOf: (digest) => [...reachable.mentionsOf(digest), ...loose.mentionsOf(digest)],
    subjectOf: (uri) => reachable.subjectOf(uri) ?? loose.subjectOf(uri),
    documents: [...reachable.documents, ...loose.documents],
    isComplete: reachable.isComplete && loose.isComplete && isAll,
  };
}

/** Whether what a descriptor in this role points at is content, which names no blobs. */
function isOnlyContent(role: Role): boolean {
  return role === 'config' || role === 'layer' || role === 'blob';
}

/** A descriptor of a document that is to be read. */
interface Waiting {
  readonly written: WrittenDescriptor;
  readonly mediaType: string;
  /** The URI of the document that has the descriptor. */
  readonly near: string;
}

/** A walk along descriptors, which may begin at several documents, and reads none twice. `known`: those not to be read at all. */
function createWalk(contents: GraphSource, known: Iterable<string> = []) {
  const read = new Set(known);
  const mentions = new Map<string, Mention[]>();
  const subjects = new Map<string, string>();
  const documents: string[] = [];
  let isComplete = true;

  /** Whether the content of a descriptor is to be followed: only once. */
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

  /** The document that is waiting to be read; the URI alone of one that names nothing. */
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
        // What was read stays with those who need it: only the trail is kept.
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
        for (const written of target.descriptors) {
          const { value } = written;
          if (value !== undefined && mention(target, written, value))
            waiting.push({ written, mediaType: value.mediaType, near: uri });
        }
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
