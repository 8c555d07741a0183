import { maxExactSize, readSize } from '../../oci/size.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { type JsonNode, stringOf, writtenOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { findingAtValue, quoted } from '../support/finding.ts';

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
  },
  checkDescriptor({ size }) {
    if (size?.type === 'string') return checkQuoted(size, stringOf(size) ?? '');
    return size?.type === 'number' ? checkNumber(size, writtenOf(size) ?? '') : undefined;
  },
};

/** A negative fraction is two mistakes to the schema. */
const covers = ['type', 'minimum'] as const;

function checkQuoted(node: JsonNode, text: string): Finding {
  const isNumber = readSize(text) !== undefined;
  const message =
    text === ''
      ? '`size` is empty. Set it to the number of bytes.'
      : `\`size\` must be an integer, not the string ${quoted(text)}.${isNumber ? ' Remove the quotes.' : ''}`;
  const fixes = isNumber ? [{ title: 'Remove the quotes', edits: [replaceValue(node, text)], isSafe: true }] : [];
  return findingAtValue(node, message, { clause: 'descriptor-size-int64', covers, fixes });
}

function checkNumber(node: JsonNode, written: string): Finding | undefined {
  const size = readSize(written);
  const shown = written.length > 40 ? `${written.slice(0, 40)}…` : written;
  if (size !== undefined) {
    return size > maxExactSize ? findingAtValue(node, tooPrecise(shown), precision) : undefined;
  }
  if (/^-0(?:\.0*)?$/.test(written)) {
    return findingAtValue(node, `\`size\` must be written as 0, not ${shown}.`, { severity: 'warning' });
  }
  if (written.startsWith('-')) {
    const message = `\`size\` must not be negative, found ${shown}.`;
    return findingAtValue(node, message, { clause: 'descriptor-size-not-negative', covers });
  }
  if (/^[0-9]+$/.test(written)) {
    const message = `\`size\` must fit a signed 64-bit integer, found ${shown}.`;
    return findingAtValue(node, message, { clause: 'descriptor-size-int64', covers });
  }
  return checkFraction(node, written, shown);
}

/** `1e3` and `12.0` are whole numbers to JSON Schema and JavaScript, and refused by Go, which most readers are written in. */
function checkFraction(node: JsonNode, written: string, shown: string): Finding {
  const value = Number(written);
  // What is too small for a double is none the less a fraction.
  if (!Number.isSafeInteger(value) || (value === 0 && /[1-9]/.test(written.replace(/e.*/i, '')))) {
    const message = `\`size\` must be a 64-bit integer, found ${shown}.`;
    return findingAtValue(node, message, { clause: 'descriptor-size-int64', covers });
  }
  const fixes = [{ title: `Set size to ${value}`, edits: [replaceValue(node, String(value))], isSafe: true }];
  const message = `\`size\` must be written as ${value}, not ${shown}.`;
  return findingAtValue(node, message, { clause: 'descriptor-size-int64', covers, fixes });
}

const precision = { severity: 'warning', clause: 'json-number-precision' } as const;

function tooPrecise(shown: string): string {
  return `\`size\` is ${shown}, beyond 2^53 - 1. JavaScript and jq round it.`;
}
