import { toDigestText, type WrittenDescriptor } from '../../oci/descriptor.ts';
import type { OciDocument } from '../../oci/document.ts';
import { attestedDigestOf, tagOf } from '../../oci/index-entry.ts';
import { documentAt } from '../stores/document-at.ts';
import { nodesOf } from '../tree/describe-node.ts';
import type { TreeNode } from '../tree/tree-node.ts';
import type { TreeSource } from '../tree/tree-source.ts';
import { inTurns } from '../turns.ts';
import { PictureGraph } from './picture-graph.ts';

export interface PictureSource extends TreeSource {
  /** Findings in a document, one message each, most severe first. */
  findingsIn?(document: OciDocument): Promise<readonly string[]>;
  /** A document as open in an editor; undefined if not open. */
  openDocument?(uri: string): Promise<OciDocument | undefined>;
}

/** Number of documents read concurrently. */
const width = 32;

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

/** Follows references from document to document, breadth first, and collects them in a graph. */
export class Drawing {
  readonly graph = new PictureGraph();
  private readonly followed = new Set<string>();

  constructor(private readonly source: PictureSource) {}

  /** Draws a document and everything below it. */
  async from(root: OciDocument, node: TreeNode): Promise<void> {
    if (this.graph.place(node) === undefined) return;
    let waiting: readonly Waiting[] = [{ document: root, node }];
    while (waiting.length > 0) {
      const next: Waiting[] = [];
      for (let at = 0; at < waiting.length; at += width)
        next.push(...(await this.level(waiting.slice(at, at + width))));
      waiting = next;
    }
  }

  /** Whether everything below a blob has been drawn. */
  has(digest: string): boolean {
    return this.followed.has(digest) || isContent(this.graph.at(digest)?.node);
  }

  /** The document as the user sees it: open in an editor, or on disk. */
  async documentOf(uri: string, mediaType: string | undefined): Promise<OciDocument | undefined> {
    const { openDocument, contents, signal } = this.source;
    return (await openDocument?.(uri)) ?? documentAt(uri, mediaType, contents, signal);
  }

  /** Draws some documents and returns the nodes below them to follow. */
  private async level(waiting: readonly Waiting[]): Promise<readonly Waiting[]> {
    this.source.signal?.throwIfAborted();
    const read = await Promise.all(waiting.map((one) => this.read(one)));
    // Concurrent, so that a client that answers requests for files gets them all at once.
    const seen = await Promise.all(read.filter((one) => one !== undefined).map((one) => this.look(one)));
    const next: Waiting[] = [];
    for (const one of seen)
      for (const node of await inTurns(this.drawBelow(one), this.source.contents.turn)) next.push({ node });
    return next;
  }

  /** Reads a node's document; undefined if it has none or is already complete. */
  private async read({ node, document }: Waiting): Promise<Read | undefined> {
    const key = node.digest ?? node.uri ?? '';
    if (this.followed.has(key) || this.graph.at(key) === undefined) return undefined;
    const read = document ?? (await this.documentOf(node.uri ?? '', node.mediaType));
    return read && { key, document: read };
  }

  private async look({ key, document }: Read): Promise<Looked> {
    const [findings = [], nodes] = await Promise.all([
      this.source.findingsIn?.(document),
      nodesOf(document.descriptors, document.uri, this.source),
    ]);
    return { key, document, findings, nodes };
  }

  /** Draws the references of a document and returns the nodes to follow. With pauses. */
  private *drawBelow({ key, document, findings, nodes }: Looked): Generator<void, TreeNode[]> {
    const own = this.graph.at(key);
    if (own === undefined || this.followed.has(key)) return [];
    this.followed.add(key);
    this.graph.addProblems(key, findings);
    const next: TreeNode[] = [];
    for (const [i, written] of document.descriptors.entries()) {
      yield;
      const node = nodes[i];
      const placed = node && this.graph.placeAs(written.role, node);
      if (placed === undefined) continue;
      this.graph.connect(own, placed, written.role, tagOf(written));
      if (node?.uri !== undefined && node.hasChildren) next.push(node);
    }
    this.drawAttestations(document.descriptors);
    return next;
  }

  private drawAttestations(descriptors: readonly WrittenDescriptor[]): void {
    for (const written of descriptors) {
      const attested = this.graph.at(attestedDigestOf(written) ?? '');
      const own = written.value && this.graph.at(toDigestText(written.value.digest));
      if (attested === undefined || own === undefined || own === attested) continue;
      this.graph.connect(own, attested, 'attests');
    }
  }
}

/** Whether a node is plain content that cannot reference blobs. */
function isContent(node: TreeNode | undefined): boolean {
  return node?.role === 'config' || node?.role === 'layer' || node?.role === 'blob';
}
