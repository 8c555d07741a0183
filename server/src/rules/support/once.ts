import type { OciDocument } from '../../oci/document.ts';

/** Derives something from a document on demand and caches it with the document, which never changes. */
export function once<Derived>(derive: (document: OciDocument) => Derived): (document: OciDocument) => Derived {
  return (document) => {
    const { derived } = document;
    const known = derived.get(derive) as Derived | undefined;
    if (known !== undefined || derived.has(derive)) return known as Derived;
    const value = derive(document);
    derived.set(derive, value);
    return value;
  };
}

/** A document, or the surroundings of a part of one. */
export type AroundText = Pick<OciDocument, 'hints' | 'derived'>;

/** Derives something from a text once, because many parts of a document may have the same text. */
export function onceEach<Derived>(
  derive: (text: string, around: AroundText) => Derived,
): (text: string, around: AroundText) => Derived {
  return (text, around) => {
    let known = around.derived.get(derive) as Map<string, Derived> | undefined;
    if (known === undefined) {
      known = new Map();
      around.derived.set(derive, known);
    }
    const derived = known.get(text);
    if (derived !== undefined || known.has(text)) return derived as Derived;
    const value = derive(text, around);
    known.set(text, value);
    return value;
  };
}
