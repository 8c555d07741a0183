import { stringAt } from '../syntax/tree.ts';
import type { OciDocument } from './document.ts';
import type { MediaTypePlace } from './facts/media-type-info.ts';
import { mediaTypeInfoOf } from './facts/media-types.ts';
import type { Role } from './kinds.ts';

/** A type that some document uses at a place, and that is not in the tables. */
export interface UsedType {
  readonly type: string;
  readonly place: MediaTypePlace;
}

/** Where the descriptors of a role stand. */
export const placeOfRole: Readonly<Record<Role, MediaTypePlace>> = {
  manifest: 'manifests',
  config: 'config',
  layer: 'layers',
  blob: 'layers',
  subject: 'subject',
  descriptor: 'layers',
};

/** More types of one document are no types but data. */
const maxTypes = 200;

/** The types of a document's own making, each once a place. Worked out once a reading. */
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
