import { maxExactSize, readSize } from '../../oci/size.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { type JsonNode, stringOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  empty: '`size` is empty. Set it to the number of bytes.',
  string: '`size` must be an integer, not the string {value}.',
  'quoted-number': '`size` must be an integer, not the string {value}. Remove the quotes.',
  'negative-zero': '`size` must be written as 0, not {value}.',
  negative: '`size` must not be negative, found {value}.',
  'too-large': '`size` must fit a signed 64-bit integer, found {value}.',
  fraction: '`size` must be a 64-bit integer, found {value}.',
  notation: '`size` must be written as {number}, not {value}.',
  imprecise: '`size` is {value}, beyond 2^53 - 1. JavaScript and jq round it.',
});

/** A size is a whole number of bytes from 0 to 2^63 - 1, judged as written and never rounded. */
export const descriptorSize: DocumentRule = {
  meta: {
    id: 'descriptor-size',
    title: 'Size is not a 64-bit integer of bytes',
    kinds: descriptorKinds,
    severity: 'error',
    profile: 'spec',
    clauses: ['descriptor-size-int64', 'descriptor-size-not-negative', 'json-number-precision'],
    fixable: true,
    messages,
  },
  reads: ['size'],
  checkDescriptor({ size }) {
    if (size?.type === 'string') return checkQuoted(size, stringOf(size) ?? '');
    return size?.type === 'number' ? checkNumber(size, writtenOf(size) ?? '') : undefined;
  },
};

/** The schema counts a negative fraction as two mistakes. */
const covers = ['type', 'minimum'] as const;

function checkQuoted(node: JsonNode, text: string): Finding {
  const isNumber = readSize(text) !== undefined;
  const message =
    text === '' ? messages.empty : messages[isNumber ? 'quoted-number' : 'string']({ value: quoted(text) });
  const fixes = isNumber ? [{ title: 'Remove the quotes', edits: [replaceValue(node, text)], isSafe: true }] : [];
  return findingAtValue(node, message, { clause: 'descriptor-size-int64', covers, fixes });
}

function checkNumber(node: JsonNode, written: string): Finding | undefined {
  const size = readSize(written);
  const value = written.length > 40 ? `${written.slice(0, 40)}…` : written;
  if (size !== undefined) {
    return size > maxExactSize ? findingAtValue(node, messages.imprecise({ value }), precision) : undefined;
  }
  if (/^-0(?:\.0*)?$/.test(written)) {
    return findingAtValue(node, messages['negative-zero']({ value }), { severity: 'warning' });
  }
  if (written.startsWith('-')) {
    return findingAtValue(node, messages.negative({ value }), { clause: 'descriptor-size-not-negative', covers });
  }
  if (/^[0-9]+$/.test(written)) {
    return findingAtValue(node, messages['too-large']({ value }), { clause: 'descriptor-size-int64', covers });
  }
  return checkFraction(node, written, value);
}

/** `1e3` and `12.0` are whole numbers to JSON Schema and JavaScript, but Go, which most readers are written in, rejects them. */
function checkFraction(node: JsonNode, written: string, value: string): Finding {
  const number = Number(written);
  // A fraction too small for a double is still a fraction.
  if (!Number.isSafeInteger(number) || (number === 0 && /[1-9]/.test(written.replace(/e.*/i, '')))) {
    return findingAtValue(node, messages.fraction({ value }), { clause: 'descriptor-size-int64', covers });
  }
  const fixes = [{ title: `Set size to ${number}`, edits: [replaceValue(node, String(number))], isSafe: true }];
  return findingAtValue(node, messages.notation({ number, value }), { clause: 'descriptor-size-int64', covers, fixes });
}

const precision = { severity: 'warning', clause: 'json-number-precision' } as const;
