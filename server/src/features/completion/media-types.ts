import type { OciDocument } from '../../oci/document.ts';
import { artifactProfiles, profileOf } from '../../oci/facts/artifact-profiles.ts';
import { type MediaTypeInfo, type MediaTypePlace, mediaTypeInfos } from '../../oci/facts/media-types.ts';
import { mediaTypeOfKind } from '../../oci/kinds.ts';
import { stringAt, valueOf } from '../../syntax/tree.ts';
import { type Proposal, textProposal } from './proposal.ts';

/** The media types that fit a place: those of the sort of artifact that the document already is, then the others. */
export function mediaTypeProposalsOf(document: OciDocument, place: MediaTypePlace): readonly Proposal[] {
  const fitting = mediaTypeInfos.filter(({ places }) => places.includes(place));
  const own = typesOfProfile(document, place);
  const usual = place === 'document' ? document.row?.mediaTypes[0] : usualTypes[place];
  return fitting.map((info, position) => ({
    ...typeProposal(info),
    rank: rankOf(info, position, own, usual),
  }));
}

const usualTypes: Partial<Record<MediaTypePlace, string>> = {
  manifests: mediaTypeOfKind('manifest'),
  subject: mediaTypeOfKind('manifest'),
};

/** The artifact types that are known, the most met first, with the sort of artifact that each names. */
export function artifactTypeProposals(): readonly Proposal[] {
  const seen = new Set<string>();
  const ofProfiles = artifactProfiles.flatMap(({ artifactType, title, summary, status, usageRank, ecosystem }) => {
    if (artifactType === undefined || seen.has(artifactType)) return [];
    seen.add(artifactType);
    const rank = (usageRank ?? 500) + (status === 'current' ? 0 : 5000);
    const about = { detail: title, documentation: `${summary}\n\n${ecosystem}`, isDeprecated: status === 'deprecated' };
    return [textProposal(artifactType, { ...about, rank })];
  });
  const others = mediaTypeInfos.filter(({ type, places }) => places.includes('artifactType') && !seen.has(type));
  return [...ofProfiles, ...others.map((info, position) => ({ ...typeProposal(info), rank: 1000 + position }))];
}

function typeProposal({ type, title, summary, status, replacedBy, note, ecosystem }: MediaTypeInfo): Proposal {
  const lines = [summary, ...(replacedBy === undefined ? [] : [`Superseded by \`${replacedBy}\`.`]), note, ecosystem];
  const documentation = lines.filter((line) => line !== undefined).join('\n\n');
  return textProposal(type, { detail: title, documentation, isDeprecated: status === 'deprecated' });
}

function rankOf(
  { type, role, status, ecosystem }: MediaTypeInfo,
  position: number,
  own: readonly string[],
  usual: string | undefined,
): number {
  if (type === usual) return 0;
  const at = own.indexOf(type);
  if (at >= 0) return 1 + at;
  const age = status === 'current' ? 0 : status === 'legacy' ? 4000 : 8000;
  // The empty type fits many places and is meant in few.
  const seldom = role === 'empty' ? 500 : 0;
  return 100 + age + seldom + (ecosystem === 'OCI' ? 0 : 1000) + position;
}

/** The types that the profile of a manifest has at a place. */
function typesOfProfile({ root, descriptors }: OciDocument, place: MediaTypePlace): readonly string[] {
  const profile = profileOf({
    artifactType: stringAt(root, 'artifactType'),
    configMediaType: stringAt(valueOf(root, 'config'), 'mediaType'),
    layerMediaTypes: descriptors.flatMap(({ role, node }) =>
      role === 'layer' ? (stringAt(node, 'mediaType') ?? []) : [],
    ),
  });
  if (profile === undefined) return [];
  if (place === 'config') return profile.config ?? [];
  if (place === 'layers') return profile.layers?.flatMap(({ types }) => types) ?? [];
  return place === 'manifests' ? (profile.entries?.flatMap(({ types }) => types) ?? []) : [];
}
