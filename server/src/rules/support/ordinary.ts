import { wellKnownContentOf } from '../../oci/well-known-content.ts';
import { type JsonNode, stringOf, writtenOf } from '../../syntax/tree.ts';

/**
 * Whether a digest or size is one that no rule tells from others. Sizes below 10 are those of well-known content; with
 * more than 15 digits they are not exact numbers.
 */
export function isOrdinary(value: JsonNode): boolean {
  const digest = stringOf(value);
  if (digest === undefined) return /^[1-9][0-9]{1,14}$/.test(writtenOf(value) ?? '');
  const isPlain = value.length === digest.length + 2;
  return isPlain && /^sha256:[0-9a-f]{64}$/.test(digest) && wellKnownContentOf(digest) === undefined;
}
