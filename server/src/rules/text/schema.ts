import type { OciDocument } from '../../oci/document.ts';
import { isErofsConfig } from '../../oci/erofs.ts';
import type { Kind } from '../../oci/kind.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { readInt64 } from '../../oci/size.ts';
import { schemaErrorsOf } from '../../schema/document-errors.ts';
import { schemaAt } from '../../schema/schema-at.ts';
import { clausesOfSchemas } from '../../schema/schemas.ts';
import type { SchemaError } from '../../schema/validate.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { nodeAt, pathOf } from '../../syntax/pointer.ts';
import type { Span } from '../../syntax/span.ts';
import { type JsonNode, memberOf, membersOf, spanOf, writtenOf } from '../../syntax/tree.ts';
import { emptyOf } from '../../syntax/value.ts';
import type { Finding, SchemaKeyword, WholeRule } from '../rule.ts';
import { followersOf } from '../support/descriptor-parts.ts';
import { findingAtValue, headOf } from '../support/finding.ts';
import { missingMemberFixesOf } from '../support/missing-member-fixes.ts';
import { schemaFixesOf } from '../support/schema-fixes.ts';
import { messageOf, missingMessageOf, schemaMessages } from '../support/schema-message.ts';
import { wordings } from '../support/wording.ts';

const messages = {
  ...schemaMessages,
  ...wordings({
    int64: '{name} must fit a signed 64-bit integer.',
    notation: '{name} must be written as {value}, not {written}.',
  }),
};

/** Types, required members and grammars, from the schema of the kind. Silent if another rule says more. */
export const schema: WholeRule = {
  meta: {
    id: 'schema',
    title: 'Missing property or invalid value',
    kinds: 'any',
    severity: 'error',
    profile: 'spec',
    /** Collected on demand: a run without findings does not need them. */
    get clauses() {
      return clausesOfSchemas();
    },
    fixable: true,
    messages,
  },
  checkObject(object, { kind }) {
    // A loop: next to no object has such a number, and there may be 100,000 of them.
    const found: Finding[] = [];
    for (const { value } of membersOf(object)) {
      const finding = checkNumberForm(value, kind);
      if (finding !== undefined) found.push(finding);
    }
    return found;
  },
  *check(document) {
    const { kind, row, root } = document;
    if (kind === undefined || row?.schema === undefined || root === undefined || root.type === 'invalid') return;
    const lacking = new Map<string, SchemaError[]>();
    for (const error of schemaErrorsOf(document, kind, followersOf)) {
      if (error.keyword !== 'required') yield* findingOf(document, error);
      else if (lacking.has(error.pointer)) lacking.get(error.pointer)?.push(error);
      else lacking.set(error.pointer, [error]);
    }
    for (const errors of lacking.values()) yield* missingFindingOf(document, errors);
  },
};

/** A number in a form that only JSON Schema and JavaScript may accept as an integer. */
const oddNumber = /[0-9](?:[.eE][0-9+-]|[0-9]{18})/;

/** `2.0` and `2e0` are 2 to JSON Schema and JavaScript, but Go, which most readers are written in, does not decode them. */
function checkNumberForm(node: JsonNode | undefined, kind: Kind): Finding | undefined {
  const written = node?.type === 'number' ? writtenOf(node) : undefined;
  if (node === undefined || written === undefined || !oddNumber.test(written)) return undefined;
  const path = pathOf(node);
  const member = schemaAt(kind, path);
  const value = Number(written);
  const isInteger = member?.const === value || [member?.type].flat().includes('integer');
  if (!isInteger || !Number.isInteger(value) || readInt64(written) !== undefined) return undefined;
  const name = `\`${path.at(-1)}\``;
  const clause = member?.clauses?.[member.const === undefined ? 'type' : 'const'];
  const details = { covers: ['type'] as const, ...(typeof clause === 'string' ? { clause } : {}) };
  if (!/[.eE]/.test(written) || !Number.isSafeInteger(value)) {
    return findingAtValue(node, messages.int64({ name }), details);
  }
  const fixes = [{ title: `Set ${path.at(-1)} to ${value}`, edits: [replaceValue(node, String(value))], isSafe: true }];
  const message = messages.notation({ name, value, written: written.slice(0, 40) });
  return findingAtValue(node, message, { ...details, fixes });
}

function* findingOf(document: OciDocument, error: SchemaError): Iterable<Finding> {
  const node = nodeAt(document.root, error.pointer);
  if (node === undefined) return;
  yield {
    span: spanOfFault(node),
    pointer: error.pointer,
    message: messageOf(error, emptyOf(node), writtenOf(node)),
    covers: [error.keyword as SchemaKeyword],
    ...(error.clause === undefined ? {} : { clause: error.clause }),
    fixes: schemaFixesOf(document, error, node),
  };
}

/** One finding for all that an object lacks. json-syntax reports a value that is there but unreadable. */
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
      return left;
    },
    ...(clause === undefined ? {} : { clause }),
    fixes: missingMemberFixesOf(document, node, names),
  };
}

/** The draft of EROFS layers makes `rootfs` and its `diff_ids` optional. */
function isOptional({ kind, root, hints }: OciDocument, error: SchemaError): boolean {
  if (!hasTraits(kind, 'oci', 'is-image-config') || !(hints.isOfErofs === true || isErofsConfig(root))) return false;
  const name = missingNameOf(error);
  return (error.pointer === '' && name === 'rootfs') || (error.pointer === '/rootfs' && name === 'diff_ids');
}

function missingNameOf({ params }: SchemaError): string {
  return String(params.missingProperty);
}

function spanOfFault(node: JsonNode): Span {
  return node.type === 'object' || node.type === 'array' ? headOf(node) : spanOf(node);
}
