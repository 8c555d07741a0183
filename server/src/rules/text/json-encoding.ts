import type { Fault, FaultCode } from '../../syntax/fault.ts';
import { innermostPointers } from '../../syntax/innermost.ts';
import type { JsonDocument } from '../../syntax/parse.ts';
import type { Span } from '../../syntax/span.ts';
import type { DocumentRule, Finding, Fix } from '../rule.ts';

/** UTF-8 without a byte order mark, and no unpaired surrogates (RFC 8259 section 8.1, RFC 7493 section 2.1). */
export const jsonEncoding: DocumentRule = {
  meta: {
    id: 'json-encoding',
    title: 'Invalid text encoding',
    kinds: 'any',
    severity: 'error',
    profile: 'spec',
    clauses: ['json-utf8', 'json-i-json'],
    fixable: true,
  },
  *check({ json, root }) {
    const pointerAt = innermostPointers(root);
    const fixes = fixesFor(json);
    for (const fault of json.faults) {
      const message = messages[fault.code];
      if (message === undefined) continue;
      yield { span: { start: fault.start, end: fault.end }, ...detailsFor(fault, pointerAt, fixes), message };
    }
  },
};

const messages: Partial<Record<FaultCode, string>> = {
  bom: 'JSON must not start with a byte order mark. Save as UTF-8 without BOM.',
  utf16: 'File is UTF-16. JSON must be UTF-8.',
  'not-utf8': 'Invalid UTF-8.',
  'lone-surrogate': 'Unpaired surrogate is not a valid character. Go stores U+FFFD instead.',
  noncharacter: 'Unicode noncharacter, which I-JSON (RFC 7493) forbids.',
};

/** The same text in other bytes. Where a character was lost in decoding, writing the text would make the loss last. */
function fixesFor({ faults, text }: JsonDocument): readonly Fix[] {
  const isLossy = faults.some(({ code }) => code === 'not-utf8') || text.includes('\ufffd');
  return isLossy ? [] : [{ title: 'Save as plain UTF-8', edits: [], isRewriting: true, isSafe: true }];
}

/** The bytes of the file concern it as a whole; a character that is none, the value or name that it is in. */
function detailsFor(fault: Fault, pointerAt: (span: Span) => string, fixes: readonly Fix[]): Details {
  switch (fault.code) {
    case 'bom':
    case 'utf16':
      return { pointer: '', clause: 'json-utf8', fixes };
    case 'not-utf8':
      return { pointer: pointerAt(fault), clause: 'json-utf8', garbles: true };
    case 'lone-surrogate':
      return { pointer: pointerAt(fault), clause: 'json-i-json', garbles: true };
    default:
      return { pointer: pointerAt(fault), clause: 'json-i-json', severity: 'warning' };
  }
}

type Details = Pick<Finding, 'pointer' | 'clause' | 'fixes' | 'garbles' | 'severity'>;
