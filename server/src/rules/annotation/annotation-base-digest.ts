import { readDigest, registeredAlgorithmOf } from '../../oci/digest.ts';
import { replaceValue } from '../../syntax/edit.ts';
import type { JsonNode } from '../../syntax/tree.ts';
import type { DocumentRule, Fix } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

const baseDigest = 'org.opencontainers.image.base.digest';

const message = wording('Invalid base image digest {digest}: expected "sha256:" and 64 hex digits.');

/** The base image is identified by a digest (annotations.md, `org.opencontainers.image.base.digest`). */
export const annotationBaseDigest: DocumentRule = {
  meta: {
    id: 'annotation-base-digest',
    title: 'Invalid base image digest',
    kinds: ['index', 'manifest', 'descriptor'],
    // Not an error, as in a descriptor's `digest`: no reader stops at an annotation.
    severity: 'warning',
    profile: 'spec',
    clauses: ['annotation-base-digest-form'],
    fixable: true,
    messages: { default: message },
  },
  reads: ['annotations'],
  concernsKey: (key) => key === baseDigest,
  checkAnnotation({ value, text }) {
    if (value === undefined || text === undefined || isDigest(text)) return;
    return findingAtValue(value, message({ digest: quoted(text, 30) }), {
      clause: 'annotation-base-digest-form',
      fixes: fixesOf(value, text),
    });
  },
};

/** A shorter text is a tag rather than a hash. */
const shortestHash = 32;

/** `debian:12` matches the grammar of a digest, but is a tag. */
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
