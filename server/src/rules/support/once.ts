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
