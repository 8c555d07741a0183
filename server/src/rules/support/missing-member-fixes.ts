import type { OciDocument } from '../../oci/document.ts';
import { emptyContent } from '../../oci/empty.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { mediaTypes } from '../../oci/media-type.ts';
import { insertMembers } from '../../syntax/edit.ts';
import { itemsOf, type JsonNode, memberAbove, memberOf, parentOf, stringAt } from '../../syntax/tree.ts';
import type { Fix } from '../rule.ts';
import { once } from './once.ts';

/** What a missing member is, where only one value is right (`isSafe`), or where one is a good beginning. */
interface Beginning {
  readonly json: string;
  readonly isSafe?: boolean;
  /** The members that it prefers to follow. */
  readonly after?: readonly string[];
}

const beginnings: Readonly<Record<string, Beginning>> = {
  schemaVersion: { json: '2', isSafe: true },
  imageLayoutVersion: { json: '"1.0.0"', isSafe: true },
  type: { json: '"layers"', isSafe: true },
  diff_ids: { json: '[]', after: ['type'] },
  rootfs: { json: '{ "type": "layers", "diff_ids": [] }', after: ['config', 'os', 'architecture'] },
  manifests: { json: '[]', after: ['artifactType', 'mediaType', 'schemaVersion'] },
  architecture: { json: '"amd64"' },
  os: { json: '"linux"', after: ['architecture'] },
};

/**
 * How to add members that the schema requires: all or none. Digests and sizes come from content, which no text can tell.
 */
export function missingMemberFixesOf(
  document: OciDocument,
  object: JsonNode,
  names: readonly string[],
): readonly Fix[] {
  if (object.type !== 'object') return [];
  const known = names.flatMap((name) => {
    const beginning = beginningOf(document, object, name);
    return beginning === undefined ? [] : [{ name, beginning }];
  });
  const [first] = known;
  if (first === undefined || known.length < names.length) return [];
  const added = known.map(({ name, beginning }) => [name, beginning.json] as const);
  const edit = insertMembers(document.json, object, added, first.beginning.after ?? []);
  const title = `Add ${names.map((name) => `\`${name}\``).join(' and ')}`;
  return [{ title, edits: [edit], isSafe: known.every(({ beginning }) => beginning.isSafe === true) }];
}

function beginningOf(document: OciDocument, object: JsonNode, name: string): Beginning | undefined {
  if (name === 'mediaType') {
    const type = siblingTypeOf(document, object);
    return type === undefined ? undefined : { json: JSON.stringify(type) };
  }
  if (name !== 'config') return Object.hasOwn(beginnings, name) ? beginnings[name] : undefined;
  // The empty config asks for an artifact type: without one, one mistake would become another.
  if (!hasTraits(document.kind, 'takes-empty-config') || memberOf(object, 'artifactType') === undefined)
    return undefined;
  const { mediaType, digests, size } = emptyContent;
  const json = `{ "mediaType": "${mediaType}", "digest": "${digests.sha256}", "size": ${size} }`;
  return { json, after: ['artifactType'] };
}

/** The type that the other descriptors of a list have, when it is one; for entries of an index, else, a manifest's. */
function siblingTypeOf(document: OciDocument, object: JsonNode): string | undefined {
  const list = parentOf(object);
  if (list?.type !== 'array') return undefined;
  const types = typesIn(list, document);
  if (types.size === 1) return [...types][0];
  if (types.size > 1 || memberAbove(list)?.name !== 'manifests') return undefined;
  return hasTraits(document.kind, 'docker') ? mediaTypes.dockerManifest : mediaTypes.manifest;
}

/** The types in each list that was looked at: a list may lack thousands. */
const listTypes = once(() => new Map<JsonNode, ReadonlySet<string>>());

function typesIn(list: JsonNode, document: OciDocument): ReadonlySet<string> {
  const known = listTypes(document);
  const types = known.get(list) ?? new Set(itemsOf(list).flatMap((item) => stringAt(item, 'mediaType') ?? []));
  known.set(list, types);
  return types;
}
