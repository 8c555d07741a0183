import { refNameKey, titleKey } from '../../oci/annotation-keys.ts';
import type { OciDocument } from '../../oci/document.ts';
import type { AnnotationInfo, AnnotationPlace } from '../../oci/facts/annotation-info.ts';
import { annotationInfos } from '../../oci/facts/annotations.ts';
import { describedAnnotation } from '../../oci/facts/described.ts';
import { hasTraits, type Role } from '../../oci/kinds.ts';
import { type SchemaMember, type SchemaNode, membersOf as schemaMembersOf } from '../../schema/schema-at.ts';
import { type JsonNode, memberAbove, membersOf, objectOf } from '../../syntax/tree.ts';
import { escaped } from '../markdown.ts';
import type { NameContext } from './context.ts';
import { descriptorJson, descriptorSnippet } from './descriptor-snippet.ts';
import type { Proposal } from './proposal.ts';

/** The properties that an object can have and does not have yet, required ones first. */
export function nameProposalsOf(document: OciDocument, context: NameContext): readonly Proposal[] {
  const taken = new Set(
    membersOf(context.object).flatMap((member) => (member === context.member ? [] : [member.name])),
  );
  const names = isAnnotations(document, context.path)
    ? annotationNames(document, context)
    : memberNames(document, context);
  return names.filter(({ label }) => !taken.has(label));
}

function memberNames({ kind }: OciDocument, { path, member: renamed }: NameContext): readonly Proposal[] {
  // A document with just a schema version becomes an OCI document through its media type.
  if (kind === undefined) return [schemaVersionMember, mediaTypeMember];
  const known = schemaMembersOf(kind, path);
  // A valid name that has a value is not to be renamed. For an invalid one, propose names whose type fits the value.
  const value = renamed?.value;
  if (value !== undefined && known.some(({ name }) => name === renamed?.name)) return [];
  const fitting = value === undefined ? known : known.filter(({ schema }) => isOfType(value, schema));
  return fitting.map((member, position) => ({
    label: member.name,
    ...valueOf(member),
    detail: member.required ? `${member.title} · required` : member.title,
    documentation: member.description,
    rank: (member.required ? 0 : 100 * (laterNames[member.name] ?? 1)) + position + (isReserved(member) ? 1000 : 0),
    isDeprecated: /\(deprecated\)/.test(member.title),
  }));
}

/** Optional properties that are listed after the others: those with a long value, then those that few need. */
const laterNames: Readonly<Record<string, number>> = {
  annotations: 2,
  urls: 3,
  data: 3,
  'os.version': 3,
  'os.features': 3,
};

function isReserved({ title }: SchemaMember): boolean {
  return /\(reserved\)/.test(title);
}

const schemaVersionMember: Proposal = {
  label: 'schemaVersion',
  json: '"schemaVersion": 2',
  detail: 'Schema version of OCI documents',
  rank: 0,
};

const mediaTypeMember: Proposal = {
  label: 'mediaType',
  json: '"mediaType": ""',
  snippet: '"mediaType": "$1"',
  detail: 'Media type of OCI documents',
  rank: 1,
};

function isOfType({ type }: JsonNode, schema: SchemaNode): boolean {
  const types = [schema.type ?? []].flat();
  return types.length === 0 || types.includes(type) || (type === 'number' && types.includes('integer'));
}

/** The text after the colon. */
function valueOf({ name, schema }: SchemaMember): { readonly json: string; readonly snippet: string } {
  const first = (text: string, snippet: string) => ({
    json: `${JSON.stringify(name)}: ${text}`,
    snippet: `${JSON.stringify(name)}: ${snippet}`,
  });
  if (schema.const !== undefined) return first(JSON.stringify(schema.const), JSON.stringify(schema.const));
  const properties = Object.keys(schema.properties ?? {});
  if (properties.includes('digest') && properties.includes('size')) return first(descriptorJson, descriptorSnippet);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'object':
      return first('{}', '{\n  $0\n}');
    case 'array':
      return first('[]', '[\n  $0\n]');
    case 'integer':
    case 'number':
      return first('0', '${1:0}');
    case 'boolean':
      return first('true', '${1:true}');
    default:
      return first('""', '"$1"');
  }
}

/** Whether a path leads to annotations, or to the labels of an image config, whose keys are mostly the same. */
export function isAnnotations({ kind }: OciDocument, path: readonly (string | number)[]): boolean {
  return path.at(-1) === 'annotations' || (path.at(-1) === 'Labels' && hasTraits(kind, 'is-image-config'));
}

function annotationNames(document: OciDocument, { object }: NameContext): readonly Proposal[] {
  const places = annotationPlacesOf(document, object);
  const usual = usualKeyOf(document, places);
  const fitting = annotationInfos().filter(
    ({ key, places: own, status }) =>
      status !== 'misspelled' && !key.endsWith('*') && own.some((place) => places.includes(place)),
  );
  return fitting.map((info, position) => ({
    label: info.key,
    json: `${JSON.stringify(info.key)}: ""`,
    snippet: `${JSON.stringify(info.key)}: "$1"`,
    detail: info.ecosystem,
    documentation: annotationText(info),
    rank: info.key === usual ? -1 : position + (isOfOci(info) ? 0 : 1000) + (info.status === 'current' ? 0 : 5000),
    isDeprecated: info.status !== 'current',
  }));
}

/** The key that most descriptors of a role have: the tag in a layout's index, and the file name of a layer. */
function usualKeyOf({ hints }: OciDocument, places: readonly AnnotationPlace[]): string | undefined {
  if (places.includes('layout-entry')) return hints.path === 'index' ? refNameKey : undefined;
  return places.includes('layer') ? titleKey : undefined;
}

function isOfOci({ key }: AnnotationInfo): boolean {
  return key.startsWith('org.opencontainers.');
}

function annotationText(info: AnnotationInfo): string {
  const { summary, example, replacedBy, note } = describedAnnotation(info);
  return [
    summary,
    ...(example === undefined ? [] : [`For example: ${escaped(example)}`]),
    ...(replacedBy === undefined ? [] : [`Superseded by ${escaped(replacedBy)}.`]),
    ...(note === undefined ? [] : [note]),
  ].join('\n\n');
}

const placesOfRole: Readonly<Record<Role, readonly AnnotationPlace[]>> = {
  manifest: ['index-entry', 'descriptor', 'layout-entry'],
  config: ['config', 'descriptor'],
  layer: ['layer', 'descriptor'],
  blob: ['layer', 'descriptor'],
  subject: ['descriptor'],
  descriptor: ['descriptor', 'layer', 'config', 'index-entry'],
};

/** Where the annotations in an object apply. */
function annotationPlacesOf({ kind, root, descriptors }: OciDocument, object: JsonObject): readonly AnnotationPlace[] {
  const member = memberAbove(object);
  const owner = member && objectOf(member);
  if (member?.name === 'Labels') return ['label'];
  if (owner === root && !hasTraits(kind, 'is-descriptor'))
    return hasTraits(kind, 'oci', 'lists-manifests') ? ['index'] : ['manifest'];
  const role = descriptors.find(({ node }) => node === owner)?.role;
  return role === undefined ? ['manifest', 'index', 'descriptor'] : placesOfRole[role];
}

type JsonObject = NameContext['object'];
