import { type Promised, toDigestText } from '../../oci/descriptor.ts';
import { wellKnownContentOf } from '../../oci/well-known-content.ts';
import { type ContentStore, heldContent } from './content-store.ts';

/** Content that is known by its digest alone: `{}`, with and without the line break of an accident. */
export const wellKnownStore: ContentStore = {
  async find({ value }) {
    const digest = value && toDigestText(value.digest);
    const known = wellKnownContentOf(digest);
    // A file of no bytes is most often one that was not written yet, and rules of their own speak of it.
    return known === undefined || known.text === ''
      ? undefined
      : heldContent(new TextEncoder().encode(known.text), `known:${digest}`);
  },
};

export function isWellKnown({ digestText }: Pick<Promised, 'digestText'>): boolean {
  return wellKnownContentOf(digestText) !== undefined;
}
