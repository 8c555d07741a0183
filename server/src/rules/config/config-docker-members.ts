import type { OciDocument } from '../../oci/document.ts';
import { messageOf } from '../../schema/message.ts';
import { membersOf as schemaMembersOf } from '../../schema/schema-at.ts';
import { type SchemaError, validate } from '../../schema/validate.ts';
import { nodeAt } from '../../syntax/pointer.ts';
import { countingMembersOf, type JsonMember, type JsonNode, spanOf, valueOf, writtenOf } from '../../syntax/tree.ts';
import { emptyOf, toValue } from '../../syntax/value.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { headOf } from '../support/finding.ts';
import { schemaFixesOf } from '../support/schema-fixes.ts';
import { wording } from '../support/wording.ts';

const message = wording('Docker rejects this image: {fault}');

/** OCI gives these properties no meaning, but Docker decodes them in every config, and refuses an image that it cannot decode. */
export const configDockerMembers: DocumentRule = {
  meta: {
    id: 'config-docker-members',
    title: "Docker's property has the wrong type",
    kinds: ['config'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: true,
    messages: { default: message },
  },
  *check(document) {
    const members = countingMembersOf(valueOf(document.root, 'config')).filter(isOfDocker);
    if (members.length === 0) return;
    const config = Object.fromEntries(members.map(({ name, value }) => [name, toValue(value)]));
    for (const error of validate('docker-config', { rootfs: { type: 'layers' }, config })) {
      const node = nodeAt(document.root, error.pointer);
      if (node !== undefined) yield findingOf(document, error, node);
    }
  },
};

/** A health check that is not an object is an error of the schema: OCI says so much of it. */
function isOfDocker({ name, value }: JsonMember): boolean {
  return name === 'Healthcheck' ? value?.type === 'object' : ofDocker().has(name);
}

let names: ReadonlySet<string> | undefined;

function ofDocker(): ReadonlySet<string> {
  const oci = new Set(schemaMembersOf('config', ['config']).map(({ name }) => name));
  const all = schemaMembersOf('docker-config', ['config']).map(({ name }) => name);
  names ??= new Set(all.filter((name) => !oci.has(name)));
  return names;
}

function findingOf(document: OciDocument, error: SchemaError, node: JsonNode): Finding {
  const span = node.type === 'object' || node.type === 'array' ? headOf(node) : spanOf(node);
  const fault = messageOf(error, emptyOf(node), writtenOf(node));
  const fixes = schemaFixesOf(document, error, node).map((fix) => ({ ...fix, isSafe: false }));
  return { span, pointer: error.pointer, message: message({ fault }), fixes };
}
