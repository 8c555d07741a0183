import type { OciDocument } from '../../oci/document.ts';
import type { AnnotationPlace } from '../../oci/facts/annotation-info.ts';
import type { Role } from '../../oci/kinds.ts';
import { countingMembersOf, type JsonMember, type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import { descriptorPartsOf } from './descriptor-parts.ts';
import { once } from './once.ts';

/** One annotation, or one label of an image config, and where it stands. */
export interface WrittenAnnotation {
  readonly member: JsonMember;
  readonly place: AnnotationPlace;
}

/** An annotation that has a text, which is not empty: the empty one is always allowed. */
export interface WrittenText extends WrittenAnnotation {
  readonly value: JsonNode;
  readonly text: string;
}

/** What an entry of a layout's `index.json` is called by. */
export const refName = 'org.opencontainers.image.ref.name';

/** The kinds that have annotations or labels. */
export const annotatedKinds = ['index', 'manifest', 'descriptor', 'config', 'docker-config'] as const;

/** The annotations of a document and its descriptors, or the labels of a config, by key: thousands of entries have few keys. */
export const annotationsByKey = once((document: OciDocument): ReadonlyMap<string, readonly WrittenAnnotation[]> => {
  const byKey = new Map<string, WrittenAnnotation[]>();
  visitObjects(document, (object, place) => {
    for (const member of countingMembersOf(object)) {
      const same = byKey.get(member.name);
      if (same === undefined) byKey.set(member.name, [{ member, place }]);
      else same.push({ member, place });
    }
  });
  return byKey;
});

/** The annotations under these keys that have a text. */
export function annotationsOf(document: OciDocument, keys: readonly string[]): readonly WrittenText[] {
  const byKey = annotationsByKey(document);
  const texts: WrittenText[] = [];
  for (const key of byKey.size === 0 ? [] : keys) {
    for (const { member, place } of byKey.get(key) ?? []) {
      const text = stringOf(member.value);
      if (text) texts.push({ member, place, value: member.value!, text });
    }
  }
  return texts;
}

const placeOfRole: Readonly<Record<Role, AnnotationPlace>> = {
  manifest: 'index-entry',
  config: 'config',
  layer: 'layer',
  blob: 'layer',
  subject: 'descriptor',
  descriptor: 'descriptor',
};

type Visit = (object: JsonNode | undefined, place: AnnotationPlace) => void;

function visitObjects(document: OciDocument, visit: Visit): void {
  const { kind, root } = document;
  if (kind === 'config' || kind === 'docker-config') {
    visit(valueOf(valueOf(root, 'config'), 'Labels'), 'label');
    return;
  }
  if (kind !== 'descriptor') visit(valueOf(root, 'annotations'), kind === 'index' ? 'index' : 'manifest');
  for (const { annotations, role } of descriptorPartsOf(document)) visit(annotations, placeOfRole[role]);
}
