import type { OciDocument } from '../../oci/document.ts';
import { annotationInfoOf } from '../../oci/facts/annotations.ts';
import type { MediaTypePlace } from '../../oci/facts/media-types.ts';
import type { Role } from '../../oci/kinds.ts';
import { schemaAt } from '../../schema/schema-at.ts';
import { memberAbove } from '../../syntax/tree.ts';
import { artifactTypeProposals, mediaTypeProposalsOf } from './media-types.ts';
import type { ValuePlace } from './place.ts';
import { architectureProposalsFor, osProposals, platformProposalsFor, variantProposalsFor } from './platforms.ts';
import { type Proposal, textProposal } from './proposal.ts';

/** What could be the value of a member, as far as documents and facts tell. */
export function valueProposalsOf(document: OciDocument, place: ValuePlace): readonly Proposal[] {
  const { object, member, path } = place;
  if (path.at(-2) === 'annotations') return annotationValues(member.name);
  switch (member.name) {
    case 'mediaType':
      return mediaTypeProposalsOf(document, mediaTypePlaceOf(document, place));
    case 'artifactType':
      return artifactTypeProposals();
    case 'platform':
      return platformProposalsFor(document);
    case 'os':
      return osProposals();
    case 'architecture':
      return architectureProposalsFor(object);
    case 'variant':
      return variantProposalsFor(object);
    default:
      return schemaValues(document, place);
  }
}

const placeOfRole: Readonly<Record<Role, MediaTypePlace>> = {
  manifest: 'manifests',
  config: 'config',
  layer: 'layers',
  subject: 'subject',
  descriptor: 'layers',
};

function mediaTypePlaceOf({ kind, root, descriptors }: OciDocument, { object }: ValuePlace): MediaTypePlace {
  if (object === root && kind !== 'descriptor') return 'document';
  const role = descriptors.find(({ node }) => node === object)?.role ?? roleOfName(memberAbove(object)?.name);
  return placeOfRole[role];
}

function roleOfName(name: string | undefined): Role {
  return name === 'config' ? 'config' : name === 'subject' ? 'subject' : 'layer';
}

/** The one value that a schema allows, or its examples. */
function schemaValues({ kind }: OciDocument, { path }: ValuePlace): readonly Proposal[] {
  const schema = kind === undefined ? undefined : schemaAt(kind, path);
  const values = schema?.const === undefined ? (schema?.examples ?? []) : [schema.const];
  return values.flatMap((value, position) => {
    const json = JSON.stringify(value);
    return json === undefined ? [] : [{ label: typeof value === 'string' ? value : json, json, rank: position }];
  });
}

function annotationValues(key: string): readonly Proposal[] {
  const info = annotationInfoOf(key);
  const texts = [...(info?.values ?? []), ...(info?.example === undefined ? [] : [info.example])];
  const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  switch (info?.value) {
    case 'rfc3339':
      return [textProposal(now, { detail: 'now', rank: 0 })];
    case 'boolean':
      return ['true', 'false'].map((text) => textProposal(text));
    case 'spdx-expression':
      return usualLicences.map((text, position) => textProposal(text, { rank: position }));
    default:
      return texts.map((text, position) => textProposal(text, { rank: position }));
  }
}

const usualLicences = [
  ...['Apache-2.0', 'MIT', 'BSD-3-Clause', 'BSD-2-Clause', 'MPL-2.0', 'ISC', 'Apache-2.0 OR MIT'],
  ...['GPL-2.0-only', 'GPL-2.0-or-later', 'GPL-3.0-only', 'GPL-3.0-or-later', 'LGPL-2.1-or-later', 'AGPL-3.0-only'],
];
