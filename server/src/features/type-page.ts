import { annotationInfoOf } from '../oci/facts/annotations.ts';
import type { ArtifactProfile, ProfileSlot } from '../oci/facts/artifact-profile.ts';
import { artifactProfiles } from '../oci/facts/artifact-profiles.ts';
import { describedAnnotation, describedProfile } from '../oci/facts/described.ts';
import type { OwnTypes } from '../oci/own-types.ts';
import { describedTypeIn } from './described-type.ts';
import { inOneLine } from './markdown.ts';

/** A Markdown page about a media type or artifact type and the structure of such artifacts. */
export function typePageOf(type: string, own: OwnTypes | undefined): string | undefined {
  const known = artifactProfiles().find((one) => isMarkedBy(one, type));
  const profile = own?.profiles.get(type) ?? (known && describedProfile(known));
  const info = describedTypeIn(own, type);
  const { title, ecosystem, summary, status, replacedBy } = profile ?? info ?? {};
  if (title === undefined || ecosystem === undefined) return undefined;
  const notes = [info?.note, profile?.note].filter((note) => note !== undefined);
  const parts = [
    `# ${line(title)}`,
    `${code(type)} · ${line(ecosystem)}`,
    ...(summary ? [line(summary)] : []),
    ...(status === undefined || status === 'current' ? [] : [`Status: ${status}.`]),
    ...(replacedBy === undefined ? [] : [`Replaced by ${code(replacedBy)}.`]),
    ...[...new Set(notes)].map(line),
    ...(profile === undefined ? [] : structureOf(profile)),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Artifacts without an artifact type are identified by their config type. */
function isMarkedBy({ artifactType, identifiedBy, config }: ArtifactProfile, type: string): boolean {
  return artifactType === type || (identifiedBy === 'config' && config?.[0] === type);
}

function structureOf({
  document,
  config,
  layers,
  entries,
  annotations,
  subject,
  tagScheme,
}: ArtifactProfile): string[] {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['Config', (config ?? []).map(code)],
    ['Layers', (layers ?? []).map(slotLine)],
    ['Entries', (entries ?? []).map(slotLine)],
    ['Annotations', (annotations ?? []).map(annotationLine)],
  ];
  return [
    `An artifact of this type is an ${document === 'index' ? 'image index' : 'image manifest'}.`,
    ...(subject === 'required' ? ['It has a `subject`.'] : []),
    ...(tagScheme === undefined ? [] : [`Attached by the tag ${code(tagScheme)}.`]),
    ...lists.flatMap(([name, items]) =>
      items.length === 0 ? [] : [`## ${name}`, items.map((item) => `- ${item}`).join('\n')],
    ),
  ];
}

function slotLine({ types, min, max, artifactType, annotations, note }: ProfileSlot): string {
  const count = max === undefined ? `${min} or more` : min === max ? `${min}` : `${min} to ${max}`;
  const names = types.length === 0 ? 'any type' : types.map(code).join(' or ');
  const more = [
    ...(artifactType === undefined ? [] : [`artifact type ${code(artifactType)}`]),
    ...(annotations ?? []).map(code),
    ...(note === undefined ? [] : [line(note)]),
  ];
  return `${count}: ${[names, ...more].join(', ')}`;
}

function annotationLine(key: string): string {
  const info = annotationInfoOf(key);
  return info === undefined ? code(key) : `${code(key)}: ${line(describedAnnotation(info).summary)}`;
}

const code = (text: string): string => `\`${inOneLine(text, 200).replaceAll('`', "'")}\``;
const line = (text: string): string => inOneLine(text, 500);
