import { refNameKey } from '../oci/annotation-keys.ts';
import type { OciDocument } from '../oci/document.ts';
import { insertItem, insertMember, replaceValue, type TextEdit, valueLike } from '../syntax/edit.ts';
import { type JsonNode, stringAt, valueOf } from '../syntax/tree.ts';
import { toDescriptor } from './json-text.ts';
import type { ContentPart } from './parts.ts';

export interface LayoutEntry {
  readonly part: ContentPart;
  readonly tag?: string | undefined;
  /** Whether to move the tag if another entry has it. */
  readonly movesTag: boolean;
}

/**
 * Edits that add an entry to a layout's `index.json`, empty if it is already listed; or the reason why it cannot be
 * added.
 */
export type Listing = { readonly edits: readonly TextEdit[] } | { readonly problem: 'unsound' | 'tag-taken' };

/** Adds an entry to a layout's index with a minimal edit in the document's own style. */
export function layoutEntry(index: OciDocument, { part, tag, movesTag }: LayoutEntry): Listing {
  const { json, root, descriptors } = index;
  const manifests = valueOf(root, 'manifests');
  if (json.faults.length > 0 || root?.type !== 'object' || !isList(manifests)) return { problem: 'unsound' };
  const annotations = tag === undefined ? part.annotations : { ...part.annotations, [refNameKey]: tag };
  const descriptor = toDescriptor({ ...part, annotations });
  const entries = descriptors.filter(({ role }) => role === 'manifest').map(({ node }) => node);
  const named = entries.filter((entry) => tagOf(entry) === tag);
  if (named.some((entry) => stringAt(entry, 'digest') === part.digest)) return { edits: [] };
  const taken = tag === undefined ? undefined : named[0];
  if (taken !== undefined && !movesTag) return { problem: 'tag-taken' };
  if (manifests !== undefined && taken !== undefined)
    return { edits: [replaceValue(taken, valueLike(json, manifests, descriptor))] };
  if (manifests?.type === 'array') return { edits: [insertItem(json, manifests, descriptor)] };
  // Some tools write null for an empty list.
  const list = valueLike(json, root, [descriptor]);
  if (manifests !== undefined) return { edits: [replaceValue(manifests, list)] };
  return { edits: [insertMember(json, root, 'manifests', list, ['artifactType', 'mediaType', 'schemaVersion'])] };
}

function isList(manifests: JsonNode | undefined): boolean {
  return manifests === undefined || manifests.type === 'array' || manifests.type === 'null';
}

function tagOf(entry: JsonNode): string | undefined {
  return stringAt(valueOf(entry, 'annotations'), refNameKey);
}
