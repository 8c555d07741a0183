import { type Descriptor, toDigestText } from '../oci/descriptor.ts';
import type { OciDocument } from '../oci/document.ts';
import { kindOfMediaType, mediaTypeOfKind, type Role } from '../oci/kinds.ts';
import type { LinePosition } from '../syntax/lines.ts';
import { pointerOf } from '../syntax/pointer.ts';
import { spanOf, valueOf } from '../syntax/tree.ts';
import { isRefusal } from './content-store.ts';
import type { Contents } from './contents.ts';
import { fileContentOf } from './file-content.ts';
import type { Layout } from './layout.ts';
import { below } from './uris.ts';

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

/** Who points where in a layout, as its files on disk say, from `index.json` on. */
export interface LayoutGraph {
  /** The descriptors that name a digest, in the order of the walk; none for what nobody names. */
  mentionsOf(digest: string): readonly Mention[];
  /** The documents that can be reached, by URI; the first is `index.json`. */
  readonly documents: readonly string[];
  /** Whether all of the graph was read: not where there are more documents than anybody has. */
  readonly isComplete: boolean;
}

const maxDocuments = 20_000;

/** Walks a layout's documents, each once, whatever points at them: a cycle ends by itself. */
export async function readLayoutGraph(contents: Contents, layout: Layout): Promise<LayoutGraph> {
  const mentions = new Map<string, Mention[]>();
  const documents: string[] = [];
  const waiting: OciDocument[] = [];
  const index = await fileContentOf(contents.files, below(layout.root, 'index.json'));
  const root = index && !isRefusal(index) && (await contents.documentOf(index, mediaTypeOfKind('index')));
  if (root) waiting.push(root);

  for (let at = 0; at < waiting.length && at < maxDocuments; at++) {
    const document = waiting[at]!;
    documents.push(document.uri);
    for (const written of document.descriptors) {
      const { value, role } = written;
      if (value === undefined) continue;
      const digest = toDigestText(value.digest);
      const known = mentions.get(digest);
      const span = spanOf(valueOf(written.node, 'digest')!);
      const mention = {
        uri: document.uri,
        pointer: pointerOf(written.node),
        start: document.json.lines.positionAt(span.start),
        end: document.json.lines.positionAt(span.end),
        role,
        value,
      };
      known === undefined ? mentions.set(digest, [mention]) : known.push(mention);
      if (known !== undefined || kindOfMediaType(value.mediaType) === undefined) continue;
      const found = await contents.find(written, document.uri);
      if (found === undefined || isRefusal(found) || found.uri === undefined) continue;
      const target = await contents.documentOf(found, value.mediaType).catch(() => undefined);
      if (target !== undefined) waiting.push(target);
    }
    // What was read stays with those who need it: only the trail is kept.
    waiting[at] = undefined as never;
  }
  return {
    mentionsOf: (digest) => mentions.get(digest) ?? [],
    documents,
    isComplete: waiting.length <= maxDocuments,
  };
}
