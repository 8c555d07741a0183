import { mediaTypeMistakeOf } from '../../oci/facts/media-type-mistakes.ts';
import { mediaTypeInfos } from '../../oci/facts/media-types.ts';
import { mediaTypeProblemOf } from '../../oci/media-type.ts';
import { mediaTypeInfoIn, type OwnTypes } from '../../oci/own-types.ts';
import { nearestOf } from './nearest.ts';

/** The known type that one is almost; undefined for what is known, or like none. */
export function meantBy(type: string, own: OwnTypes | undefined): string | undefined {
  if (mediaTypeInfoIn(own, type) !== undefined) return undefined;
  const mistake = mediaTypeMistakeOf(type);
  if (mistake !== undefined) return mistake.to;
  // What is not a media type at all is said to be none.
  if (mediaTypeProblemOf(type) !== undefined) return undefined;
  return nearestOf(type, knownTypes(), 20);
}

function* knownTypes(): Iterable<string> {
  for (const { type } of mediaTypeInfos()) yield type;
}
