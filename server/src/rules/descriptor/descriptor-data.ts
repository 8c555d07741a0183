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
import { bytesText } from '../support/content-places.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { findingAtValue, quoted } from '../support/finding.ts';

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
  },
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
    const message = `\`data\` is not standard base64: ${remedyFor(read.problem, text, read.at)}`;
    return findingAtValue(value, message, {
      clause: 'descriptor-data-base64',
      covers: ['contentEncoding'],
      fixes: respellingsOf(embedding),
    });
  }
  // The empty descriptor has a rule of its own, which knows what all its members must be.
  if (stringAt(node, 'mediaType') === emptyContent.mediaType) return undefined;
  const promised = promisedBy(node, read.bytes);
  return promised.isSize && promised.isDigest ? undefined : findingOf(embedding, promised, read.bytes);
}

/** What a descriptor promises, and what its `data` holds. What is no size or digest is nothing that content could break. */
function promisedBy(descriptor: JsonNode, bytes: Uint8Array) {
  const size = readSize(writtenOf(valueOf(descriptor, 'size')));
  const digest = readDigest(stringAt(descriptor, 'digest'));
  const actual = digest && hashSmall(digest.algorithm, bytes);
  const isSize = size === undefined || size === BigInt(bytes.length);
  const isDigest = actual === undefined || actual === digest?.encoded;
  return { size, isSize, isDigest, isVerified: actual !== undefined, actual: `${digest?.algorithm}:${actual}` };
}

/** One finding, not two: content of another length has another digest as well. */
function findingOf(
  { json, node, data, value }: Embedding,
  promised: ReturnType<typeof promisedBy>,
  bytes: Uint8Array,
): Finding {
  const { size, isSize, isDigest, isVerified, actual } = promised;
  const also = isDigest ? '' : ` Its digest is ${actual}.`;
  const message = isSize
    ? `Digest mismatch: \`data\` has the digest ${actual}.`
    : `Size mismatch: descriptor says ${grouped(size ?? 0n)}, \`data\` is ${bytesText(bytes.length)}.${also}`;
  const edits = [
    ...(isDigest ? [] : replaceMember(node, 'digest', JSON.stringify(actual))),
    ...(isSize ? [] : replaceMember(node, 'size', String(bytes.length))),
  ];
  const removal = { title: 'Remove data', edits: [removeMember(json, data)], isSafe: false };
  // The digest tells that these are the bytes that were meant.
  const fixes =
    isDigest && isVerified
      ? [{ title: 'Set size to that of data', edits, isSafe: true }, removal]
      : [removal, { title: 'Set digest and size to those of data', edits, isSafe: false }];
  return findingAtValue(value, message, { clause: 'descriptor-data-identical', fixes });
}

/** The same bytes in standard base64, where they are the content that the descriptor names. */
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

/** Not by an expression: those take quadratic time for text that is full of equals signs. */
function withoutPadding(text: string): string {
  let end = text.length;
  while (text[end - 1] === '=') end--;
  return text.slice(0, end);
}

function remedyFor(problem: Base64Problem, text: string, at: number): string {
  switch (problem) {
    case 'url-alphabet':
      return 'it uses - or _ of base64url. Use + and / instead.';
    case 'blank':
      return 'it contains whitespace. Go skips line breaks, other readers reject them.';
    case 'bad-character':
      return `${quoted(text.charAt(at))} is not in the alphabet.`;
    case 'bad-padding':
      return 'it is truncated or has a misplaced "=".';
    case 'missing-padding':
      return 'the "=" padding is missing.';
    case 'stray-bits':
      return 'its last character has unused bits set.';
  }
}
