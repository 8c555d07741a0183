import { hashSmall } from '../../content/hash-small.ts';
import { type Base64Problem, readBase64 } from '../../oci/base64.ts';
import { readDigest } from '../../oci/digest.ts';
import { emptyContent } from '../../oci/empty.ts';
import { readSize } from '../../oci/size.ts';
import { grouped } from '../../protocol/counted.ts';
import { removeMember, replaceMember, replaceValue } from '../../syntax/edit.ts';
import type { JsonDocument } from '../../syntax/parse.ts';
import { type JsonMember, type JsonNode, stringAt, stringOf, valueOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding, Fix } from '../rule.ts';
import { bytesText } from '../support/content-locations.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { type Message, wordings } from '../support/wording.ts';

const messages = wordings({
  'url-alphabet': '`data` is not standard base64: it uses - or _ of base64url. Use + and / instead.',
  blank: '`data` is not standard base64: it contains whitespace. Go skips line breaks, other readers reject them.',
  'bad-character': '`data` is not standard base64: {character} is not in the alphabet.',
  'bad-padding': '`data` is not standard base64: it is truncated or has a misplaced "=".',
  'missing-padding': '`data` is not standard base64: the "=" padding is missing.',
  'stray-bits': '`data` is not standard base64: its last character has unused bits set.',
  digest: 'Digest mismatch: `data` has the digest {digest}.',
  size: 'Size mismatch: descriptor says {size}, `data` is {actual}.',
  'size-and-digest': 'Size mismatch: descriptor says {size}, `data` is {actual}. Its digest is {digest}.',
});

/** `data` is standard base64, and the bytes are those that digest and size promise (descriptor.md, `data`, MUST). */
export const descriptorData: DocumentRule = {
  meta: {
    id: 'descriptor-data',
    title: 'Embedded `data` is not base64 or does not match its descriptor',
    kinds: descriptorKinds,
    severity: 'error',
    profile: 'spec',
    clauses: ['descriptor-data-base64', 'descriptor-data-identical'],
    fixable: true,
    messages,
  },
  reads: ['mediaType', 'digest', 'size', 'data'],
  needs: 'data',
  checkDescriptor({ node, data }, { json }) {
    const text = stringOf(data?.value);
    return data?.value === undefined || text === undefined
      ? undefined
      : checkData({ json, node, data, value: data.value, text });
  },
};

/** A descriptor with its `data`. */
interface Embedding {
  readonly json: JsonDocument;
  readonly node: JsonNode;
  readonly data: JsonMember;
  /** That of `data`. */
  readonly value: JsonNode;
  readonly text: string;
}

function checkData(embedding: Embedding): Finding | undefined {
  const { node, value, text } = embedding;
  const read = readBase64(text);
  if (read.problem !== undefined) {
    return findingAtValue(value, notBase64(read.problem, text.charAt(read.at)), {
      clause: 'descriptor-data-base64',
      covers: ['contentEncoding'],
      fixes: respellingsOf(embedding),
    });
  }
  // The empty descriptor has its own rule, which knows all of its values.
  if (stringAt(node, 'mediaType') === emptyContent.mediaType) return undefined;
  const promised = promisedBy(node, read.bytes);
  return promised.isSize && promised.isDigest ? undefined : findingOf(embedding, promised, read.bytes);
}

/** What a descriptor promises, and what its `data` holds. An invalid size or digest promises nothing. */
function promisedBy(descriptor: JsonNode, bytes: Uint8Array) {
  const size = readSize(writtenOf(valueOf(descriptor, 'size')));
  const digest = readDigest(stringAt(descriptor, 'digest'));
  const actual = digest && hashSmall(digest.algorithm, bytes);
  const isSize = size === undefined || size === BigInt(bytes.length);
  const isDigest = actual === undefined || actual === digest?.encoded;
  return { size, isSize, isDigest, isVerified: actual !== undefined, actual: `${digest?.algorithm}:${actual}` };
}

/** One finding, not two: content of a different length has a different digest too. */
function findingOf(
  { json, node, data, value }: Embedding,
  promised: ReturnType<typeof promisedBy>,
  bytes: Uint8Array,
): Finding {
  const { size, isSize, isDigest, isVerified, actual } = promised;
  const sizes = { size: grouped(size ?? 0n), actual: bytesText(bytes.length) };
  const mismatch = isDigest ? messages.size(sizes) : messages['size-and-digest']({ ...sizes, digest: actual });
  const message = isSize ? messages.digest({ digest: actual }) : mismatch;
  const edits = [
    ...(isDigest ? [] : replaceMember(node, 'digest', JSON.stringify(actual))),
    ...(isSize ? [] : replaceMember(node, 'size', String(bytes.length))),
  ];
  const removal = { title: 'Remove data', edits: [removeMember(json, data)], isSafe: false };
  // The digest proves that these are the intended bytes.
  const fixes =
    isDigest && isVerified
      ? [{ title: 'Set size to that of data', edits, isSafe: true }, removal]
      : [removal, { title: 'Set digest and size to those of data', edits, isSafe: false }];
  return findingAtValue(value, message, { clause: 'descriptor-data-identical', fixes });
}

/** The same bytes in standard base64, if they are the content that the descriptor names. */
function respellingsOf({ node, value, text }: Embedding): readonly Fix[] {
  const plain = withoutPadding(text.replace(/\s/g, '')).replaceAll('-', '+').replaceAll('_', '/');
  const standard = plain.padEnd(Math.ceil(plain.length / 4) * 4, '=');
  const read = readBase64(standard);
  if (read.problem !== undefined) return [];
  const { isSize, isDigest, isVerified } = promisedBy(node, read.bytes);
  if (!isSize || !isDigest) return [];
  const edits = [replaceValue(value, JSON.stringify(standard))];
  return [{ title: 'Convert data to standard base64', edits, isSafe: isVerified }];
}

/** Not by a regular expression: it would take quadratic time on a run of equals signs. */
function withoutPadding(text: string): string {
  let end = text.length;
  while (text[end - 1] === '=') end--;
  return text.slice(0, end);
}

function notBase64(problem: Base64Problem, character: string): Message {
  return problem === 'bad-character' ? messages[problem]({ character: quoted(character) }) : messages[problem];
}
