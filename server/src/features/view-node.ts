import type { TreeNode, TreeState } from '../content/tree/tree-node.ts';
import { nameOf as fileNameOf, pathOfFile } from '../content/uris.ts';
import { shortDigest } from '../oci/digest.ts';
import type { ViewNode } from '../protocol.ts';
import { code, escaped, inOneLine } from './markdown.ts';
import { exactSize, humanSize } from './sizes.ts';
import { contentKindOf } from './tree-labels.ts';

/** A node of the tree as a line of the view. `path`: the ids of the nodes above it, and its own. */
export function viewNodeOf(node: TreeNode, path: string, root: string): ViewNode {
  const [label, ...rest] = wordsOf(node);
  const reference = referenceOf(node, root);
  return {
    id: path,
    key: JSON.stringify({ path, root, node }),
    label: inOneLine(label ?? '', maxPart),
    description: rest.map((part) => inOneLine(part, maxPart)).join(' · '),
    tooltip: tooltipOf(node),
    icon: iconOf(node),
    state: states[node.state],
    ...(node.uri === undefined || node.role === 'unreferenced' || node.role === 'layout' ? {} : { uri: node.uri }),
    ...(node.digest === undefined ? {} : { digest: node.digest }),
    ...(reference === undefined ? {} : { reference, commands: commandsOf(reference, root) }),
    hasChildren: node.hasChildren,
  };
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

/** What people call a node first, then what else tells it from others. */
function wordsOf(node: TreeNode): readonly string[] {
  const words = [...namesOf(node), whatOf(node), sizeOf(node), node.problem ?? ''];
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
    default:
      return [role];
  }
}

/** By its artifact type where that is known, else by its kind or media type. */
function whatOf({ role, kind, mediaType, artifactType, blobs = 0 }: TreeNode): string {
  if (role === 'layout' || role === 'unreferenced') return `${blobs} ${blobs === 1 ? 'blob' : 'blobs'}`;
  if (role === 'config' || role === 'attestation') return '';
  return contentKindOf({ kind, mediaType, artifactType });
}

/** Of an image what people call its size: config and layers. */
function sizeOf({ size, contentSize }: TreeNode): string {
  const shown = contentSize ?? size;
  return shown === undefined ? '' : humanSize(shown);
}

function tooltipOf(node: TreeNode): string {
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

/** VS Code's own. */
const roleIcons: Readonly<Record<string, string>> = {
  layout: 'archive',
  attestation: 'verified',
  config: 'gear',
  layer: 'layers',
  subject: 'references',
  referrer: 'link',
  unreferenced: 'question',
};

const kindIcons: Readonly<Record<string, string>> = {
  index: 'list-tree',
  'docker-manifest-list': 'list-tree',
  manifest: 'package',
  'docker-manifest': 'package',
};

/** `PATH:TAG` or `PATH@DIGEST`, as tools take it; undefined where they take none. */
function referenceOf({ role, tags = [], digest }: TreeNode, root: string): string | undefined {
  const isManifest = role === 'manifest' || role === 'referrer' || role === 'attestation';
  const path = pathOfFile(root);
  if (!isManifest || digest === undefined || path === undefined) return undefined;
  const [tag] = tags;
  return tag === undefined ? `${path}@${digest}` : `${path}:${tag}`;
}

/** The same as commands of the tools that people have. */
function commandsOf(reference: string, root: string): readonly string[] {
  const isTagged = !reference.startsWith(`${pathOfFile(root)}@`);
  return [
    `oras manifest fetch --oci-layout ${shellWord(reference)}`,
    `regctl manifest get ${shellWord(`ocidir://${reference}`)}`,
    ...(isTagged ? [`skopeo inspect ${shellWord(`oci:${reference}`)}`] : []),
  ];
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
