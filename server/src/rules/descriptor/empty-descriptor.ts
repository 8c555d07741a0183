import { readBase64 } from '../../oci/base64.ts';
import { readDigest, shortDigest } from '../../oci/digest.ts';
import { emptyContent } from '../../oci/empty.ts';
import { readSize } from '../../oci/size.ts';
import { wellKnownContentOf } from '../../oci/well-known-content.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { type JsonNode, stringOf, valueOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  'other-content': 'Digest is that of {content}. The empty descriptor must have that of {}.',
  wrong: '`{name}` of the empty descriptor must be {expected}, not {written}.',
});

/** The empty type always means the two bytes `{}` (manifest.md, "Guidance for an Empty Descriptor"). */
export const emptyDescriptor: DocumentRule = {
  meta: {
    id: 'empty-descriptor',
    title: 'Empty descriptor does not describe {}',
    kinds: ['index', 'manifest', 'descriptor', 'artifact-manifest', 'oras-artifact-manifest'],
    severity: 'error',
    profile: 'spec',
    clauses: ['empty-descriptor-digest', 'empty-descriptor-size', 'empty-descriptor-data'],
    fixable: true,
    messages,
  },
  reads: ['mediaType', 'digest', 'size', 'data'],
  ofType: emptyContent.mediaType,
  checkDescriptor({ node }) {
    return accidentOf(node) ?? [...checkDigest(node), ...checkSize(node), ...checkData(node)];
  },
};

/** One finding if the descriptor is that of a file that should hold {}, but is empty or ends in a line break. */
function accidentOf(descriptor: JsonNode): Finding | undefined {
  const node = valueOf(descriptor, 'digest');
  const known = wellKnownContentOf(stringOf(node));
  const expected = expectedDigestOf(node);
  if (node === undefined || known === undefined || expected === undefined || expected === stringOf(node)) {
    return undefined;
  }
  const [size, data] = [valueOf(descriptor, 'size'), valueOf(descriptor, 'data')];
  const edits = [replaceValue(node, JSON.stringify(expected))];
  if (size !== undefined && readSize(writtenOf(size)) !== emptyContent.size) edits.push(replaceValue(size, '2'));
  if (data !== undefined && stringOf(data) !== emptyContent.data) edits.push(replaceValue(data, '"e30="'));
  const message = messages['other-content']({ content: known.title });
  const fixes = [{ title: 'Set digest and size to those of {}', edits, isSafe: true }];
  return findingAtValue(node, message, { clause: 'empty-descriptor-digest', fixes });
}

function expectedDigestOf(node: JsonNode | undefined): string | undefined {
  const digest = readDigest(stringOf(node));
  return digest && emptyContent.digests[digest.algorithm as keyof typeof emptyContent.digests];
}

function* checkDigest(descriptor: JsonNode): Iterable<Finding> {
  const node = valueOf(descriptor, 'digest');
  const [written, expected] = [stringOf(node), expectedDigestOf(node)];
  if (node === undefined || written === undefined || expected === undefined || expected === written) return;
  yield wrong(node, 'digest', quoted(written, 40), expected, JSON.stringify(expected), 'empty-descriptor-digest');
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
  const shown = name === 'digest' ? shortDigest(expected) : expected;
  const message = messages.wrong({ name, expected: shown, written });
  const fixes = [{ title: `Set ${name} to that of {}`, edits: [replaceValue(node, json)], isSafe: true }];
  return findingAtValue(node, message, { clause, fixes });
}
