import type { Fault } from '../../syntax/fault.ts';
import type { JsonDocument } from '../../syntax/parse.ts';
import type { DocumentRule, Finding, Fix } from '../rule.ts';

/** UTF-8 without a byte order mark, and no unpaired surrogates (RFC 8259 section 8.1, RFC 7493 section 2.1). */
export const jsonEncoding: DocumentRule = {
  meta: {
    id: 'json-encoding',
    title: 'The text is UTF-8, without a byte order mark and without unpaired surrogates',
    kinds: 'any',
    severity: 'error',
    profile: 'spec',
    clauses: ['json-utf8', 'json-i-json'],
    fixable: true,
  },
  *check({ json }) {
    for (const fault of json.faults) {
      const finding = findingFor(fault, fixesFor(json));
      if (finding !== undefined) yield finding;
    }
  },
};

/** The same text in other bytes. Where a character was lost in decoding, writing the text would make the loss last. */
function fixesFor({ faults, text }: JsonDocument): readonly Fix[] {
  const isLossy = faults.some(({ code }) => code === 'not-utf8') || text.includes('\ufffd');
  return isLossy ? [] : [{ title: 'Write the file as plain UTF-8', edits: [], isRewriting: true, isSafe: true }];
}

function findingFor({ code, start, end }: Fault, fixes: readonly Fix[]): Finding | undefined {
  const place = { span: { start, end }, pointer: '' };
  switch (code) {
    case 'bom':
      return {
        ...place,
        clause: 'json-utf8',
        fixes,
        message:
          'The file starts with a byte order mark (EF BB BF). JSON has none: Go and JavaScript refuse it, and its three bytes count in the digest.',
      };
    case 'utf16':
      return { ...place, clause: 'json-utf8', fixes, message: 'The file is UTF-16; JSON documents are UTF-8.' };
    case 'not-utf8':
      return {
        ...place,
        clause: 'json-utf8',
        message:
          'The bytes here are not UTF-8. Some readers refuse them, others put U+FFFD in their place and then see another text.',
      };
    case 'lone-surrogate':
      return {
        ...place,
        clause: 'json-i-json',
        message:
          'This is half of a surrogate pair, no character. Go stores U+FFFD in its place; other readers refuse the document.',
      };
    case 'noncharacter':
      return {
        ...place,
        severity: 'warning',
        clause: 'json-i-json',
        message:
          'This code point is none of a character: Unicode keeps it for the use within programs, and I-JSON (RFC 7493) forbids it.',
      };
    default:
      return undefined;
  }
}
