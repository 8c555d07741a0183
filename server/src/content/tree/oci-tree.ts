import type { OciDocument } from '../../oci/document.ts';
import { mediaTypeOfKind } from '../../oci/kinds.ts';
import type { Layout } from '../layout/layout.ts';
import { blobsOf, sizeOf } from '../layout/layout-blobs.ts';
import type { Contents } from '../stores/contents.ts';
import { documentAt } from '../stores/document-at.ts';
import type { Depth } from '../stores/targets.ts';
import { attestationsIn, withAttested, withoutAttestations } from './attestations.ts';
import { nodesOf } from './describe-node.ts';
import { documentNode } from './document-node.ts';
import { layoutEntries, unreferencedNodes } from './layout-entries.ts';
import { referrersOf } from './referrers.ts';
import type { TreeNode } from './tree-node.ts';
import { indexOf, pageOf, type TreeSource } from './tree-source.ts';

/** The tree of layouts and documents, read lazily. */
export interface OciTree {
  layout(layout: Layout): Promise<TreeNode>;
  /** A document, standalone or in a layout. */
  document(document: OciDocument): TreeNode;
  /** The children of a node: descriptors in source order, then attestations, then referrers. */
  childrenOf(node: TreeNode, signal?: AbortSignal): Promise<readonly TreeNode[]>;
}

/** `depth`: how much content to check. `pageSize`: maximum number of children read at a time. */
export function createTree(contents: Contents, depth: Depth = 'small', pageSize?: number): OciTree {
  /** Documents passed in, which need not exist as files. */
  const given = new Map<string, OciDocument>();

  return {
    layout: (layout) => layoutNode(layout, { contents, depth }),
    document(document) {
      given.set(document.uri, document);
      return documentNode(document);
    },
    async childrenOf(parent, signal) {
      const source = { contents, depth, signal, pageSize };
      const node = parent.rest === undefined ? parent : { ...parent, role: parent.rest.role };
      const { uri = '', mediaType } = node;
      if (!node.hasChildren) return [];
      if (node.role === 'layout') return layoutEntries({ root: uri }, node, source);
      if (node.role === 'unreferenced') return unreferencedNodes({ root: uri }, node, source);
      const document =
        uri === '' ? undefined : (given.get(uri) ?? (await documentAt(uri, mediaType, source.contents, source.signal)));
      const from = node.from?.uri ?? '';
      const index = node.role !== 'manifest' ? undefined : (given.get(from) ?? (await indexAt(from, source)));
      return childrenOfDocument(node, document, index, source);
    },
  };
}

async function layoutNode(layout: Layout, source: TreeSource): Promise<TreeNode> {
  const blobs = await blobsOf(source.contents.files, layout);
  const hasIndex = (await indexOf(layout, source)) !== undefined;
  return {
    role: 'layout',
    ...(hasIndex ? { state: 'present' } : { state: 'missing', problem: 'index.json is missing or cannot be read' }),
    uri: layout.root,
    blobs: blobs.length,
    size: sizeOf(blobs),
    hasChildren: true,
  };
}

function indexAt(uri: string, source: TreeSource): Promise<OciDocument | undefined> {
  return documentAt(uri, mediaTypeOfKind('index'), source.contents, source.signal);
}

/** `index`: lists the document, which may itself be missing. */
async function childrenOfDocument(
  node: TreeNode,
  document: OciDocument | undefined,
  index: OciDocument | undefined,
  source: TreeSource,
): Promise<readonly TreeNode[]> {
  const { digest = '' } = node;
  const children = document === undefined ? [] : await ownChildren(document, node, source);
  if (node.rest !== undefined) return children;
  const attesting = index === undefined ? [] : (attestationsIn(index).get(digest) ?? []);
  const attestations = await nodesOf(attesting, index?.uri ?? '', source, 'attestation');
  const shown = new Set(attestations.map((one) => one.digest));
  const referrers = document === undefined || digest === '' ? [] : await referrersOf(digest, document.uri, source);
  return [...children, ...attestations, ...referrers.filter((one) => !shown.has(one.digest))];
}

async function ownChildren(document: OciDocument, node: TreeNode, source: TreeSource): Promise<readonly TreeNode[]> {
  // A node shown below its subject does not need to show the subject again.
  const isBelow = node.role === 'attestation' || node.role === 'referrer';
  const own = withoutAttestations(document).filter((one) => one.role !== 'subject' || !isBelow);
  const { shown, rest } = pageOf(own, node, source);
  const nodes = (await nodesOf(shown, document.uri, source)).map((one) => withAttested(one, document));
  return [...nodes, ...rest];
}
