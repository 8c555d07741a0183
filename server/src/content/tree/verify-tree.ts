import { readDigest } from '../../oci/digest.ts';
import { isContent } from '../stores/content-store.ts';
import type { Contents } from '../stores/contents.ts';
import { fileContentOf } from '../stores/file-content.ts';
import type { OciTree } from './oci-tree.ts';
import type { TreeNode } from './tree-node.ts';

/** Result of verifying everything below a node. */
export interface Verified {
  /** Distinct contents. */
  readonly count: number;
  /** Bytes. */
  readonly size: number;
  readonly differing: number;
  readonly missing: number;
}

export interface VerifyWork {
  readonly signal: AbortSignal;
  /** Bytes done and bytes in total. */
  onProgress(done: number, all: number): void;
}

/** Bounds the traversal. */
const maxNodes = 200_000;

/** Reads and verifies a node and everything below it, each content once. Rejects if canceled. */
export async function verifyTree(
  node: TreeNode,
  tree: OciTree,
  contents: Contents,
  { signal, onProgress }: VerifyWork,
): Promise<Verified> {
  const nodes = await nodesFrom(node, tree, signal);
  const all = nodes.reduce((sum, { size = 0 }) => sum + size, 0);
  let [done, differing, missing] = [0, 0, 0];
  for (const one of nodes) {
    signal.throwIfAborted();
    if (one.state === 'missing') missing++;
    else if (!(await isRight(one, contents, signal, (bytes) => onProgress(done + bytes, all)))) differing++;
    done += one.size ?? 0;
    onProgress(done, all);
  }
  return { count: nodes.length, size: all, differing, missing };
}

/** All distinct content nodes in a subtree. */
async function nodesFrom(root: TreeNode, tree: OciTree, signal: AbortSignal): Promise<readonly TreeNode[]> {
  const found = new Map<string, TreeNode>();
  const seen = new Set<string>();
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined && found.size < maxNodes; node = waiting.pop()) {
    signal.throwIfAborted();
    const key = `${node.role} ${node.digest ?? node.uri ?? `${node.from?.uri}#${node.from?.pointer}`}`;
    if (seen.has(key)) continue;
    seen.add(key);
    // If any of several descriptors of the same content is wrong, report it.
    const isContent = node.role !== 'subject' && node.state !== 'elsewhere';
    const { digest } = node;
    if (isContent && digest !== undefined && found.get(digest)?.problem === undefined) found.set(digest, node);
    for (const child of await tree.childrenOf(node, signal)) waiting.push(child);
  }
  return [...found.values()];
}

/** Whether content matches its descriptor. True if the algorithm is unknown. */
async function isRight(
  { uri, digest = '', problem }: TreeNode,
  contents: Contents,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<boolean> {
  if (problem !== undefined) return false;
  const named = readDigest(digest);
  // Embedded content was already checked when the node was created.
  if (named === undefined || uri === undefined) return true;
  const content = await fileContentOf(contents.files, uri);
  if (!isContent(content)) return false;
  try {
    const hashed = await contents.hash(named.algorithm, content, signal, onProgress);
    return hashed === undefined || hashed.hex === named.encoded;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}
