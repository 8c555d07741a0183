import type { OciDocument } from '../oci/document.ts';
import { emptyContent } from '../oci/empty.ts';
import { isOrdinary } from '../rules/support/ordinary.ts';
import type { RuleSettings } from '../rules/support/settings.ts';
import { type JsonNode, membersOf, startOf, stringOf } from '../syntax/tree.ts';
import { lint } from './lint.ts';
import type { LintFinding } from './lint-finding.ts';
import { type Key, keyOf, planFor } from './plan.ts';

/** Longer texts are rarely alike. UTF-16 units. */
const longest = 20_000;

/** Bounds memory. */
const maxKnown = 64;

const none: readonly LintFinding[] = [];

/**
 * {@link lint} for many documents: a folder often has thousands that only differ in digests and sizes. A document like
 * one without findings has none either, because no rule tells ordinary digests, or ordinary sizes, from each other.
 */
export function createLint(): typeof lint {
  const faultless = new Map<Key, Set<string>>();
  return (document: OciDocument, settings: RuleSettings, maxPerRule = Number.POSITIVE_INFINITY) => {
    const likeness = likenessOf(document);
    if (likeness === undefined || document.kind === undefined) return lint(document, settings, maxPerRule);
    const key = keyOf(document, planFor(document.kind, settings), maxPerRule);
    const known = faultless.get(key) ?? new Set();
    if (known.has(likeness)) return none;
    const findings = lint(document, settings, maxPerRule);
    if (findings.length > 0 || mentionsDigest(likeness)) return findings;
    if (faultless.size === maxKnown) faultless.clear();
    if (known.size === maxKnown) known.clear();
    faultless.set(key, known.add(likeness));
    return findings;
  };
}

/** It could be a digest from a descriptor, which rules may compare. */
function mentionsDigest(likeness: string): boolean {
  return /[0-9a-f]{64}/i.test(likeness);
}

/**
 * The text without the ordinary digests and sizes of its descriptors. Undefined if it may not be compared: it has syntax
 * errors, is embedded, or refers to the same content twice.
 *
 * @internal
 */
export function likenessOf({ json, embedded, descriptors }: OciDocument): string | undefined {
  const { text, faults } = json;
  if (embedded !== undefined || faults.length > 0 || text.length > longest) return undefined;
  const values: OffsetNode[] = [];
  for (const { node } of descriptors) addOrdinaryValues(node, values);
  const digests = new Set<string>();
  let count = 0;
  for (const { node } of values) if (node.type === 'string' && ++count) digests.add(stringOf(node) ?? '');
  if (digests.size < count) return undefined;
  values.sort((a, b) => a.start - b.start);
  let likeness = '';
  let end = 0;
  for (const { start, node } of values) {
    // JSON cannot contain a control character.
    likeness += `${text.slice(end, start)}\0${node.type}`;
    end = start + node.length;
  }
  return likeness + text.slice(end);
}

interface OffsetNode {
  readonly start: number;
  readonly node: JsonNode;
}

/**
 * Adds the digest and size of a descriptor, where ordinary. Those of embedded and well-known content are not: rules
 * compare them with it.
 */
function addOrdinaryValues(descriptor: JsonNode, values: OffsetNode[]): void {
  let digest: JsonNode | undefined;
  let size: JsonNode | undefined;
  for (const { name, value } of membersOf(descriptor)) {
    if (name === 'data' || stringOf(value) === emptyContent.mediaType) return;
    if (name === 'digest') digest = value;
    if (name === 'size') size = value;
  }
  const around = startOf(descriptor);
  for (const node of [digest, size]) {
    if (node !== undefined && isOrdinary(node)) values.push({ start: around + node.at, node });
  }
}
