import type { OciDocument } from '../oci/document.ts';

/**
 * Derives something from a document, or from a part of one, when it is first asked for, and keeps it as long as that:
 * documents never change.
 */
export function once<Derived, From extends object = OciDocument>(
  derive: (from: From) => Derived,
): (from: From) => Derived {
  const kept = new WeakMap<From, { readonly derived: Derived }>();
  return (from) => {
    const known = kept.get(from);
    if (known !== undefined) return known.derived;
    const derived = derive(from);
    kept.set(from, { derived });
    return derived;
  };
}
