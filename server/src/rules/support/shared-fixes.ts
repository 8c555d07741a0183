import type { Finding, Fix } from '../rule.ts';

/** More findings of one rule than people go through one by one. */
const maxOffers = 16;

/**
 * Findings with fixes that are about the whole document, for the first of them: with each of thousands a report would grow by
 * the square of the document.
 */
export function* offering(fixes: readonly Fix[], findings: Iterable<Finding>): Iterable<Finding> {
  let left = fixes.length === 0 ? 0 : maxOffers;
  for (const finding of findings) yield left-- > 0 ? { ...finding, fixes } : finding;
}
