import type { OciDocument } from '../../oci/document.ts';
import { messageOf } from '../../schema/message.ts';
import { clausesOfSchemas } from '../../schema/schemas.ts';
import type { SchemaError } from '../../schema/validate.ts';
import { validate } from '../../schema/validate.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { nodeAt } from '../../syntax/pointer.ts';
import { memberOf, spanOf, valueOf, writtenOf } from '../../syntax/tree.ts';
import { documentValueOf } from '../../syntax/value.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtValue, headOf } from '../support/finding.ts';
import { schemaFixesOf } from '../support/schema-fixes.ts';

/** Types, required members and grammars, as the schema of the kind has them: the first rule, silent where another says more. */
export const schema: DocumentRule = {
  meta: {
    id: 'schema',
    title: 'The document has the members, types and forms that its kind requires',
    kinds: 'any',
    severity: 'error',
    profile: 'spec',
    clauses: clausesOfSchemas(),
    fixable: true,
  },
  *check(document) {
    const { kind, row, root } = document;
    if (kind === undefined || row?.schema === undefined || root === undefined || root.type === 'invalid') return;
    const value = documentValueOf(document.json);
    yield* checkVersionForm(document);
    for (const error of validate(kind as never, value)) {
      const finding = findingOf(document, error, value);
      if (finding !== undefined) yield finding;
    }
  },
};

/** `2.0` is 2 to JSON Schema and JavaScript, and refused by Go, which most readers are written in. */
function* checkVersionForm({ kind, root }: OciDocument): Iterable<Finding> {
  const node = valueOf(root, 'schemaVersion');
  const written = writtenOf(node);
  if (node?.type !== 'number' || written === undefined || written === '2' || Number(written) !== 2) return;
  yield findingAtValue(
    node,
    `\`schemaVersion\` is written as ${written.slice(0, 40)}. Go refuses a whole number in this form; write 2.`,
    {
      severity: 'warning',
      ...(kind === 'index' || kind === 'manifest' ? { clause: `${kind}-schema-version-is-2` } : {}),
      fixes: [{ title: 'Write 2', edits: [replaceValue(node, '2')], isSafe: true }],
    },
  );
}

function findingOf(document: OciDocument, error: SchemaError, value: unknown): Finding | undefined {
  const node = nodeAt(document.root, error.pointer);
  if (node === undefined) return undefined;
  const missing = error.keyword === 'required' ? String(error.params.missingProperty) : undefined;
  if (missing !== undefined && memberOf(node, missing) !== undefined) return undefined;
  return {
    span: node.type === 'object' || node.type === 'array' ? headOf(node) : spanOf(node),
    pointer: error.pointer,
    message: messageOf(error, value),
    ...(missing === undefined ? {} : { missing }),
    ...(error.clause === undefined ? {} : { clause: error.clause }),
    fixes: schemaFixesOf(document, error, node),
  };
}
