import type { OciDocument } from '../../oci/document.ts';
import { isErofsConfig } from '../../oci/erofs.ts';
import { messageOf, missingMessageOf } from '../../schema/message.ts';
import { clausesOfSchemas } from '../../schema/schemas.ts';
import type { SchemaError } from '../../schema/validate.ts';
import { validate } from '../../schema/validate.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { nodeAt } from '../../syntax/pointer.ts';
import type { Span } from '../../syntax/span.ts';
import { type JsonNode, memberOf, spanOf, valueOf, writtenOf } from '../../syntax/tree.ts';
import { documentValueOf } from '../../syntax/value.ts';
import type { DocumentRule, Finding, SchemaKeyword } from '../rule.ts';
import { findingAtValue, headOf } from '../support/finding.ts';
import { missingMemberFixesOf } from '../support/missing-member-fixes.ts';
import { schemaFixesOf } from '../support/schema-fixes.ts';

/** Types, required members and grammars, as the schema of the kind has them: the first rule, silent where another says more. */
export const schema: DocumentRule = {
  meta: {
    id: 'schema',
    title: 'Missing property or invalid value',
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
    const lacking = new Map<string, SchemaError[]>();
    for (const error of validate(kind, value)) {
      if (error.keyword !== 'required') yield* findingOf(document, error, value);
      else if (lacking.has(error.pointer)) lacking.get(error.pointer)?.push(error);
      else lacking.set(error.pointer, [error]);
    }
    for (const errors of lacking.values()) yield* missingFindingOf(document, errors);
  },
};

/** `2.0` is 2 to JSON Schema and JavaScript; Go, which most readers are written in, does not decode it. */
function* checkVersionForm({ kind, root }: OciDocument): Iterable<Finding> {
  const node = valueOf(root, 'schemaVersion');
  const written = writtenOf(node);
  if (node?.type !== 'number' || written === undefined || written === '2' || Number(written) !== 2) return;
  yield findingAtValue(node, `\`schemaVersion\` must be written as 2, not ${written.slice(0, 40)}.`, {
    ...(kind === 'index' || kind === 'manifest' ? { clause: `${kind}-schema-version-is-2` } : {}),
    fixes: [{ title: 'Set schemaVersion to 2', edits: [replaceValue(node, '2')], isSafe: true }],
  });
}

function* findingOf(document: OciDocument, error: SchemaError, value: unknown): Iterable<Finding> {
  const node = nodeAt(document.root, error.pointer);
  if (node === undefined) return;
  yield {
    span: spanOfFault(node),
    pointer: error.pointer,
    message: messageOf(error, value),
    covers: [error.keyword as SchemaKeyword],
    ...(error.clause === undefined ? {} : { clause: error.clause }),
    fixes: schemaFixesOf(document, error, node),
  };
}

/** One finding for all that an object lacks; a value that is there and cannot be read is the syntax's business. */
function* missingFindingOf(document: OciDocument, errors: readonly SchemaError[]): Iterable<Finding> {
  const node = nodeAt(document.root, errors[0]?.pointer ?? '');
  const lacking = errors.filter(
    (error) => memberOf(node, missingNameOf(error)) === undefined && !isOptional(document, error),
  );
  const [first] = lacking;
  if (node === undefined || first === undefined) return;
  const names = lacking.map(missingNameOf);
  const clause = lacking.find((error) => error.clause !== undefined)?.clause;
  yield {
    span: spanOfFault(node),
    pointer: first.pointer,
    message: missingMessageOf(first, names),
    missing: names,
    without: (taken) => {
      const [left] = missingFindingOf(
        document,
        lacking.filter((error) => !taken.has(missingNameOf(error))),
      );
      return left!;
    },
    ...(clause === undefined ? {} : { clause }),
    fixes: missingMemberFixesOf(document, node, names),
  };
}

/** The draft of EROFS layers makes `rootfs` and its `diff_ids` optional. */
function isOptional({ kind, root }: OciDocument, error: SchemaError): boolean {
  if (kind !== 'config' || !isErofsConfig(root)) return false;
  const name = missingNameOf(error);
  return (error.pointer === '' && name === 'rootfs') || (error.pointer === '/rootfs' && name === 'diff_ids');
}

function missingNameOf({ params }: SchemaError): string {
  return String(params.missingProperty);
}

function spanOfFault(node: JsonNode): Span {
  return node.type === 'object' || node.type === 'array' ? headOf(node) : spanOf(node);
}
