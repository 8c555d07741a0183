import type { OciDocument } from '../oci/document.ts';

/** Derives something from a document when it is first asked for, and keeps it as long as the document: documents never change. */
export function once<Derived>(derive: (document: OciDocument) => Derived): (document: OciDocument) => Derived {
  const kept = new WeakMap<OciDocument, { readonly derived: Derived }>();
  return (document) => {
    const known = kept.get(document);
    if (known !== undefined) return known.derived;
    const derived = derive(document);
    kept.set(document, { derived });
    return derived;
  };
}
