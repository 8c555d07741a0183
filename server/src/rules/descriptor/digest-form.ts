import { type DigestProblem, digestProblemOf, registeredAlgorithmOf } from '../../oci/digest.ts';
import { grouped } from '../../protocol/counted.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { itemsOf, type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding, Fix } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';

/** Digests follow the grammar, and the form of their algorithm where it is registered (descriptor.md, "Digests"). */
export const digestForm: DocumentRule = {
  meta: {
    id: 'digest-form',
    title: 'Invalid digest',
    kinds: [
      'index',
      'manifest',
      'config',
      'descriptor',
      'docker-manifest',
      'docker-manifest-list',
      'docker-config',
      'artifact-manifest',
      'oras-artifact-manifest',
    ],
    severity: 'error',
    profile: 'spec',
    clauses: [
      'descriptor-digest-grammar',
      'digest-sha256-form',
      'digest-sha256-lower',
      'digest-sha512-form',
      'digest-sha512-lower',
      'digest-blake3-form',
      'digest-blake3-lower',
      'config-diff-ids-digests',
    ],
    fixable: true,
  },
  checkDescriptor({ digest }) {
    return checkDigest(digest, 'digest');
  },
  *check({ root }) {
    for (const item of itemsOf(valueOf(valueOf(root, 'rootfs'), 'diff_ids'))) {
      const finding = checkDigest(item, 'diff_ids');
      if (finding !== undefined) yield finding;
    }
  },
};

function checkDigest(node: JsonNode | undefined, name: string): Finding | undefined {
  const text = stringOf(node);
  if (node === undefined || text === undefined) return undefined;
  const problem = digestProblemOf(text);
  return problem === undefined ? undefined : findingOf(node, text, name, problem);
}

function findingOf(node: JsonNode, text: string, name: string, problem: DigestProblem): Finding {
  const clause = clauseFor(name, text, problem);
  const message = remedyFor(text, problem);
  return findingAtValue(node, message, { clause, covers: ['pattern'], fixes: fixesOf(node, text) });
}

function fixesOf(node: JsonNode, text: string): readonly Fix[] {
  const lower = text.toLowerCase();
  const fixTo = (digest: string, title: string, isSafe: boolean): readonly Fix[] => [
    { title, edits: [replaceValue(node, JSON.stringify(digest))], isSafe },
  ];
  // 64 hex digits are sha256 wherever nothing else is said, but blake3 has as many.
  if (/^[0-9a-f]{64}$/.test(lower)) return fixTo(`sha256:${lower}`, 'Prefix with sha256:', false);
  return digestProblemOf(lower) === undefined ? fixTo(lower, 'Convert digest to lower case', true) : [];
}

function clauseFor(name: string, text: string, problem: DigestProblem): string {
  if (name !== 'digest') return 'config-diff-ids-digests';
  if (!['upper-case', 'wrong-length', 'not-hex'].includes(problem)) return 'descriptor-digest-grammar';
  return `digest-${algorithmOf(text)}-${problem === 'upper-case' ? 'lower' : 'form'}`;
}

function algorithmOf(text: string): string {
  return text.slice(0, text.indexOf(':'));
}

function remedyFor(text: string, problem: DigestProblem): string {
  const algorithm = algorithmOf(text);
  const length = registeredAlgorithmOf(algorithm)?.hexLength ?? 0;
  switch (problem) {
    case 'no-colon':
      return text === ''
        ? 'Digest is empty. Expected "sha256:" and 64 hex digits.'
        : `Invalid digest ${quoted(text, 30)}: expected algorithm:encoded.`;
    case 'empty-algorithm':
      return 'Invalid digest: the algorithm before the colon is missing.';
    case 'bad-algorithm':
      return `Invalid digest algorithm ${quoted(algorithm, 30)}: only a–z, 0–9 and single + . _ - between them.`;
    case 'empty-encoded':
      return `Invalid digest: the encoded part after ${quoted(`${algorithm}:`, 30)} is missing.`;
    case 'bad-encoded':
      return 'Invalid digest: the encoded part may only contain letters, digits and = _ -.';
    case 'too-long':
      return `Digest is too long (${grouped(text.length)} characters).`;
    case 'upper-case':
      return `Invalid ${algorithm} digest: hex digits must be lower case.`;
    case 'not-hex':
      return `Invalid ${algorithm} digest: expected ${length} hex digits (0–9, a–f).`;
    case 'wrong-length':
      return `Invalid ${algorithm} digest: expected ${length} hex digits, found ${text.length - algorithm.length - 1}.`;
  }
}
