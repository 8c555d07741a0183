import type { OciDocument } from '../../oci/document.ts';
import type { AnnotationValue } from '../../oci/facts/annotation-info.ts';
import { annotationInfoOf } from '../../oci/facts/annotations.ts';
import { describedAnnotation } from '../../oci/facts/described.ts';
import type { MediaTypePlace } from '../../oci/facts/media-type-info.ts';
import { mediaTypeInfos } from '../../oci/facts/media-types.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { placeOfRole, type UsedType } from '../../oci/used-types.ts';
import { schemaAt } from '../../schema/schema-at.ts';
import { memberAbove, stringOf } from '../../syntax/tree.ts';
import type { ValueContext } from './context.ts';
import { descriptorProposal } from './descriptor-snippet.ts';
import { licenseProposals } from './licenses.ts';
import { artifactTypeProposals, mediaTypeProposalsOf } from './media-types.ts';
import { isAnnotations } from './names.ts';
import { architectureProposalsFor, osProposals, platformProposalsFor, variantProposalsFor } from './platforms.ts';
import { type Proposal, textProposal } from './proposal.ts';

/** Values for a property, from the document and the built-in tables. */
export function valueProposalsOf(
  document: OciDocument,
  place: ValueContext,
  used: readonly UsedType[],
): readonly Proposal[] {
  const { object, member, path } = place;
  const written = stringOf(member.value) ?? '';
  if (isAnnotations(document, path.slice(0, -1))) return annotationValues(member.name, written);
  switch (member.name) {
    case 'mediaType':
      return mediaTypeProposalsOf(document, mediaTypePlaceOf(document, place), written, used);
    case 'artifactType':
      return artifactTypeProposals(document, written, used);
    case 'platform':
      return platformProposalsFor(document);
    case 'created':
      return [nowProposal()];
    case 'os':
      return osProposals();
    case 'architecture':
      return architectureProposalsFor(object);
    case 'variant':
      return variantProposalsFor(object);
    default:
      return schemaValues(document, path);
  }
}

function mediaTypePlaceOf({ kind, root, descriptors }: OciDocument, { object }: ValueContext): MediaTypePlace {
  if (object === root && !hasTraits(kind, 'is-descriptor')) return 'document';
  const role = descriptors.find(({ node }) => node === object)?.role ?? roleOfName(memberAbove(object)?.name);
  return placeOfRole[role];
}

function roleOfName(name: string | undefined): keyof typeof placeOfRole {
  return name === 'config' ? 'config' : name === 'subject' ? 'subject' : 'layer';
}

/** The constant of a schema, or its examples. */
export function schemaValues({ kind }: OciDocument, path: readonly (string | number)[]): readonly Proposal[] {
  const schema = kind === undefined ? undefined : schemaAt(kind, path);
  const values = schema?.const === undefined ? (schema?.examples ?? []) : [schema.const];
  return values.flatMap((value, position) => {
    const json = JSON.stringify(value);
    return json === undefined ? [] : [{ label: typeof value === 'string' ? value : json, json, rank: position }];
  });
}

/** Initial values for objects and arrays without more specific proposals. */
export function emptyValues({ kind }: OciDocument, path: readonly (string | number)[]): readonly Proposal[] {
  const schema = kind === undefined ? undefined : schemaAt(kind, path);
  switch ([schema?.type].flat()[0]) {
    case 'array':
      return [{ label: '[]', json: '[]', snippet: '[\n  $0\n]', rank: 0 }];
    case 'object': {
      const isDescriptor = ['digest', 'size'].every((name) => schema?.properties?.[name] !== undefined);
      return isDescriptor ? [descriptorProposal] : [{ label: '{}', json: '{}', snippet: '{\n  $0\n}', rank: 0 }];
    }
    default:
      return [];
  }
}

function nowProposal(): Proposal {
  return textProposal(new Date().toISOString().replace(/\.\d+Z$/, 'Z'), { detail: 'now', rank: 0 });
}

/** The format of an annotation's value if the key is known; undefined for other properties. */
export function annotationKindOf({ member, path }: ValueContext): AnnotationValue | undefined {
  return path.at(-2) === 'annotations' ? annotationInfoOf(member.name)?.value : undefined;
}

function annotationValues(key: string, written: string): readonly Proposal[] {
  const info = annotationInfoOf(key);
  const example = info && describedAnnotation(info).example;
  const texts = [...(info?.values ?? []), ...(example === undefined ? [] : [example])];
  switch (info?.value) {
    case 'rfc3339':
      return [nowProposal()];
    case 'date':
      return [textProposal(new Date().toISOString().slice(0, 10), { detail: 'today', rank: 0 })];
    case 'media-type':
      return mediaTypeInfos().map(({ type, title }, rank) => textProposal(type, { detail: title, rank }));
    case 'boolean':
      return ['true', 'false'].map((text) => textProposal(text));
    case 'spdx-expression':
      return licenseProposals(written);
    default:
      return texts.map((text, position) => textProposal(text, { rank: position }));
  }
}
