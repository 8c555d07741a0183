import { readDigest, registeredAlgorithmOf } from '../../oci/digest.ts';
import { replaceValue } from '../../syntax/edit.ts';
import type { JsonNode } from '../../syntax/tree.ts';
import type { DocumentRule, Fix } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';

const baseDigest = 'org.opencontainers.image.base.digest';

/** The base image is named by a digest (annotations.md, `org.opencontainers.image.base.digest`). */
export const annotationBaseDigest: DocumentRule = {
  meta: {
    id: 'annotation-base-digest',
    title: 'Invalid base image digest',
    kinds: ['index', 'manifest', 'descriptor'],
    // An annotation stops no reader: not the error that the same text is as a descriptor's digest.
    severity: 'warning',
    profile: 'spec',
    clauses: ['annotation-base-digest-form'],
    fixable: true,
  },
  reads: ['annotations'],
  concernsKey: (key) => key === baseDigest,
  checkAnnotation({ value, text }) {
    if (value === undefined || text === undefined || isDigest(text)) return;
    const message = `Invalid base image digest ${quoted(text, 30)}: expected "sha256:" and 64 hex digits.`;
    return findingAtValue(value, message, { clause: 'annotation-base-digest-form', fixes: fixesOf(value, text) });
  },
};

/** Shorter hashes than this do not tell images apart. */
const shortestHash = 32;

/** `debian:12` has the grammar of a digest, and is a tag. */
function isDigest(text: string): boolean {
  const digest = readDigest(text);
  if (digest === undefined) return false;
  return registeredAlgorithmOf(digest.algorithm) !== undefined || digest.encoded.length >= shortestHash;
}

function fixesOf(node: JsonNode, text: string): readonly Fix[] {
  const lower = text.slice(text.lastIndexOf('@') + 1).toLowerCase();
  const meant = /^[0-9a-f]{64}$/.test(lower) ? `sha256:${lower}` : lower;
  if (!isDigest(meant)) return [];
  return [{ title: `Replace with ${meant}`, edits: [replaceValue(node, JSON.stringify(meant))], isSafe: true }];
}
