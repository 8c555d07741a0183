import type { OciDocument } from '../../oci/document.ts';
import { emptyContent } from '../../oci/empty.ts';
import { artifactProfiles, profileOf } from '../../oci/facts/artifact-profiles.ts';
import { describedMediaType, describedProfile } from '../../oci/facts/described.ts';
import type { MediaTypeInfo, MediaTypePlace } from '../../oci/facts/media-type-info.ts';
import { mediaTypeInfos } from '../../oci/facts/media-types.ts';
import { hasTraits, kindOfMediaType, mediaTypeOfKind } from '../../oci/kinds.ts';
import { mediaTypeForm, type UsedType, usedTypesOf } from '../../oci/used-types.ts';
import { stringAt, valueOf } from '../../syntax/tree.ts';
import { ownTypeProposals } from './own-types.ts';
import { type Proposal, textProposal } from './proposal.ts';

/** Media types for a place: first those used by the document's artifact type, then the others. */
export function mediaTypeProposalsOf(
  document: OciDocument,
  place: MediaTypePlace,
  written: string,
  used: readonly UsedType[],
): readonly Proposal[] {
  const fitting = mediaTypeInfos().filter((info) => info.places.includes(place) && isFitting(info, document, place));
  const own = typesOfProfile(document, place);
  const usual = place === 'document' ? document.row?.mediaTypes[0] : usualTypes[place];
  const known = fitting.map((info, position) => ({
    ...typeProposal(info),
    ...(info.role === 'empty' ? { siblings: emptySiblings } : {}),
    rank: rankOf(info, position, own, usual),
  }));
  return [
    ...ownTypeProposals(document, place),
    ...known,
    ...usedProposals(document, place, used, written),
    ...suffixProposals(written, place),
  ];
}

/** The empty type has only one possible content. */
const emptySiblings = { digest: JSON.stringify(emptyContent.digests.sha256), size: String(emptyContent.size) };

/**
 * Whether a type avoids creating a finding: the document's kind must not change, and an empty config requires an
 * artifact type.
 */
function isFitting({ type, role }: MediaTypeInfo, { row, root }: OciDocument, place: MediaTypePlace): boolean {
  if (!mediaTypeForm.test(type)) return false;
  if (place === 'document') return row === undefined || row.mediaTypes.includes(type);
  return !(role === 'empty' && place === 'config') || stringAt(root, 'artifactType') !== undefined;
}

const usualTypes: Partial<Record<MediaTypePlace, string>> = {
  manifests: mediaTypeOfKind('manifest'),
  subject: mediaTypeOfKind('manifest'),
};

/** Known artifact types, most common first, with descriptions, preceded by the type of the manifest's config. */
export function artifactTypeProposals(
  document: OciDocument,
  written: string,
  used: readonly UsedType[],
): readonly Proposal[] {
  const seen = new Set<string>();
  const own = typeOfConfig(document);
  const ofProfiles = artifactProfiles().flatMap((profile) => {
    const { artifactType, title, summary, status, usageRank, ecosystem } = describedProfile(profile);
    if (artifactType === undefined || seen.has(artifactType) || !mediaTypeForm.test(artifactType)) return [];
    seen.add(artifactType);
    const rank = artifactType === own ? 0 : (usageRank ?? 500) + (status === 'current' ? 0 : 5000);
    const about = { detail: title, documentation: `${summary}\n\n${ecosystem}`, isDeprecated: status === 'deprecated' };
    return [textProposal(artifactType, { ...about, rank })];
  });
  const others = mediaTypeInfos().filter(
    ({ type, places }) => places.includes('artifactType') && !seen.has(type) && mediaTypeForm.test(type),
  );
  return [
    ...(own === undefined || seen.has(own) ? [] : [textProposal(own, { detail: "the config's media type", rank: 0 })]),
    ...ownTypeProposals(document, 'artifactType'),
    ...ofProfiles,
    ...others.map((info, position) => ({ ...typeProposal(info), rank: 1000 + position })),
    ...usedProposals(document, 'artifactType', used, written),
    ...suffixProposals(written, 'artifactType'),
  ];
}

function typeProposal(info: MediaTypeInfo): Proposal {
  const { type, title, summary, status, replacedBy, note, ecosystem } = describedMediaType(info);
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
  // The empty type is allowed in many places but rarely wanted.
  const seldom = role === 'empty' ? 500 : 0;
  return 100 + age + seldom + (ecosystem === 'OCI' ? 0 : 1000) + position;
}

/** The types that the manifest's profile uses in a place. */
function typesOfProfile({ root, descriptors, hints }: OciDocument, place: MediaTypePlace): readonly string[] {
  const own = hints.ownTypes?.profiles.get(stringAt(root, 'artifactType') ?? '');
  const profile =
    own ??
    profileOf({
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

/** The type of an artifact's config, unless it is an image config or empty. */
function typeOfConfig({ root, kind }: OciDocument): string | undefined {
  const configMediaType = hasTraits(kind, 'takes-empty-config')
    ? stringAt(valueOf(root, 'config'), 'mediaType')
    : undefined;
  if (configMediaType === undefined || kindOfMediaType(configMediaType) !== undefined) return undefined;
  if (mediaTypeInfos().some(({ type, role }) => type === configMediaType && role === 'empty')) return undefined;
  if (!mediaTypeForm.test(configMediaType)) return undefined;
  return profileOf({ configMediaType })?.artifactType ?? configMediaType;
}

/** Types used by documents in the workspace that no table has, after the known ones. */
function usedProposals(
  document: OciDocument,
  place: MediaTypePlace,
  used: readonly UsedType[],
  written: string,
): readonly Proposal[] {
  const types = new Set<string>();
  for (const one of [...usedTypesOf(document), ...used]) if (one.place === place) types.add(one.type);
  types.delete(written);
  for (const type of types) if (isOwn(document, type)) types.delete(type);
  return [...types].map((type, position) =>
    textProposal(type, { detail: 'used in this workspace', rank: 9000 + position }),
  );
}

function isOwn({ hints }: OciDocument, type: string): boolean {
  return hints.ownTypes?.mediaTypes.has(type) === true || hints.ownTypes?.profiles.has(type) === true;
}

const suffixes: Partial<Record<MediaTypePlace, readonly string[]>> = {
  config: ['+json', '+yaml'],
  layers: ['+json', '+gzip', '+zstd', '.tar', '.tar+gzip', '.tar+zstd'],
  artifactType: ['+json'],
};

/** A custom type with structured syntax suffixes for format and compression (RFC 6838 section 4.2.8). */
function suffixProposals(written: string, place: MediaTypePlace): readonly Proposal[] {
  const base = written.replace(/\+[a-z]*$/, '');
  if (!mediaTypeForm.test(base) || mediaTypeInfos().some(({ type }) => type === base)) return [];
  const texts = new Set((suffixes[place] ?? []).map((suffix) => `${base}${suffix}`.replace('.tar.tar', '.tar')));
  const others = [...texts].filter((text) => text !== written && !mediaTypeInfos().some(({ type }) => type === text));
  return others.map((text, position) => textProposal(text, { rank: 10_000 + position }));
}
