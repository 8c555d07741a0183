import { type DigestProblem, digestProblemOf, registeredAlgorithmOf } from '../../oci/digest.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { itemsOf, type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding, Fix } from '../rule.ts';
import { descriptorPartsOf } from '../support/descriptor-parts.ts';
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
  *check(document) {
    for (const { digest } of descriptorPartsOf(document)) {
      const problem = problemOf(digest);
      if (problem !== undefined) yield findingOf(digest!, 'digest', problem);
    }
    for (const item of itemsOf(valueOf(valueOf(document.root, 'rootfs'), 'diff_ids'))) {
      const problem = problemOf(item);
      if (problem !== undefined) yield findingOf(item, 'diff_ids', problem);
    }
  },
};

function problemOf(node: JsonNode | undefined): DigestProblem | undefined {
  const text = stringOf(node);
  return text === undefined ? undefined : digestProblemOf(text);
}

function findingOf(node: JsonNode, name: string, problem: DigestProblem): Finding {
  const text = stringOf(node)!;
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
      return `Digest is too long (${text.length.toLocaleString('en')} characters).`;
    case 'upper-case':
      return `Invalid ${algorithm} digest: hex digits must be lower case.`;
    case 'not-hex':
      return `Invalid ${algorithm} digest: expected ${length} hex digits (0–9, a–f).`;
    case 'wrong-length':
      return `Invalid ${algorithm} digest: expected ${length} hex digits, found ${text.length - algorithm.length - 1}.`;
  }
}
