import type { Role } from '../../oci/kinds.ts';
import type { TreeNode } from '../tree/tree-node.ts';

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

/** Maximum number of nodes in total. */
const maxNodes = 50_000;

type GrowingNode = { -readonly [Name in keyof PictureNode]: PictureNode[Name] };

/** The nodes and edges found so far, each once. */
export class PictureGraph {
  private readonly byKey = new Map<string, GrowingNode>();
  private readonly edges = new Map<string, PictureEdge>();
  private isComplete = true;

  /** The node with a digest, or else a URI. */
  at(key: string): PictureNode | undefined {
    return this.byKey.get(key);
  }

  /** The unique node for its content; undefined if the limit is reached. */
  place(node: TreeNode): PictureNode | undefined {
    return this.growAt(node);
  }

  /** The same for a node that a descriptor refers to. Prefers any other role over subject, which says little. */
  placeAs(role: Role, node: TreeNode): PictureNode | undefined {
    const placed = this.growAt(node);
    if (placed?.node.role === 'subject' && role !== 'subject') placed.node = node;
    return placed;
  }

  addProblems(key: string, problems: readonly string[]): void {
    const node = this.byKey.get(key);
    if (node !== undefined) node.problems = [...node.problems, ...problems];
  }

  connect(from: PictureNode, to: PictureNode, role: PictureEdge['role'], tag?: string): void {
    const key = `${from.id} ${to.id} ${role}`;
    const tags = [...(this.edges.get(key)?.tags ?? []), ...(tag === undefined ? [] : [tag])];
    this.edges.set(key, { from: from.id, to: to.id, role, ...(tags.length === 0 ? {} : { tags }) });
  }

  /** Marks the picture as incomplete. */
  cut(): undefined {
    this.isComplete = false;
  }

  picture(): Picture {
    const all = [...this.edges.values()];
    const subjects = new Set(all.flatMap(({ from, to, role }) => (role === 'subject' ? [`${from} ${to}`] : [])));
    // Do not draw both edges of an attestation that also has a subject.
    const shown = all.filter(({ from, to, role }) => role !== 'attests' || !subjects.has(`${from} ${to}`));
    return { nodes: [...this.byKey.values()], edges: shown, isComplete: this.isComplete };
  }

  private growAt(node: TreeNode): GrowingNode | undefined {
    const key = node.digest ?? node.uri ?? `${node.from?.uri}#${node.from?.pointer}`;
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    if (this.byKey.size >= maxNodes) return this.cut();
    const placed = { id: `n${this.byKey.size}`, node, problems: node.problem === undefined ? [] : [node.problem] };
    this.byKey.set(key, placed);
    return placed;
  }
}
