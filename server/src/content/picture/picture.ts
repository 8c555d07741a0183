import { toDigestText, type WrittenDescriptor } from '../../oci/descriptor.ts';
import type { OciDocument } from '../../oci/document.ts';
import { attestedDigestOf, tagOf } from '../../oci/index-entry.ts';
import type { Role } from '../../oci/kinds.ts';
import type { Layout } from '../layout/layout.ts';
import { documentAt } from '../stores/document-at.ts';
import { fileContentOf } from '../stores/file-content.ts';
import { type DocumentSearch, maxLookedInto, unreachableDocumentsOf } from '../stores/unreachable-documents.ts';
import { blobNode } from '../tree/blob-node.ts';
import { nodesOf } from '../tree/describe-node.ts';
import { documentNode } from '../tree/document-node.ts';
import type { TreeNode } from '../tree/tree-node.ts';
import { indexOf, type TreeSource } from '../tree/tree-source.ts';
import { inTurns } from '../turns.ts';
import { below } from '../uris.ts';

/** A node of the reference graph. Unique, no matter how many descriptors reference it. */
export interface PictureNode {
  /** `n0`, `n1`, … in traversal order. */
  readonly id: string;
  /** As described by the first descriptor found. */
  readonly node: TreeNode;
  /** Problems of its content or its document. */
  readonly problems: readonly string[];
  /** Number of nodes folded into this one. */
  readonly more?: number;
}

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  /** `attests`: from BuildKit's annotation on an index entry. */
  readonly role: Role | 'attests';
  readonly tags?: readonly string[];
}

/** The reference graph for display. */
export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** False if the limit on nodes was reached. */
  readonly isComplete: boolean;
}

export interface PictureSource extends TreeSource {
  /** Findings in a document, one message each, most severe first. */
  findingsIn?(document: OciDocument): Promise<readonly string[]>;
  /** A document as open in an editor; undefined if not open. */
  openDocument?(uri: string): Promise<OciDocument | undefined>;
}

/** The document as the user sees it: open in an editor, or on disk. */
async function documentOf(
  uri: string,
  mediaType: string | undefined,
  source: PictureSource,
): Promise<OciDocument | undefined> {
  return (await source.openDocument?.(uri)) ?? documentAt(uri, mediaType, source.contents, source.signal);
}

/** Number of documents read concurrently. */
const width = 32;

/** Maximum number of nodes in total. */
const maxNodes = 50_000;

/** The graph of layouts, including documents not reachable from their indexes. */
export async function layoutsPicture(layouts: readonly Layout[], source: PictureSource): Promise<Picture> {
  const drawing = createDrawing(source);
  for (const layout of layouts) {
    const index = (await source.openDocument?.(below(layout.root, 'index.json'))) ?? (await indexOf(layout, source));
    if (index !== undefined) await drawing.from(index, documentNode(index));
    await drawUnreferenced(layout, drawing, source);
  }
  return drawing.picture();
}

/** Adds documents that are not reachable, with everything below them. */
async function drawUnreferenced(layout: Layout, drawing: Drawing, source: PictureSource): Promise<void> {
  const { contents, signal } = source;
  const contentAt = (uri: string) => fileContentOf(contents.files, uri);
  const search: DocumentSearch = {
    isKnown: drawing.has,
    contentAt,
    signal,
    onUnreadable() {},
    onMore: drawing.cut,
    limit: maxLookedInto,
  };
  for await (const { digest, content, mediaType } of unreachableDocumentsOf(contents, layout, search)) {
    const blob = { uri: content.uri, digest: toDigestText(digest), size: content.size };
    const node = await blobNode(blob, 'referrer', source);
    const document = await documentOf(content.uri, mediaType, source);
    if (document !== undefined) await drawing.from(document, node);
  }
}

/** The graph below a document, as far as its content is available. */
export async function documentPicture(document: OciDocument, source: PictureSource): Promise<Picture> {
  const drawing = createDrawing(source);
  await drawing.from(document, documentNode(document));
  return drawing.picture();
}

/** Whether a node is plain content that cannot reference blobs. */
function isContent(node: TreeNode | undefined): boolean {
  return node?.role === 'config' || node?.role === 'layer' || node?.role === 'blob';
}

type Drawing = ReturnType<typeof createDrawing>;

/** A node whose document is still to be drawn. */
interface Waiting {
  readonly node: TreeNode;
  readonly document?: OciDocument;
}

interface Read {
  readonly key: string;
  readonly document: OciDocument;
}

/** A document with everything needed to draw it. */
interface Looked extends Read {
  readonly findings: readonly string[];
  /** The nodes of its descriptors, in order. */
  readonly nodes: readonly (TreeNode | undefined)[];
}

function keyOf({ digest, uri }: TreeNode): string {
  return digest ?? uri ?? '';
}

type Mutable = { -readonly [Name in keyof PictureNode]: PictureNode[Name] };

function createDrawing(source: PictureSource) {
  const byKey = new Map<string, Mutable>();
  const edges = new Map<string, PictureEdge>();
  const followed = new Set<string>();
  let isComplete = true;

  /** The unique node for its content; undefined if the limit is reached. */
  function place(node: TreeNode): { readonly drawn: Mutable; readonly isNew: boolean } | undefined {
    const key = node.digest ?? node.uri ?? `${node.from?.uri}#${node.from?.pointer}`;
    const known = byKey.get(key);
    if (known !== undefined) return { drawn: known, isNew: false };
    if (byKey.size >= maxNodes) {
      isComplete = false;
      return undefined;
    }
    const drawn = { id: `n${byKey.size}`, node, problems: node.problem === undefined ? [] : [node.problem] };
    byKey.set(key, drawn);
    return { drawn, isNew: true };
  }

  function connect(from: string, to: string, role: PictureEdge['role'], tag?: string): void {
    const key = `${from} ${to} ${role}`;
    const tags = [...(edges.get(key)?.tags ?? []), ...(tag === undefined ? [] : [tag])];
    edges.set(key, { from, to, role, ...(tags.length === 0 ? {} : { tags }) });
  }

  /** Reads a node's document; undefined if it has none or is already complete. */
  async function readNext({ node, document }: Waiting): Promise<Read | undefined> {
    const key = keyOf(node);
    if (followed.has(key) || !byKey.has(key)) return undefined;
    const read = document ?? (await documentOf(node.uri ?? '', node.mediaType, source));
    return read && { key, document: read };
  }

  async function looked({ key, document }: Read): Promise<Looked> {
    const [findings = [], nodes] = await Promise.all([
      source.findingsIn?.(document),
      nodesOf(document.descriptors, document.uri, source),
    ]);
    return { key, document, findings, nodes };
  }

  /** Draws the references of a document and returns the nodes to follow. With pauses. */
  function* drawBelow({ key, document, findings, nodes }: Looked): Generator<void, TreeNode[]> {
    const own = byKey.get(key);
    if (own === undefined || followed.has(key)) return [];
    followed.add(key);
    own.problems = [...own.problems, ...findings];
    const next: TreeNode[] = [];
    for (const [i, written] of document.descriptors.entries()) {
      yield;
      const placed = nodes[i] && place(nodes[i]);
      if (placed === undefined) continue;
      // Prefer any other role over subject, which says little.
      if (placed.drawn.node.role === 'subject' && written.role !== 'subject')
        Object.assign(placed.drawn, { node: nodes[i] });
      connect(own.id, placed.drawn.id, written.role, tagOf(written));
      const target = nodes[i];
      if (target?.uri !== undefined && target.hasChildren) next.push(target);
    }
    connectAttestations(document.descriptors);
    return next;
  }

  function connectAttestations(descriptors: readonly WrittenDescriptor[]): void {
    for (const written of descriptors) {
      const attested = byKey.get(attestedDigestOf(written) ?? '');
      const own = written.value && byKey.get(toDigestText(written.value.digest));
      if (attested === undefined || own === undefined || own === attested) continue;
      connect(own.id, attested.id, 'attests');
    }
  }

  return {
    /** Whether everything below a blob has been drawn. */
    has: (digest: string): boolean => followed.has(digest) || isContent(byKey.get(digest)?.node),
    /** Marks the picture as incomplete. */
    cut(): void {
      isComplete = false;
    },
    async from(root: OciDocument, node: TreeNode): Promise<void> {
      const placed = place(node);
      if (placed === undefined) return;
      let waiting: readonly Waiting[] = [{ document: root, node }];
      while (waiting.length > 0) {
        const next: Waiting[] = [];
        for (let at = 0; at < waiting.length; at += width) {
          source.signal?.throwIfAborted();
          const read = await Promise.all(waiting.slice(at, at + width).map(readNext));
          // Concurrent, so that a client that answers requests for files gets them all at once.
          const seen = await Promise.all(read.filter((one) => one !== undefined).map(looked));
          for (const one of seen)
            for (const node of await inTurns(drawBelow(one), source.contents.turn)) next.push({ node });
        }
        waiting = next;
      }
    },
    picture(): Picture {
      const all = [...edges.values()];
      const subjects = new Set(all.flatMap(({ from, to, role }) => (role === 'subject' ? [`${from} ${to}`] : [])));
      // Do not draw both edges of an attestation that also has a subject.
      const shown = all.filter(({ from, to, role }) => role !== 'attests' || !subjects.has(`${from} ${to}`));
      return { nodes: [...byKey.values()], edges: shown, isComplete };
    },
  };
}
