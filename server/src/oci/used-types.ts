import { stringAt } from '../syntax/tree.ts';
import type { OciDocument } from './document.ts';
import type { MediaTypePlace } from './facts/media-type-info.ts';
import { mediaTypeInfoOf } from './facts/media-types.ts';
import type { Role } from './kinds.ts';

/** A type that a document uses and the tables do not have. */
export interface UsedType {
  readonly type: string;
  readonly place: MediaTypePlace;
}

/** The property that contains descriptors of a role. */
export const placeOfRole: Readonly<Record<Role, MediaTypePlace>> = {
  manifest: 'manifests',
  config: 'config',
  layer: 'layers',
  blob: 'layers',
  subject: 'subject',
  descriptor: 'layers',
};

/** A document with more custom types than this contains data, not types. */
const maxTypes = 200;

/** The custom types that a document uses, unique per place. Cached per version. */
export function usedTypesOf(document: OciDocument): readonly UsedType[] {
  const known = document.derived.get(usedTypesOf) as readonly UsedType[] | undefined;
  if (known !== undefined) return known;
  const found = new Map<string, UsedType>();
  const add = (type: string | undefined, place: MediaTypePlace): void => {
    if (type === undefined || type === '' || found.size >= maxTypes || mediaTypeInfoOf(type) !== undefined) return;
    if (mediaTypeForm.test(type)) found.set(`${place} ${type}`, { type, place });
  };
  if (document.kind !== undefined) {
    add(stringAt(document.root, 'artifactType'), 'artifactType');
    for (const { node, role } of document.descriptors) {
      add(stringAt(node, 'mediaType'), placeOfRole[role]);
      add(stringAt(node, 'artifactType'), 'artifactType');
    }
  }
  const used = [...found.values()];
  document.derived.set(usedTypesOf, used);
  return used;
}

/** RFC 6838, section 4.2. */
export const mediaTypeForm = /^[a-z0-9][\w!#$&^.+-]{0,126}\/[a-z0-9][\w!#$&^.+-]{0,126}$/i;
