import type { Fault, FaultCode } from '../../syntax/fault.ts';
import { innermostPointers } from '../../syntax/innermost.ts';
import type { JsonDocument } from '../../syntax/parse.ts';
import type { Span } from '../../syntax/span.ts';
import type { DocumentRule, Finding, Fix } from '../rule.ts';
import { type Message, wordings } from '../support/wording.ts';

const messages = wordings({
  bom: 'JSON must not start with a byte order mark. Save as UTF-8 without BOM.',
  utf16: 'File is UTF-16. JSON must be UTF-8.',
  'not-utf8': 'Invalid UTF-8.',
  'lone-surrogate': 'Unpaired surrogate is not a valid character. Go stores U+FFFD instead.',
  noncharacter: 'Unicode noncharacter, which I-JSON (RFC 7493) forbids.',
});

const messageByCode: Partial<Record<FaultCode, Message>> = messages;

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
    messages,
  },
  reads: [],
  *check({ json, root }) {
    const pointerAt = innermostPointers(root);
    const fixes = fixesFor(json);
    for (const fault of json.faults) {
      const message = messageByCode[fault.code];
      if (message === undefined) continue;
      yield { span: { start: fault.start, end: fault.end }, ...detailsFor(fault, pointerAt, fixes), message };
    }
  },
};

/** The same text in other bytes. If decoding lost a character, writing the text would make the loss permanent. */
function fixesFor({ faults, text }: JsonDocument): readonly Fix[] {
  const isLossy = faults.some(({ code }) => code === 'not-utf8') || text.includes('\ufffd');
  return isLossy ? [] : [{ title: 'Save as plain UTF-8', edits: [], isRewriting: true, isSafe: true }];
}

/** A fault of the file's bytes concerns the whole file; a bad character, the value or name that contains it. */
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
