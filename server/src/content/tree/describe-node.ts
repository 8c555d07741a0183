import { titleKey } from '../../oci/annotation-keys.ts';
import { contentSizeOf } from '../../oci/content-size.ts';
import { type Descriptor, toDigestText, type WrittenDescriptor } from '../../oci/descriptor.ts';
import { shortDigest } from '../../oci/digest.ts';
import type { OciDocument } from '../../oci/document.ts';
import { unknownPlatform } from '../../oci/facts/platforms.ts';
import { attestedDigestOf } from '../../oci/index-entry.ts';
import { hasTraits, kindOfMediaType } from '../../oci/kinds.ts';
import { platformTextOf } from '../../oci/platform-text.ts';
import { grouped } from '../../protocol/counted.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import { type JsonNode, memberOf, stringAt, valueOf } from '../../syntax/tree.ts';
import { inBatches } from '../in-batches.ts';
import type { Contents } from '../stores/contents.ts';
import { readTarget, type Verdict } from '../stores/targets.ts';
import type { TreeNode, TreeRole, TreeState } from './tree-node.ts';
import type { TreeSource } from './tree-source.ts';

/** The nodes of descriptors in order. `role` defaults to that of the descriptor. */
export function nodesOf(
  descriptors: readonly WrittenDescriptor[],
  near: string,
  source: TreeSource,
  role?: TreeRole,
): Promise<TreeNode[]> {
  return inBatches(descriptors, (one) => describeNode(one, near, role ?? one.role, source));
}

/** Reads what a descriptor references, as far as needed for its node. */
async function describeNode(
  written: WrittenDescriptor,
  near: string,
  requestedRole: TreeRole,
  { contents, depth, signal }: TreeSource,
): Promise<TreeNode> {
  const { value, node } = written;
  const role = requestedRole === 'manifest' && attestedDigestOf(written) !== undefined ? 'attestation' : requestedRole;
  const from = { uri: near, pointer: pointerOf(node) };
  if (value === undefined) {
    const problem = 'not a valid descriptor';
    return { role, state: 'differs', problem, from, hasChildren: false, ...writtenParts(written) };
  }
  const { verdict } = await readTarget(written, near, contents, depth, signal);
  const isExpected =
    role !== 'subject' && memberOf(node, 'urls') === undefined && (await contents.layoutOf(near)) !== undefined;
  const kind = kindOfMediaType(value.mediaType);
  const content = 'content' in verdict ? verdict.content : undefined;
  const document =
    content !== undefined && kind !== undefined && role !== 'subject'
      ? await contents.documentOf(content, value.mediaType, signal).catch(() => undefined)
      : undefined;
  return {
    role,
    ...stateOf(verdict, value.digest.algorithm, isExpected),
    ...(kind === undefined ? {} : { kind: document?.kind ?? kind }),
    ...(content?.uri === undefined ? {} : { uri: content.uri }),
    from,
    ...writtenParts(written),
    ...(document === undefined ? {} : await documentParts(document, written, contents)),
    hasChildren:
      document !== undefined &&
      (document.descriptors.length > 0 || (role === 'manifest' && (await isSubject(value, near, contents)))),
  };
}

/** Whether the layout has referrers to this content. */
async function isSubject({ digest }: Descriptor, near: string, contents: Contents): Promise<boolean> {
  const layout = await contents.layoutOf(near);
  if (layout === undefined) return false;
  return (await contents.wholeGraphOf(layout)).mentionsOf(toDigestText(digest)).some(({ role }) => role === 'subject');
}

/** Node properties from the descriptor itself. */
function writtenParts({ node, value, role, position }: WrittenDescriptor): Partial<TreeNode> {
  const annotations = valueOf(node, 'annotations');
  const parts = {
    mediaType: stringAt(node, 'mediaType'),
    digest: stringAt(node, 'digest'),
    size: value && Number(value.size),
    platform: platformOf(valueOf(node, 'platform')),
    artifactType: stringAt(node, 'artifactType'),
    title: stringAt(annotations, titleKey),
    position: role === 'layer' || role === 'blob' ? position : undefined,
  };
  return defined(parts);
}

/** BuildKit's unknown/unknown for attestations means no platform. */
function platformOf(node: JsonNode | undefined): string | undefined {
  const isNone = stringAt(node, 'os') === unknownPlatform && stringAt(node, 'architecture') === unknownPlatform;
  return isNone ? undefined : platformTextOf(node);
}

/** Node properties from the referenced document. */
export async function documentParts(
  document: OciDocument,
  written: WrittenDescriptor | undefined,
  contents: Contents,
): Promise<Partial<TreeNode>> {
  const { root, kind } = document;
  const config = document.descriptors.find(({ role }) => role === 'config');
  const configType = config?.value?.mediaType;
  const isImage = kindOfMediaType(configType) !== undefined;
  const isOther = configType === undefined || isImage || configType === 'application/vnd.oci.empty.v1+json';
  const artifactType =
    stringAt(written?.node, 'artifactType') ?? stringAt(root, 'artifactType') ?? (isOther ? undefined : configType);
  const isPlatformKnown = platformTextOf(valueOf(written?.node, 'platform')) !== undefined;
  return defined({
    artifactType,
    platform:
      isPlatformKnown || config === undefined || !isImage || artifactType !== undefined
        ? undefined
        : await platformIn(config, document.uri, contents),
    contentSize: config === undefined && !hasTraits(kind, 'has-blobs') ? undefined : Number(contentSizeOf(document)),
  });
}

/** The platform in an image's config, if the index does not declare one. */
async function platformIn(config: WrittenDescriptor, near: string, contents: Contents): Promise<string | undefined> {
  const found = await contents.find(config, near);
  if (found === undefined || 'refused' in found) return undefined;
  const document = await contents.documentOf(found, config.value?.mediaType).catch(() => undefined);
  return platformTextOf(document?.root);
}

function stateOf(
  verdict: Verdict,
  algorithm: string,
  isExpected: boolean,
): { readonly state: TreeState; readonly problem?: string } {
  switch (verdict.state) {
    case 'missing':
      return isExpected ? { state: 'missing', problem: 'missing' } : { state: 'elsewhere' };
    case 'refused':
      return { state: 'missing', problem: `not a regular file (${verdict.refusal.refused})` };
    case 'unreadable':
      return { state: 'unreadable', problem: `cannot be read: ${verdict.why}` };
    case 'unread':
      return { state: 'present' };
    case 'same':
      return { state: 'verified' };
    case 'other-size':
      return { state: 'differs', problem: `size differs: actual ${grouped(verdict.content.size)} bytes` };
    case 'other-content':
      return { state: 'differs', problem: `content differs: ${shortDigest(`${algorithm}:${verdict.hashed.hex}`)}` };
  }
}

/** Omits undefined properties. */
function defined<Parts extends object>(parts: Parts): { [Name in keyof Parts]?: Exclude<Parts[Name], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never;
}
