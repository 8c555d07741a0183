import type { OciDocument } from '../../oci/document.ts';
import type { AnnotationPlace } from '../../oci/facts/annotation-info.ts';
import { hasTraits, type Role } from '../../oci/kinds.ts';
import { countingMembersOf, type JsonMember, type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DescriptorParts } from './descriptor-part-members.ts';
import { descriptorPartsOf } from './descriptor-parts.ts';
import { once } from './once.ts';

/** An annotation or a label of an image config, and its place. */
export interface WrittenAnnotation {
  readonly member: JsonMember;
  readonly place: AnnotationPlace;
  readonly value: JsonNode | undefined;
  /** The value if it is a nonempty string. The empty string is always allowed. */
  readonly text: string | undefined;
}

/** The kinds that have annotations or labels. */
export const annotatedKinds = ['index', 'manifest', 'descriptor', 'config', 'docker-config'] as const;

/** The annotations of a document and its descriptors, or the labels of a config, by key. Thousands of entries share few keys. */
export const annotationsByKey = once((document: OciDocument): ReadonlyMap<string, readonly WrittenAnnotation[]> => {
  const byKey = new Map<string, WrittenAnnotation[]>();
  const add = (annotation: WrittenAnnotation): void => {
    const same = byKey.get(annotation.member.name);
    if (same === undefined) byKey.set(annotation.member.name, [annotation]);
    else same.push(annotation);
  };
  annotationsIn(ownAnnotationsOf(document), ownPlaceOf(document)).forEach(add);
  for (const parts of descriptorPartsOf(document)) {
    annotationsIn(parts.annotations, annotationPlaceOf(parts)).forEach(add);
  }
  return byKey;
});

/** The annotations in an object that count. */
export function annotationsIn(object: JsonNode | undefined, place: AnnotationPlace): readonly WrittenAnnotation[] {
  return countingMembersOf(object).map((member) => annotationIn(member, place));
}

export function annotationIn(member: JsonMember, place: AnnotationPlace): WrittenAnnotation {
  const { value } = member;
  return { member, place, value, text: stringOf(value) || undefined };
}

/** The object with the annotations of a document itself, or the labels of a config. Not those of its descriptors. */
export function ownAnnotationsOf({ kind, root }: OciDocument): JsonNode | undefined {
  if (hasTraits(kind, 'is-image-config')) return valueOf(valueOf(root, 'config'), 'Labels');
  return hasTraits(kind, 'is-descriptor') ? undefined : valueOf(root, 'annotations');
}

export function ownPlaceOf({ kind }: OciDocument): AnnotationPlace {
  if (hasTraits(kind, 'is-image-config')) return 'label';
  return hasTraits(kind, 'oci', 'lists-manifests') ? 'index' : 'manifest';
}

export function annotationPlaceOf({ role }: DescriptorParts): AnnotationPlace {
  return placeOfRole[role];
}

const placeOfRole: Readonly<Record<Role, AnnotationPlace>> = {
  manifest: 'index-entry',
  config: 'config',
  layer: 'layer',
  blob: 'layer',
  subject: 'descriptor',
  descriptor: 'descriptor',
};
