import { mediaTypeMistakeOf } from '../../oci/facts/media-type-mistakes.ts';
import { mediaTypeInfos } from '../../oci/facts/media-types.ts';
import { mediaTypeProblemOf } from '../../oci/media-type.ts';
import { mediaTypeInfoIn, type OwnTypes } from '../../oci/own-types.ts';
import { nearestOf } from './nearest.ts';

/** A known type that somebody may have meant. */
export interface Meant {
  readonly type: string;
  readonly why?: string;
}

/** The known type that one is almost; undefined for what is known, or like none. */
export function meantBy(type: string, own: OwnTypes | undefined): Meant | undefined {
  if (mediaTypeInfoIn(own, type) !== undefined) return undefined;
  const mistake = mediaTypeMistakeOf(type);
  if (mistake !== undefined) return { type: mistake.to, ...(mistake.why === undefined ? {} : { why: mistake.why }) };
  // What is no media type at all is said to be none.
  if (mediaTypeProblemOf(type) !== undefined) return undefined;
  const near = nearestOf(type, knownTypes(), 20);
  return near === undefined ? undefined : { type: near };
}

function* knownTypes(): Iterable<string> {
  for (const { type } of mediaTypeInfos) yield type;
}
