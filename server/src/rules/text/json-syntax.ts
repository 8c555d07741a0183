import type { OciDocument } from '../../oci/document.ts';
import { encodingFaults, type Fault, type FaultCode, losesText } from '../../syntax/fault.ts';
import { innermostPointers } from '../../syntax/innermost.ts';
import type { JsonDocument } from '../../syntax/parse.ts';
import { unquoted } from '../../syntax/scanner.ts';
import type { Span } from '../../syntax/span.ts';
import type { Finding, Fix, WholeRule } from '../rule.ts';
import { inBackticks, quoted } from '../support/finding.ts';
import { Message, wordings } from '../support/wording.ts';

const messages = wordings({
  empty: 'Document is empty. Expected a JSON object.',
  html: 'Content is HTML or XML, not JSON. Servers send such pages in place of a document.',
  compressed: 'Content is compressed with {compression}, not JSON. Decompress it.',
  comment: 'JSON does not allow comments. Remove it.',
  'trailing-comma': 'Trailing comma. Remove it.',
  'missing-comma': 'Missing comma between two entries.',
  'missing-colon': 'Missing colon between name and value.',
  'missing-name': 'Missing property name.',
  'missing-value': 'Missing value.',
  'single-quotes': 'JSON strings must use double quotes.',
  'unterminated-string': 'Missing closing quote.',
  'control-character': 'Control characters in a JSON string must be escaped, as in \\t or \\u0000.',
  unclosed: 'Missing closing bracket. The document may be cut off.',
  'too-many-faults': 'Too many syntax errors; the rest of the file was not checked.',
  'too-many-values': 'Document has more than 3,000,000 values; the rest was not checked.',
  'trailing-content': 'Unexpected content after the end of the JSON document.',
  'unquoted-name': 'Property name {name} must be in double quotes.',
  'bad-escape': 'Invalid escape {escape} in a JSON string. Write a backslash as \\\\.',
  'bad-number': 'Invalid number {value}. {remedy}',
  'bad-literal': 'Invalid value {value}. {remedy}',
  unexpected: 'Unexpected {text}.',
});

/** The grammar of RFC 8259: mistakes that every JSON parser rejects. */
export const jsonSyntax: WholeRule = {
  meta: {
    id: 'json-syntax',
    title: 'Invalid JSON syntax',
    kinds: 'any',
    severity: 'error',
    profile: 'spec',
    clauses: [],
    fixable: true,
    messages,
  },
  reads: [],
  *check(document) {
    const all = document.json.faults;
    const other = otherFormatIn(document.json.text);
    if (other !== undefined && all.length > 0) {
      yield { span: { start: 0, end: 1 }, pointer: '', message: other, garbles: true };
      return;
    }
    const hasLosses = all.some(({ code }) => losesText(code));
    // A lost bracket ends the document early, so trailing content is not a second mistake.
    const faults = all.filter(({ code }) => !encodingFaults.has(code) && !(hasLosses && code === 'trailing-content'));
    const pointerAt = innermostPointers(document.root);
    const broken = all.filter(({ code }) => code === 'unterminated-string');
    for (const cluster of clustersOf(document.json, faults)) {
      const [first] = cluster;
      if (first !== undefined && isOneMistake(cluster)) yield { ...findingOf(document, first, pointerAt), fixes: [] };
      else for (const fault of cluster) yield findingOf(document, fault, pointerAt, abutsAny(fault, broken));
    }
  },
};

/** Says what the text is, where that is no JSON at all. Bytes that are not UTF-8 are U+FFFD. */
function otherFormatIn(text: string): Message | undefined {
  if (/^\s{0,9}<(?:!doctype|html|\?xml)/i.test(text)) return messages.html;
  if (text.startsWith('\u001f\ufffd')) return messages.compressed({ compression: 'gzip' });
  return text.startsWith('(\ufffd/\ufffd') ? messages.compressed({ compression: 'zstd' }) : undefined;
}

/** Whether a fault touches an unterminated string, where any insertion would become part of the string. */
function abutsAny({ start, end }: Fault, broken: readonly Fault[]): boolean {
  return broken.some((string) => string.start <= end && start <= string.end);
}

/** Faults this close on one line may come from one mistake. In characters. */
const reach = 60;

/** Faults on one line that follow each other closely. */
function* clustersOf({ text }: JsonDocument, faults: readonly Fault[]): Iterable<readonly Fault[]> {
  let cluster: Fault[] = [];
  for (const fault of faults) {
    const last = cluster.at(-1);
    const isNear = last !== undefined && isBehind(last, fault) && !text.slice(last.start, fault.start).includes('\n');
    if (isNear) cluster.push(fault);
    else {
      if (cluster.length > 0) yield cluster;
      cluster = [fault];
    }
  }
  if (cluster.length > 0) yield cluster;
}

/** An unclosed bracket is noticed last but stands first. */
function isBehind(last: Fault, { start }: Fault): boolean {
  return start >= last.start && start - last.end <= reach;
}

/** A lost quote or colon makes the rest of the line look wrong. */
const derailing: ReadonlySet<FaultCode> = new Set([
  'missing-colon',
  'missing-value',
  'unexpected',
  'unterminated-string',
]);

/** Next to a missing comma, these are the words of a string that lost its quotes. */
const words: readonly FaultCode[] = ['unquoted-name', 'bad-literal', 'bad-number'];

/** Whether faults count as one: repairing each on its own would make things worse. */
function isOneMistake(cluster: readonly Fault[]): boolean {
  if (cluster.length < 2) return false;
  const codes = new Set(cluster.map(({ code }) => code));
  return (
    cluster.some(({ code }) => derailing.has(code)) ||
    (codes.has('missing-comma') && words.some((code) => codes.has(code)))
  );
}

function findingOf(
  { json, root }: OciDocument,
  fault: Fault,
  pointerAt: (span: Span) => string,
  isInString = false,
): Finding {
  const written = json.text.slice(fault.start, fault.end);
  const message = messageFor(fault.code, written);
  const fix = isInString ? undefined : fixFor(fault, written);
  return {
    span: { start: fault.start, end: fault.end },
    pointer: pointerAt(fault),
    message,
    // A large document is not wrong, unless it is not even an object.
    ...(fault.code === 'too-many-values' && root?.type === 'object' ? { severity: 'warning' as const } : {}),
    ...(fix === undefined ? {} : { fixes: [fix] }),
  };
}

function messageFor(code: FaultCode, written: string): Message {
  switch (code) {
    case 'unquoted-name':
      return messages[code]({ name: inBackticks(written) });
    case 'bad-escape':
      return messages[code]({ escape: written });
    case 'bad-number':
      return messages[code]({ value: quoted(written), remedy: numberHintFor(written) });
    case 'bad-literal':
      return messages[code]({ value: quoted(written), remedy: literalHintFor(written) });
    default:
      return plainMessageFor(code) ?? messages.unexpected({ text: quoted(written) });
  }
}

function plainMessageFor(code: FaultCode): Message | undefined {
  const message = code in messages ? messages[code as keyof typeof messages] : undefined;
  return message instanceof Message ? message : undefined;
}

function numberHintFor(written: string): string {
  if (/^\+[1-9]\d*$/.test(written)) return 'Remove the plus sign.';
  return /^-?0\d+$/.test(written) ? 'Remove the leading zeros.' : 'Text such as a version must be in double quotes.';
}

const literals: Readonly<Record<string, string>> = { none: 'null', nil: 'null', undefined: 'null' };

function literalFor(written: string): string | undefined {
  const lower = written.toLowerCase();
  if (lower === 'true' || lower === 'false' || lower === 'null') return lower;
  return Object.hasOwn(literals, lower) ? literals[lower] : undefined;
}

function literalHintFor(written: string): string {
  const literal = literalFor(written);
  return literal === undefined ? 'Text must be in double quotes.' : `Write ${literal}.`;
}

function fixFor(fault: Fault, written: string): Fix | undefined {
  const { start, end } = fault;
  switch (fault.code) {
    case 'trailing-content':
      return { title: 'Remove content after the document', edits: [{ start, end, text: '' }], isSafe: false };
    case 'trailing-comma':
      return { title: 'Remove comma', edits: [{ start, end, text: '' }], isSafe: true };
    case 'missing-comma':
      return { title: 'Insert comma', edits: [{ start, end, text: ',' }], isSafe: true };
    case 'comment':
      return { title: 'Remove comment', edits: [{ start, end, text: '' }], isSafe: false };
    case 'unquoted-name':
      return {
        title: 'Quote property name',
        edits: [{ start, end, text: JSON.stringify(unquoted(written)) }],
        isSafe: true,
      };
    case 'bad-literal': {
      const literal = literalFor(written);
      if (literal === undefined) return undefined;
      return { title: `Replace with ${literal}`, edits: [{ start, end, text: literal }], isSafe: false };
    }
    default:
      return undefined;
  }
}
