import type { AnnotationValue } from '../oci/facts/annotation-info.ts';
import { annotationInfoOf, annotationOwnerOf } from '../oci/facts/annotations.ts';
import { artifactProfiles } from '../oci/facts/artifact-profiles.ts';
import { describedAnnotation, describedProfile } from '../oci/facts/described.ts';
import type { OwnTypes } from '../oci/own-types.ts';
import { annotationLinkOf } from '../schema/spec-links.ts';
import { type JsonMember, memberAbove, objectOf, stringOf } from '../syntax/tree.ts';
import { describedTypeIn } from './described-type.ts';
import { code, escaped, specParts } from './markdown.ts';

/** Facts about a media type, artifact type or annotation, in Markdown. */
export function factHoverOf(member: JsonMember, isOnValue: boolean, own: OwnTypes | undefined): string | undefined {
  const { name } = member;
  const text = stringOf(member.value);
  if (isOnValue && text !== undefined && (name === 'mediaType' || name === 'artifactType'))
    return typeTextOf(text, own);
  const above = memberAbove(objectOf(member))?.name;
  return above === 'annotations' || above === 'Labels' ? annotationTextOf(name) : undefined;
}

function typeTextOf(type: string, own: OwnTypes | undefined): string | undefined {
  const info = describedTypeIn(own, type);
  const known = artifactProfiles().find(({ artifactType }) => artifactType === type);
  const profile = own?.profiles.get(type) ?? (known && describedProfile(known));
  const { title, ecosystem, summary } = profile ?? info ?? {};
  if (title === undefined || ecosystem === undefined || summary === undefined) return undefined;
  const layers = [...new Set((profile?.layers ?? []).flatMap(({ types }) => types))].slice(0, 5);
  const lines = [
    `**${escaped(title)}** · ${escaped(ecosystem)}`,
    escaped(summary),
    ...statusOf(info?.status, info?.replacedBy),
    ...(layers.length === 0 ? [] : [`Layers: ${layers.map((layer) => code(layer)).join(', ')}`]),
    ...noteOf(profile?.note ?? info?.note),
  ];
  return lines.join('\n\n');
}

function annotationTextOf(key: string): string | undefined {
  const info = annotationInfoOf(key);
  if (info === undefined) {
    const owner = annotationOwnerOf(key);
    return owner === undefined ? undefined : `${code(key, 80)} · reserved for ${escaped(owner)}`;
  }
  const { summary, value, example, status, replacedBy, ecosystem, note } = describedAnnotation(info);
  const form = formats[value];
  const lines = [
    `${code(key, 80)} · ${escaped(ecosystem)}`,
    `${escaped(summary)}${form === undefined ? '' : ` Format: ${form}.`}`,
    ...(example === undefined ? [] : [`For example ${code(example)}`]),
    ...statusOf(status, replacedBy),
    ...noteOf(note),
    ...specParts(status === 'misspelled' ? undefined : annotationLinkOf(key)),
  ];
  return lines.join('\n\n');
}

/** What the specifications call the formats of annotation values. */
const formats: Readonly<Record<AnnotationValue, string | undefined>> = {
  string: undefined,
  base64: 'base64',
  boolean: '`true` or `false`',
  date: 'date',
  digest: 'digest',
  'image-reference': 'image reference',
  integer: 'integer',
  json: 'JSON',
  'kind-name': 'kind, lower case and singular',
  'media-type': 'media type',
  'ref-name': undefined,
  rfc3339: 'date and time (RFC 3339)',
  'spdx-expression': 'SPDX license expression',
  uri: 'URI',
  url: 'URL',
};

function statusOf(status: string | undefined, replacedBy: string | undefined): readonly string[] {
  if (status === undefined || status === 'current') return [];
  const what = { legacy: 'No longer written by current tools', deprecated: 'Deprecated', misspelled: 'Misspelled' }[
    status
  ];
  return [`*${what ?? status}*${replacedBy === undefined ? '' : `. Use ${code(replacedBy)}`}`];
}

function noteOf(note: string | undefined): readonly string[] {
  return note === undefined ? [] : [escaped(note, 400)];
}
