import type { OciDocument } from '../../oci/document.ts';
import { emptyContent } from '../../oci/empty.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { mediaTypes } from '../../oci/media-type.ts';
import { insertMembers } from '../../syntax/edit.ts';
import { itemsOf, type JsonNode, memberAbove, memberOf, parentOf, stringAt } from '../../syntax/tree.ts';
import type { Fix } from '../rule.ts';
import { once } from './once.ts';

/** The value for a missing member, if only one is correct (`isSafe`) or one is a good start. */
interface Beginning {
  readonly json: string;
  readonly isSafe?: boolean;
  /** The members to insert it after. */
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

/** Fixes that add required members, all or none. Digests and sizes depend on content, so they cannot be added. */
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
  // The empty config requires an artifact type, or else the fix would introduce a new mistake.
  if (!hasTraits(document.kind, 'takes-empty-config') || memberOf(object, 'artifactType') === undefined)
    return undefined;
  const { mediaType, digests, size } = emptyContent;
  const json = `{ "mediaType": "${mediaType}", "digest": "${digests.sha256}", "size": ${size} }`;
  return { json, after: ['artifactType'] };
}

/** The type that all other descriptors of a list share. For entries of an index, a manifest's by default. */
function siblingTypeOf(document: OciDocument, object: JsonNode): string | undefined {
  const list = parentOf(object);
  if (list?.type !== 'array') return undefined;
  const types = typesIn(list, document);
  if (types.size === 1) return [...types][0];
  if (types.size > 1 || memberAbove(list)?.name !== 'manifests') return undefined;
  return hasTraits(document.kind, 'docker') ? mediaTypes.dockerManifest : mediaTypes.manifest;
}

/** Cached by list, because thousands may be missing in one. */
const listTypes = once(() => new Map<JsonNode, ReadonlySet<string>>());

function typesIn(list: JsonNode, document: OciDocument): ReadonlySet<string> {
  const known = listTypes(document);
  const types = known.get(list) ?? new Set(itemsOf(list).flatMap((item) => stringAt(item, 'mediaType') ?? []));
  known.set(list, types);
  return types;
}
