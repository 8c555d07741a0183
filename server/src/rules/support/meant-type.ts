import { mediaTypeMistakeOf } from '../../oci/facts/media-type-mistakes.ts';
import { mediaTypeInfos } from '../../oci/facts/media-types.ts';
import { mediaTypeProblemOf } from '../../oci/media-type.ts';
import { mediaTypeInfoIn, type OwnTypes } from '../../oci/own-types.ts';
import { nearestOf } from './nearest.ts';

/** The known type of which a type is a typo. Undefined for known types and for types that resemble none. */
export function meantBy(type: string, own: OwnTypes | undefined): string | undefined {
  if (mediaTypeInfoIn(own, type) !== undefined) return undefined;
  const mistake = mediaTypeMistakeOf(type);
  if (mistake !== undefined) return mistake.to;
  // media-type-form reports what is not a media type at all.
  if (mediaTypeProblemOf(type) !== undefined) return undefined;
  return nearestOf(type, knownTypes(), 20);
}

function* knownTypes(): Iterable<string> {
  for (const { type } of mediaTypeInfos()) yield type;
}
