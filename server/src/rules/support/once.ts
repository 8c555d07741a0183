import type { OciDocument } from '../../oci/document.ts';

/** Derives something from a document when it is first asked for, and keeps it as long as the document: documents never change. */
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

/** What is known where a text stands: of a document, or around a part of one. */
export type AroundText = Pick<OciDocument, 'hints' | 'derived'>;

/** Derives something from a text that many parts of a document may have, once for all of them. */
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
