import { hashSmall } from '../content/hash-small.ts';
import { type Base64Problem, readBase64 } from '../oci/base64.ts';
import { readDigest } from '../oci/digest.ts';
import { emptyContent } from '../oci/empty.ts';
import { readSize } from '../oci/size.ts';
import { type JsonNode, stringAt, stringOf, valueOf, writtenOf } from '../syntax/tree.ts';
import { findingAtValue, quoted } from './finding.ts';
import type { DocumentRule, Finding } from './rule.ts';

/** `data` is standard base64, and the bytes are those that digest and size promise (descriptor.md, `data`, MUST). */
export const descriptorData: DocumentRule = {
  meta: {
    id: 'descriptor-data',
    title: 'Embedded `data` is base64 and is the content that the descriptor names',
    kinds: ['index', 'manifest', 'descriptor', 'docker-manifest', 'docker-manifest-list'],
    severity: 'error',
    profile: 'spec',
    clauses: ['descriptor-data-base64', 'descriptor-data-identical'],
    fixable: false,
  },
  *check({ descriptors }) {
    for (const { node } of descriptors) {
      const data = valueOf(node, 'data');
      const text = stringOf(data);
      if (data !== undefined && text !== undefined) yield* checkData(node, data, text);
    }
  },
};

function* checkData(descriptor: JsonNode, data: JsonNode, text: string): Iterable<Finding> {
  const read = readBase64(text);
  if (read.problem !== undefined) {
    const message = `\`data\` is not standard base64: ${remedyFor(read.problem, text, read.at)}`;
    yield findingAtValue(data, message, { clause: 'descriptor-data-base64' });
    return;
  }
  // The empty descriptor has a rule of its own, which knows what all its members must be.
  if (stringAt(descriptor, 'mediaType') === emptyContent.mediaType) return;
  yield* checkContent(descriptor, data, read.bytes);
}

/** One finding, not two: content of another length has another digest as well. */
function* checkContent(descriptor: JsonNode, data: JsonNode, bytes: Uint8Array): Iterable<Finding> {
  const clause = 'descriptor-data-identical';
  const size = readSize(writtenOf(valueOf(descriptor, 'size')));
  const digest = readDigest(stringAt(descriptor, 'digest'));
  const actual = digest && hashSmall(digest.algorithm, bytes);
  const hasOtherDigest = actual !== undefined && actual !== digest!.encoded;
  const length = BigInt(bytes.length);
  if (size !== undefined && size !== length) {
    const also = hasOtherDigest ? `, and its digest is ${digest!.algorithm}:${actual}` : '';
    yield findingAtValue(
      data,
      `\`data\` holds ${length} bytes, but \`size\` is ${size}${also}. Both must be the same content.`,
      {
        clause,
      },
    );
  } else if (hasOtherDigest) {
    const message = `\`data\` has the digest ${digest!.algorithm}:${actual}, but \`digest\` names other content.`;
    yield findingAtValue(data, message, { clause });
  }
}

function remedyFor(problem: Base64Problem, text: string, at: number): string {
  switch (problem) {
    case 'url-alphabet':
      return 'it uses - or _ of base64url; write + and / instead.';
    case 'blank':
      return 'it has a blank or line break. Go skips line breaks, other readers refuse them.';
    case 'bad-character':
      return `${quoted(text.charAt(at))} is not in its alphabet.`;
    case 'bad-padding':
      return 'it is cut short or has an = in the wrong place.';
    case 'missing-padding':
      return 'the = padding at its end is missing.';
    case 'stray-bits':
      return 'its last character has bits that stand for nothing.';
  }
}
