import type { OciDocument } from '../../oci/document.ts';
import { annotationInfoOf } from '../../oci/facts/annotations.ts';
import { type MediaTypePlace, mediaTypeInfos } from '../../oci/facts/media-types.ts';
import { schemaAt } from '../../schema/schema-at.ts';
import { memberAbove, stringOf } from '../../syntax/tree.ts';
import { licenseProposals } from './licenses.ts';
import { artifactTypeProposals, mediaTypeProposalsOf } from './media-types.ts';
import type { ValuePlace } from './place.ts';
import { architectureProposalsFor, osProposals, platformProposalsFor, variantProposalsFor } from './platforms.ts';
import { type Proposal, textProposal } from './proposal.ts';
import { placeOfRole, type UsedType } from './used-types.ts';

/** What could be the value of a member, as far as documents and facts tell. */
export function valueProposalsOf(
  document: OciDocument,
  place: ValuePlace,
  used: readonly UsedType[],
): readonly Proposal[] {
  const { object, member, path } = place;
  const written = stringOf(member.value) ?? '';
  if (path.at(-2) === 'annotations') return annotationValues(member.name, written);
  switch (member.name) {
    case 'mediaType':
      return mediaTypeProposalsOf(document, mediaTypePlaceOf(document, place), written, used);
    case 'artifactType':
      return artifactTypeProposals(document, written, used);
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

function mediaTypePlaceOf({ kind, root, descriptors }: OciDocument, { object }: ValuePlace): MediaTypePlace {
  if (object === root && kind !== 'descriptor') return 'document';
  const role = descriptors.find(({ node }) => node === object)?.role ?? roleOfName(memberAbove(object)?.name);
  return placeOfRole[role];
}

function roleOfName(name: string | undefined): keyof typeof placeOfRole {
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

/** Whether the value of an annotation is a digest. */
export function isDigestAnnotation({ member, path }: ValuePlace): boolean {
  return path.at(-2) === 'annotations' && annotationInfoOf(member.name)?.value === 'digest';
}

function annotationValues(key: string, written: string): readonly Proposal[] {
  const info = annotationInfoOf(key);
  const texts = [...(info?.values ?? []), ...(info?.example === undefined ? [] : [info.example])];
  const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  switch (info?.value) {
    case 'rfc3339':
      return [textProposal(now, { detail: 'now', rank: 0 })];
    case 'date':
      return [textProposal(now.slice(0, 10), { detail: 'today', rank: 0 })];
    case 'media-type':
      return mediaTypeInfos.map(({ type, title }, rank) => textProposal(type, { detail: title, rank }));
    case 'boolean':
      return ['true', 'false'].map((text) => textProposal(text));
    case 'spdx-expression':
      return licenseProposals(written);
    default:
      return texts.map((text, position) => textProposal(text, { rank: position }));
  }
}
