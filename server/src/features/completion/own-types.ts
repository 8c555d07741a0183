import type { OciDocument } from '../../oci/document.ts';
import type { MediaTypePlace } from '../../oci/facts/media-type-info.ts';
import { escaped } from '../markdown.ts';
import { type Proposal, textProposal } from './proposal.ts';

/** Custom types for a place, with the user's descriptions. */
export function ownTypeProposals({ hints }: OciDocument, place: MediaTypePlace): readonly Proposal[] {
  const { mediaTypes, profiles } = hints.ownTypes ?? {};
  const types = [...(mediaTypes?.values() ?? [])].filter(({ places }) => places.includes(place));
  const artifacts = place === 'artifactType' ? [...(profiles ?? [])] : [];
  return [...artifacts.map(([type, about]) => ({ ...about, type })), ...types].map(
    ({ type, title, summary }, position) =>
      textProposal(type, { detail: title, documentation: escaped(summary, 2000), rank: 50 + position / 1000 }),
  );
}
