import type { OciDocument } from '../../oci/document.ts';
import { encodingFaults, type Fault, type FaultCode, losesText } from '../../syntax/fault.ts';
import type { JsonDocument } from '../../syntax/parse.ts';
import { unquoted } from '../../syntax/scanner.ts';
import type { DocumentRule, Finding, Fix } from '../rule.ts';
import { quoted } from '../support/finding.ts';

/** The grammar of RFC 8259: the mistakes that every JSON parser refuses. */
export const jsonSyntax: DocumentRule = {
  meta: {
    id: 'json-syntax',
    title: 'The text is JSON',
    kinds: 'any',
    severity: 'error',
    profile: 'spec',
    clauses: [],
    fixable: true,
  },
  *check(document) {
    const all = document.json.faults;
    const hasLosses = all.some(({ code }) => losesText(code));
    // A lost bracket makes the document end early: what is left over is not another mistake.
    const faults = all.filter(({ code }) => !encodingFaults.has(code) && !(hasLosses && code === 'trailing-content'));
    for (const cluster of clustersOf(document.json, faults)) {
      if (isOneMistake(cluster)) yield { ...findingOf(document, cluster[0]!), fixes: [] };
      else for (const fault of cluster) yield findingOf(document, fault);
    }
  },
};

/** Nearer together on one line than this, faults may come from one mistake. In characters. */
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

/** A bracket that is never closed is noticed last and stands first. */
function isBehind(last: Fault, { start }: Fault): boolean {
  return start >= last.start && start - last.end <= reach;
}

/** A lost quote or colon makes what follows look wrong, up to where the line is sound again. */
const derailing: ReadonlySet<FaultCode> = new Set([
  'missing-colon',
  'missing-value',
  'unexpected',
  'unterminated-string',
]);

/** With a missing comma beside them, these are the words of a text that has lost its quotes. */
const words: readonly FaultCode[] = ['unquoted-name', 'bad-literal', 'bad-number'];

/** Whether faults are to be taken for one: repairing each for itself would make it worse. */
function isOneMistake(cluster: readonly Fault[]): boolean {
  if (cluster.length < 2) return false;
  const codes = new Set(cluster.map(({ code }) => code));
  return (
    cluster.some(({ code }) => derailing.has(code)) ||
    (codes.has('missing-comma') && words.some((code) => codes.has(code)))
  );
}

const messages: Partial<Record<FaultCode, string>> = {
  empty: 'The document is empty; JSON needs a value, here an object.',
  comment: 'JSON has no comments; remove this one, as every reader of the document refuses it.',
  'trailing-comma': 'JSON allows no comma after the last entry; remove it.',
  'missing-comma': 'A comma is missing here, between two entries.',
  'missing-colon': 'A colon is missing between this name and its value.',
  'missing-value': 'This name has no value.',
  'unterminated-string': 'This string has no closing quote on its line.',
  'control-character': 'A control character must be written as an escape such as \\t or \\u0000 in a JSON string.',
  unclosed: 'This bracket is never closed; the document may be cut short.',
  'too-many-faults': 'There are more mistakes than can be read around: what follows is not checked.',
  'too-many-values':
    'There are more values here than this program reads, millions of them: what follows is not checked.',
  'trailing-content': 'The document ended before this; JSON is one value and nothing after it.',
};

function findingOf({ json, root }: OciDocument, fault: Fault): Finding {
  const written = json.text.slice(fault.start, fault.end);
  const message = messages[fault.code] ?? messageFor(fault.code, written);
  const fix = fixFor(fault, written);
  return {
    span: { start: fault.start, end: fault.end },
    pointer: '',
    message,
    // Large is not wrong, unless it is not even an object.
    ...(fault.code === 'too-many-values' && root?.type === 'object' ? { severity: 'warning' as const } : {}),
    ...(fix === undefined ? {} : { fixes: [fix] }),
  };
}

function messageFor(code: FaultCode, written: string): string {
  const shown = quoted(written);
  switch (code) {
    case 'unquoted-name':
      return `The name ${written.slice(0, 60)} must stand in double quotes.`;
    case 'single-quotes':
      return 'JSON strings stand in double quotes, not single ones.';
    case 'bad-escape':
      return `${written} is no JSON escape; write a backslash as \\\\.`;
    case 'bad-number':
      return `${shown.slice(1, -1)} is no JSON number; a text such as a version stands in double quotes.`;
    case 'bad-literal':
      return `${shown.slice(1, -1)} is no JSON value; ${literalHintFor(written)}`;
    default:
      return `${shown.slice(1, -1)} is not expected here.`;
  }
}

const literals: Readonly<Record<string, string>> = { none: 'null', nil: 'null', undefined: 'null' };

function literalFor(written: string): string | undefined {
  const lower = written.toLowerCase();
  if (lower === 'true' || lower === 'false' || lower === 'null') return lower;
  return Object.hasOwn(literals, lower) ? literals[lower] : undefined;
}

function literalHintFor(written: string): string {
  const literal = literalFor(written);
  return literal === undefined ? 'a text stands in double quotes.' : `write ${literal}.`;
}

function fixFor(fault: Fault, written: string): Fix | undefined {
  const { start, end } = fault;
  switch (fault.code) {
    case 'trailing-comma':
      return { title: 'Remove the comma', edits: [{ start, end, text: '' }], isSafe: true };
    case 'missing-comma':
      return { title: 'Add the comma', edits: [{ start, end, text: ',' }], isSafe: true };
    case 'comment':
      return { title: 'Remove the comment', edits: [{ start, end, text: '' }], isSafe: false };
    case 'unquoted-name':
      return {
        title: 'Put the name in quotes',
        edits: [{ start, end, text: JSON.stringify(unquoted(written)) }],
        isSafe: true,
      };
    case 'bad-literal': {
      const literal = literalFor(written);
      if (literal === undefined) return undefined;
      return { title: `Write ${literal}`, edits: [{ start, end, text: literal }], isSafe: false };
    }
    default:
      return undefined;
  }
}
