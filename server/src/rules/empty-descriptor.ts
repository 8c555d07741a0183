import { readBase64 } from '../oci/base64.ts';
import { readDigest } from '../oci/digest.ts';
import { emptyContent } from '../oci/empty.ts';
import { readSize } from '../oci/size.ts';
import { replaceValue } from '../syntax/edit.ts';
import { type JsonNode, stringAt, stringOf, valueOf, writtenOf } from '../syntax/tree.ts';
import { findingAtValue, quoted } from './finding.ts';
import type { DocumentRule, Finding } from './rule.ts';

/** The empty type always means the two bytes `{}` (manifest.md, "Guidance for an Empty Descriptor"). */
export const emptyDescriptor: DocumentRule = {
  meta: {
    id: 'empty-descriptor',
    title: 'A descriptor of the empty type has the digest, size and data of {}',
    kinds: ['index', 'manifest', 'descriptor'],
    severity: 'error',
    profile: 'spec',
    clauses: ['empty-descriptor-digest', 'empty-descriptor-size', 'empty-descriptor-data'],
    fixable: true,
  },
  *check({ descriptors }) {
    for (const { node } of descriptors) {
      if (stringAt(node, 'mediaType') !== emptyContent.mediaType) continue;
      yield* checkDigest(node);
      yield* checkSize(node);
      yield* checkData(node);
    }
  },
};

function* checkDigest(descriptor: JsonNode): Iterable<Finding> {
  const node = valueOf(descriptor, 'digest');
  const digest = readDigest(stringOf(node));
  if (node === undefined || digest === undefined) return;
  const expected = emptyContent.digests[digest.algorithm as keyof typeof emptyContent.digests];
  if (expected === undefined || expected === stringOf(node)) return;
  yield wrong(
    node,
    'digest',
    quoted(stringOf(node)!, 40),
    expected,
    JSON.stringify(expected),
    'empty-descriptor-digest',
  );
}

function* checkSize(descriptor: JsonNode): Iterable<Finding> {
  const node = valueOf(descriptor, 'size');
  const size = readSize(writtenOf(node));
  if (node === undefined || size === undefined || size === emptyContent.size) return;
  yield wrong(node, 'size', String(size), '2', '2', 'empty-descriptor-size');
}

function* checkData(descriptor: JsonNode): Iterable<Finding> {
  const node = valueOf(descriptor, 'data');
  const text = stringOf(node);
  if (node === undefined || text === undefined || text === emptyContent.data) return;
  if (readBase64(text).problem !== undefined) return;
  yield wrong(node, 'data', quoted(text), '"e30="', '"e30="', 'empty-descriptor-data');
}

function wrong(node: JsonNode, name: string, written: string, expected: string, json: string, clause: string): Finding {
  const message = `\`${name}\` is ${written}; the empty type stands for the two bytes {}, so it must be ${expected}.`;
  const fixes = [{ title: `Write the ${name} of {}`, edits: [replaceValue(node, json)], isSafe: true }];
  return findingAtValue(node, message, { clause, fixes });
}
