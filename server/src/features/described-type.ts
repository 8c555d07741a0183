import { describedMediaType } from '../oci/facts/described.ts';
import type { Described } from '../oci/facts/fact-words.ts';
import type { MediaTypeInfo } from '../oci/facts/media-type-info.ts';
import { mediaTypeInfoOf } from '../oci/facts/media-types.ts';
import { type OwnTypes, ownMediaTypeOf } from '../oci/own-types.ts';

/** Looks up a media type or artifact type with its description, custom ones first. */
export function describedTypeIn(own: OwnTypes | undefined, type: string): Described<MediaTypeInfo> | undefined {
  const known = mediaTypeInfoOf(type);
  return ownMediaTypeOf(own, type) ?? (known && describedMediaType(known));
}
