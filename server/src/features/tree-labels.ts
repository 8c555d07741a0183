import type { TreeNode } from '../content/tree/tree-node.ts';
import { profileOf } from '../oci/facts/artifact-profiles.ts';
import { mediaTypeInfoOf } from '../oci/facts/media-types.ts';
import { kindRowOf } from '../oci/kinds.ts';

/** The properties that describe content, if known. */
type KindFacts = { readonly [Name in 'kind' | 'mediaType' | 'artifactType']: TreeNode[Name] | undefined };

/** The name of a tree node among its siblings; empty if it has none. */
export function treeNameOf({ role, tags = [], platform = '', title = '', position, artifactType }: TreeNode): string {
  switch (role) {
    case 'layer':
    case 'blob':
      return [position === undefined ? '' : `${role} ${position}`, title].filter(Boolean).join('  ');
    case 'manifest':
      return [tags.join(', '), platform].filter(Boolean).join('  ') || title;
    case 'referrer':
      return `referrer  ${artifactType ?? ''}`.trim();
    default:
      return role;
  }
}

/** What a node is: its artifact type if known, otherwise its kind or media type. */
export function treeKindOf({ role, kind, mediaType, artifactType }: TreeNode): string {
  if (role === 'config' && kind !== undefined) return '';
  const profile = artifactType === undefined ? undefined : profileOf({ artifactType });
  // A referrer's name already includes the type.
  const isNamed = role === 'referrer' && profile === undefined;
  return contentKindOf({ kind, mediaType, artifactType: isNamed ? undefined : artifactType });
}

/** What content is, from its descriptor. */
export function contentKindOf({ kind, mediaType, artifactType }: KindFacts): string {
  if (artifactType !== undefined) return profileOf({ artifactType })?.title ?? artifactType;
  if (kind !== undefined) return kindRowOf(kind).title;
  return mediaType === undefined ? '' : (mediaTypeInfoOf(mediaType)?.title ?? mediaType);
}
