import { type Descriptor, toDigestText, type WrittenDescriptor } from '../../oci/descriptor.ts';
import { readDigest } from '../../oci/digest.ts';
import type { OciDocument } from '../../oci/document.ts';
import { kindOfMediaType, mediaTypeOfKind, type Role } from '../../oci/kinds.ts';
import type { LinePosition } from '../../syntax/lines.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import { placeOf, spanOf } from '../../syntax/tree.ts';
import type { Files } from '../files.ts';
import { type Content, type Found, isRefusal } from '../stores/content-store.ts';
import { fileContentOf } from '../stores/file-content.ts';
import { looseDocumentsOf } from '../stores/loose-documents.ts';
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

const maxDocuments = 20_000;

/** With more blobs, it takes too long to look into those that nobody names. */
const maxBlobs = 1000;

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
  const root = index && !isRefusal(index) && (await contents.documentOf(index, mediaTypeOfKind('index')));
  if (root) await walk.from(root);
  return walk.graph();
}

/**
 * The graph `reachable` with the documents to which `index.json` does not lead, referrers for one: after the others. In a layout of
 * very many blobs it is without them.
 */
export async function readWholeGraph(
  contents: GraphSource,
  layout: Layout,
  reachable: LayoutGraph,
): Promise<LayoutGraph> {
  if ((await countBlobs(contents.files, layout)) > maxBlobs) return reachable;
  const known = new Set(reachable.documents);
  const walk = createWalk(contents, known);
  const contentAt = (uri: string) => fileContentOf(contents.files, uri);
  const isKnown = (digest: string): boolean => walk.hasRead(blobUriOf(layout, readDigest(digest)!));
  let isReadable = true;
  try {
    for await (const { content, mediaType } of looseDocumentsOf(contents, layout, { isKnown, contentAt })) {
      const document = await contents.documentOf(content, mediaType).catch(() => undefined);
      if (document !== undefined) await walk.from(document);
    }
  } catch {
    // A blob that cannot be read takes nothing away from what is known of the others.
    isReadable = false;
  }
  const loose = walk.graph();
  return {
    mentionsOf: (digest) => [...reachable.mentionsOf(digest), ...loose.mentionsOf(digest)],
    subjectOf: (uri) => reachable.subjectOf(uri) ?? loose.subjectOf(uri),
    documents: [...reachable.documents, ...loose.documents],
    isComplete: reachable.isComplete && loose.isComplete && isReadable,
  };
}

async function countBlobs(files: Files, { root }: Layout): Promise<number> {
  let count = 0;
  for (const algorithm of (await files.list(below(root, 'blobs'))) ?? [])
    count += ((await files.list(below(root, 'blobs', algorithm)).catch(() => undefined)) ?? []).length;
  return count;
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

  async function targetOf(written: WrittenDescriptor, mediaType: string, near: string) {
    const found = await contents.find(written, near);
    if (found === undefined || isRefusal(found) || found.uri === undefined || read.has(found.uri)) return undefined;
    return contents.documentOf(found, mediaType).catch(() => undefined);
  }

  return {
    hasRead: (uri: string): boolean => read.has(uri),
    async from(root: OciDocument): Promise<void> {
      const waiting: OciDocument[] = [root];
      for (const [at, document] of waiting.entries()) {
        if (documents.length >= maxDocuments) {
          isComplete = false;
          return;
        }
        read.add(document.uri);
        documents.push(document.uri);
        for (const written of document.descriptors) {
          const { value } = written;
          if (value === undefined || !mention(document, written, value)) continue;
          const target = await targetOf(written, value.mediaType, document.uri);
          if (target !== undefined) waiting.push(target);
        }
        // What was read stays with those who need it: only the trail is kept.
        waiting[at] = undefined as never;
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
