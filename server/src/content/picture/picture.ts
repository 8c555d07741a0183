import { toDigestText, type WrittenDescriptor } from '../../oci/descriptor.ts';
import type { OciDocument } from '../../oci/document.ts';
import { attestedDigestOf, tagOf } from '../../oci/index-entry.ts';
import type { Role } from '../../oci/kinds.ts';
import type { Layout } from '../layout/layout.ts';
import { documentAt } from '../stores/document-at.ts';
import { fileContentOf } from '../stores/file-content.ts';
import { looseDocumentsOf, maxLookedInto } from '../stores/loose-documents.ts';
import { blobNode } from '../tree/blob-node.ts';
import { nodesOf } from '../tree/describe-node.ts';
import { documentNode } from '../tree/document-node.ts';
import type { TreeNode } from '../tree/tree-node.ts';
import { indexOf, type TreeSource } from '../tree/tree-source.ts';
import { below } from '../uris.ts';

/** Something that descriptors point at, or that points: drawn once, whoever points at it. */
export interface PictureNode {
  /** `n0`, `n1`, … in the order of the walk. */
  readonly id: string;
  /** As the first descriptor that was met says it. */
  readonly node: TreeNode;
  /** What is wrong with it: its bytes, or what it says. */
  readonly problems: readonly string[];
  /** Where several were folded into one: how many. */
  readonly more?: number;
}

export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  /** `attests`: what BuildKit says of an entry in an annotation. */
  readonly role: Role | 'attests';
  readonly tags?: readonly string[];
}

/** Who points where, as a picture shows it. */
export interface Picture {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** Whether that is all: not where there is more than anybody draws. */
  readonly isComplete: boolean;
}

export interface PictureSource extends TreeSource {
  /** What is wrong in a document, a line each, the worst first. */
  findingsIn?(document: OciDocument): Promise<readonly string[]>;
  /** A document as an editor has it; undefined for what is not open. */
  openDocument?(uri: string): Promise<OciDocument | undefined>;
}

/** A document as people have it before them. */
async function documentOf(
  uri: string,
  mediaType: string | undefined,
  source: PictureSource,
): Promise<OciDocument | undefined> {
  return (await source.openDocument?.(uri)) ?? documentAt(uri, mediaType, source.contents, source.signal);
}

/** So many documents are looked at at a time. */
const width = 32;

/** In all. */
const maxNodes = 50_000;

/** The picture of layouts, with what their indexes do not lead to. */
export async function layoutsPicture(layouts: readonly Layout[], source: PictureSource): Promise<Picture> {
  const drawing = createDrawing(source);
  for (const layout of layouts) {
    const index = (await source.openDocument?.(below(layout.root, 'index.json'))) ?? (await indexOf(layout, source));
    if (index !== undefined) await drawing.from(index, documentNode(index));
    await drawUnreferenced(layout, drawing, source);
  }
  return drawing.picture();
}

/** The documents to which no way led, and what is below them. */
async function drawUnreferenced(layout: Layout, drawing: Drawing, source: PictureSource): Promise<void> {
  const { contents, signal } = source;
  const contentAt = (uri: string) => fileContentOf(contents.files, uri);
  const question = {
    isKnown: drawing.has,
    contentAt,
    signal,
    onUnreadable() {},
    onMore: drawing.cut,
    most: maxLookedInto,
  };
  for await (const { digest, content, mediaType } of looseDocumentsOf(contents, layout, question)) {
    const blob = { uri: content.uri, digest: toDigestText(digest), size: content.size };
    const node = await blobNode(blob, 'referrer', source);
    const document = await documentOf(content.uri, mediaType, source);
    if (document !== undefined) await drawing.from(document, node);
  }
}

/** The picture of a document, and of what is there of what it points at. */
export async function documentPicture(document: OciDocument, source: PictureSource): Promise<Picture> {
  const drawing = createDrawing(source);
  await drawing.from(document, documentNode(document));
  return drawing.picture();
}

/** Whether a node is of what names no blobs. */
function isContent(node: TreeNode | undefined): boolean {
  return node?.role === 'config' || node?.role === 'layer' || node?.role === 'blob';
}

type Drawing = ReturnType<typeof createDrawing>;

/** A node whose document is to be drawn. */
interface Waiting {
  readonly node: TreeNode;
  readonly document?: OciDocument;
}

interface Read {
  readonly key: string;
  readonly document: OciDocument;
}

/** A document with all that its drawing takes. */
interface Looked extends Read {
  readonly findings: readonly string[];
  /** Of its descriptors, in their order. */
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

  /** The one node of what a node is about; undefined where there are too many. */
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

  /** The document of a node; undefined where there is none, or all of it has been drawn. */
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

  /** Draws what a document points at; what is to be followed. */
  function drawBelow({ key, document, findings, nodes }: Looked): TreeNode[] {
    const own = byKey.get(key);
    if (own === undefined || followed.has(key)) return [];
    followed.add(key);
    own.problems = [...own.problems, ...findings];
    const next: TreeNode[] = [];
    for (const [i, written] of document.descriptors.entries()) {
      const placed = nodes[i] && place(nodes[i]);
      if (placed === undefined) continue;
      // The first that points at it may be a subject, which tells little.
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
    /** Not all is drawn. */
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
          // All at once, for which a client is asked at once.
          const seen = await Promise.all(read.filter((one) => one !== undefined).map(looked));
          for (const child of seen.flatMap(drawBelow)) next.push({ node: child });
        }
        waiting = next;
      }
    },
    picture(): Picture {
      const all = [...edges.values()];
      const subjects = new Set(all.flatMap(({ from, to, role }) => (role === 'subject' ? [`${from} ${to}`] : [])));
      // Said twice, it is drawn once.
      const shown = all.filter(({ from, to, role }) => role !== 'attests' || !subjects.has(`${from} ${to}`));
      return { nodes: [...byKey.values()], edges: shown, isComplete };
    },
  };
}
