import { type DigestProblem, digestProblemOf, registeredAlgorithmOf } from '../../oci/digest.ts';
import { grouped } from '../../protocol/counted.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { itemsOf, type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding, Fix } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { type Message, wordings } from '../support/wording.ts';

const messages = wordings({
  empty: 'Digest is empty. Expected "sha256:" and 64 hex digits.',
  'no-colon': 'Invalid digest {digest}: expected algorithm:encoded.',
  'empty-algorithm': 'Invalid digest: the algorithm before the colon is missing.',
  'bad-algorithm': 'Invalid digest algorithm {algorithm}: only a–z, 0–9 and single + . _ - between them.',
  'empty-encoded': 'Invalid digest: the encoded part after {algorithm} is missing.',
  'bad-encoded': 'Invalid digest: the encoded part may only contain letters, digits and = _ -.',
  'too-long': 'Digest is too long ({length} characters).',
  'upper-case': 'Invalid {algorithm} digest: hex digits must be lower case.',
  'not-hex': 'Invalid {algorithm} digest: expected {length} hex digits (0–9, a–f).',
  'wrong-length': 'Invalid {algorithm} digest: expected {length} hex digits, found {found}.',
});

/** Digests follow the grammar, and that of their algorithm if it is registered (descriptor.md, "Digests"). */
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
    messages,
  },
  reads: ['digest'],
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
  const message = messageFor(text, problem);
  return findingAtValue(node, message, { clause, covers: ['pattern'], fixes: fixesOf(node, text) });
}

function fixesOf(node: JsonNode, text: string): readonly Fix[] {
  const lower = text.toLowerCase();
  const fixTo = (digest: string, title: string, isSafe: boolean): readonly Fix[] => [
    { title, edits: [replaceValue(node, JSON.stringify(digest))], isSafe },
  ];
  // 64 hex digits without an algorithm are almost always sha256, but blake3 has as many.
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

function messageFor(text: string, problem: DigestProblem): Message {
  const algorithm = algorithmOf(text);
  const length = registeredAlgorithmOf(algorithm)?.hexLength ?? 0;
  switch (problem) {
    case 'no-colon':
      return text === '' ? messages.empty : messages[problem]({ digest: quoted(text, 30) });
    case 'bad-algorithm':
      return messages[problem]({ algorithm: quoted(algorithm, 30) });
    case 'empty-encoded':
      return messages[problem]({ algorithm: quoted(`${algorithm}:`, 30) });
    case 'too-long':
      return messages[problem]({ length: grouped(text.length) });
    case 'upper-case':
      return messages[problem]({ algorithm });
    case 'not-hex':
      return messages[problem]({ algorithm, length });
    case 'wrong-length':
      return messages[problem]({ algorithm, length, found: text.length - algorithm.length - 1 });
    default:
      return messages[problem];
  }
}
