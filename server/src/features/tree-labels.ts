import type { TreeNode } from '../content/tree/tree-node.ts';
import { profileOf } from '../oci/facts/artifact-profiles.ts';
import { mediaTypeInfoOf } from '../oci/facts/media-types.ts';
import { kindRowOf } from '../oci/kinds.ts';

/** What is said of content, as far as it is. */
type KindFacts = { readonly [Name in 'kind' | 'mediaType' | 'artifactType']: TreeNode[Name] | undefined };

/** What people call a node of the tree, beside its siblings; empty where it has no name. */
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

/** What a node is: by its artifact type where that is known, else by its kind or media type. */
export function treeKindOf({ role, kind, mediaType, artifactType }: TreeNode): string {
  if (role === 'config' && kind !== undefined) return '';
  const profile = artifactType === undefined ? undefined : profileOf({ artifactType });
  // The name of a referrer has the type already.
  const isNamed = role === 'referrer' && profile === undefined;
  return contentKindOf({ kind, mediaType, artifactType: isNamed ? undefined : artifactType });
}

/** What content is, by what is said of it. */
export function contentKindOf({ kind, mediaType, artifactType }: KindFacts): string {
  if (artifactType !== undefined) return profileOf({ artifactType })?.title ?? artifactType;
  if (kind !== undefined) return kindRowOf(kind).title;
  return mediaType === undefined ? '' : (mediaTypeInfoOf(mediaType)?.title ?? mediaType);
}
