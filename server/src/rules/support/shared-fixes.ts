import type { Finding, Fix } from '../rule.ts';

/** Nobody goes through more findings of one rule one by one. */
const maxOffers = 16;

/**
 * Attaches fixes of the whole document to the first findings only. With all of thousands, a report would grow
 * quadratically with the document.
 */
export function* offering(fixes: readonly Fix[], findings: Iterable<Finding>): Iterable<Finding> {
  let left = fixes.length === 0 ? 0 : maxOffers;
  for (const finding of findings) yield left-- > 0 ? { ...finding, fixes } : finding;
}
