import { toOutside } from '../content/inside-uris.ts';
import type { TreeNode, TreeRole, TreeState } from '../content/tree/tree-node.ts';
import { below, nameOf as fileNameOf, pathOfFile } from '../content/uris.ts';
import { shortDigest } from '../oci/digest.ts';
import { grouped } from '../protocol/counted.ts';
import type { ViewAbility, ViewNode } from '../protocol.ts';
import { code, escaped, inOneLine } from './markdown.ts';
import { exactSize, humanSize } from './sizes.ts';
import { contentKindOf } from './tree-labels.ts';

/** The position of a node in the view. */
export interface ViewPosition {
  /** The names of the node and its ancestors. */
  readonly path: string;
  /** Folder of the layout or of the standalone document. */
  readonly root: string;
  readonly isInLayout: boolean;
}

/** Converts a tree node to a node of the view. `key`: identifies it in requests. */
export function viewNodeOf(node: TreeNode, key: string, position: ViewPosition): ViewNode {
  const [label, ...rest] = wordsOf(node);
  const reference = position.isInLayout ? referenceOf(node, position.root) : undefined;
  const { uri, digest, hasChildren } = node;
  const isFile = uri !== undefined && !groups.has(node.role);
  const source = node.role === 'layout' ? below(position.root, 'index.json') : isFile ? uri : undefined;
  return {
    id: position.path,
    key,
    label: inOneLine(label ?? '', maxPart),
    description: rest.map((part) => inOneLine(part, maxPart)).join(' · '),
    tooltip: tooltipOf(node),
    icon: iconOf(node),
    state: states[node.state],
    ...(isFile ? { uri } : {}),
    ...(source === undefined ? {} : { source }),
    ...(digest === undefined ? {} : { digest }),
    ...(reference === undefined ? {} : { reference }),
    abilities: abilitiesOf(node, position, isFile, reference !== undefined),
    hasChildren,
  };
}

const manifests: ReadonlySet<TreeRole> = new Set(['manifest', 'referrer', 'attestation']);

/** Roles with a file that serves only as identification. */
const groups: ReadonlySet<TreeRole> = new Set(['layout', 'unreferenced', 'more']);

function abilitiesOf(
  { role, state, digest, from }: TreeNode,
  { isInLayout, root }: ViewPosition,
  isFile: boolean,
  hasReference: boolean,
): readonly ViewAbility[] {
  const isThere = state !== 'missing' && role !== 'more';
  // Archives are read-only.
  const isWritable = toOutside(root) === undefined;
  return [
    ...(isFile && isThere ? (['file', 'text', 'source'] as const) : []),
    ...(role === 'layout' && isThere ? (['index', 'source'] as const) : []),
    ...(digest === undefined || role === 'more' ? [] : (['digest'] as const)),
    ...(hasReference ? (['reference'] as const) : []),
    ...((digest !== undefined && (isInLayout || from !== undefined)) || role === 'layout' ? (['texts'] as const) : []),
    ...(isThere ? (['verify'] as const) : []),
    ...(isThere && isInLayout && isWritable && manifests.has(role) ? (['attach'] as const) : []),
    ...(role === 'unreferenced' && isWritable ? (['delete'] as const) : []),
  ];
}

const maxPart = 80;

const states: Readonly<Record<TreeState, ViewNode['state']>> = {
  verified: 'right',
  present: 'unknown',
  elsewhere: 'unknown',
  missing: 'missing',
  differs: 'wrong',
  unreadable: 'wrong',
};

/** The node's name first, then further descriptive words. */
function wordsOf(node: TreeNode): readonly string[] {
  const role = node.role === 'referrer' ? node.role : '';
  const words = [...namesOf(node), whatOf(node), role, sizeOf(node), node.problem ?? ''];
  return [...new Set(words.filter((word) => word !== ''))];
}

function namesOf({
  role,
  tags = [],
  platform = '',
  title = '',
  uri = '',
  digest = '',
  position,
  rest,
}: TreeNode): readonly string[] {
  switch (role) {
    case 'layout':
    case 'document':
      return [fileNameOf(uri)];
    case 'manifest':
      return [tags.join(', '), platform, title].some(Boolean)
        ? [tags.join(', '), platform, title]
        : [shortDigest(digest)];
    case 'layer':
    case 'blob':
      return [title || (position === undefined ? role : `${role} ${position}`)];
    case 'referrer':
      return [title];
    case 'config':
      return [role, platform];
    case 'more':
      return [`${grouped(rest?.count ?? 0)} more`];
    default:
      return [role];
  }
}

/** The artifact type if known, otherwise the kind or media type. */
function whatOf({ role, kind, mediaType, artifactType, blobs = 0 }: TreeNode): string {
  if (role === 'layout' || role === 'unreferenced') return `${blobs} ${blobs === 1 ? 'blob' : 'blobs'}`;
  if (role === 'config' || role === 'attestation' || role === 'more') return '';
  return contentKindOf({ kind, mediaType, artifactType });
}

/** For images, the total size of config and layers. */
function sizeOf({ role, size, contentSize }: TreeNode): string {
  if (role === 'more') return '';
  const shown = contentSize ?? size;
  return shown === undefined ? '' : humanSize(shown);
}

function tooltipOf(node: TreeNode): string {
  if (node.role === 'more') return '';
  const { problem, digest, mediaType, artifactType, size, contentSize } = node;
  const lines = [
    ...(problem === undefined ? [] : [`✗ ${escaped(problem)}`]),
    ...(node.state === 'verified' ? ['✓ verified'] : []),
    ...(digest === undefined ? [] : [code(digest)]),
    ...(mediaType === undefined ? [] : [code(mediaType)]),
    ...(artifactType === undefined ? [] : [`artifact type ${code(artifactType)}`]),
    ...(size === undefined ? [] : [exactSize(size)]),
    ...(contentSize === undefined ? [] : [`${humanSize(contentSize)} with config and layers`]),
  ];
  return lines.join('  \n');
}

function iconOf({ role, kind, state }: TreeNode): string {
  if (state === 'missing') return 'circle-slash';
  if (role === 'manifest' || role === 'document') return kindIcons[kind ?? ''] ?? 'file';
  return roleIcons[role] ?? 'file';
}

/** Names of VS Code product icons. */
const roleIcons: Readonly<Record<string, string>> = {
  layout: 'archive',
  attestation: 'verified',
  config: 'gear',
  layer: 'layers',
  subject: 'references',
  referrer: 'link',
  unreferenced: 'question',
  more: 'ellipsis',
};

const kindIcons: Readonly<Record<string, string>> = {
  index: 'list-tree',
  'docker-manifest-list': 'list-tree',
  manifest: 'package',
  'docker-manifest': 'package',
};

/** `PATH:TAG` or `PATH@DIGEST`, as command-line tools expect; undefined if not applicable. */
function referenceOf({ role, tags = [], digest }: TreeNode, root: string): string | undefined {
  const path = pathOfFile(root);
  if (!manifests.has(role) || digest === undefined || path === undefined) return undefined;
  const [tag] = tags;
  return tag === undefined ? `${path}@${digest}` : `${path}:${tag}`;
}
