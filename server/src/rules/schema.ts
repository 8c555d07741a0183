import type { OciDocument } from '../oci/document.ts';
import { messageOf } from '../schema/message.ts';
import type { SchemaError } from '../schema/validate.ts';
import { validate } from '../schema/validate.ts';
import { encodingFaults, type Fault } from '../syntax/fault.ts';
import { nodeAt } from '../syntax/pointer.ts';
import { type JsonNode, memberOf, spanOf } from '../syntax/tree.ts';
import { toValue } from '../syntax/value.ts';
import { headOf } from './finding.ts';
import type { DocumentRule, Finding } from './rule.ts';

/** Types, required members and grammars, as the schema of the kind has them: the first rule, silent where another says more. */
export const schema: DocumentRule = {
  meta: {
    id: 'schema',
    title: 'The document has the members, types and forms that its kind requires',
    kinds: 'any',
    severity: 'error',
    profile: 'spec',
    clauses: [],
    fixable: false,
  },
  *check(document) {
    const { kind, row, root } = document;
    if (kind === undefined || row?.schema === undefined || root === undefined || root.type === 'invalid') return;
    const value = toValue(root);
    const losses = document.json.faults.filter(losesMembers);
    for (const error of validate(kind as never, value)) {
      const finding = findingOf(document, error, value, losses);
      if (finding !== undefined) yield finding;
    }
  },
};

function findingOf(
  { root }: OciDocument,
  error: SchemaError,
  value: unknown,
  losses: readonly Fault[],
): Finding | undefined {
  const node = nodeAt(root, error.pointer);
  if (node === undefined) return undefined;
  const missing = error.keyword === 'required' ? String(error.params.missingProperty) : undefined;
  if (missing !== undefined && (memberOf(node, missing) !== undefined || hasFaultIn(node, losses))) return undefined;
  return {
    span: node.type === 'object' || node.type === 'array' ? headOf(node) : spanOf(node),
    pointer: error.pointer,
    message: messageOf(error, value),
    ...(missing === undefined ? {} : { missing }),
    ...(error.clause === undefined ? {} : { clause: error.clause }),
  };
}

/** After such a fault, what seems missing may only be unreadable: the syntax is the one mistake to report. */
function losesMembers({ code }: Fault): boolean {
  return !encodingFaults.has(code) && code !== 'comment' && code !== 'trailing-comma' && code !== 'trailing-content';
}

function hasFaultIn(object: JsonNode, faults: readonly Fault[]): boolean {
  const { start, end } = spanOf(object);
  return faults.some((fault) => fault.start >= start && fault.start <= end);
}
