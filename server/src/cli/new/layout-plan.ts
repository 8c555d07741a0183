import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { isLayout } from '../../content/layout.ts';
import { below } from '../../content/uris.ts';
import { toDescriptor } from '../../create/json-text.ts';
import { newLayout } from '../../create/new-layout.ts';
import type { ContentPart } from '../../create/parts.ts';
import { diskFiles } from '../../node/files.ts';
import { type OciDocument, readDocumentBytes } from '../../oci/document.ts';
import { applyEdits, insertItem, insertMember, replaceValue, type TextEdit, valueLike } from '../../syntax/edit.ts';
import { stringAt, valueOf } from '../../syntax/tree.ts';
import { CliError } from '../cli-error.ts';
import { readBytes, toUri } from '../source.ts';
import type { Draft, DraftBlob, Workshop } from './draft.ts';
import { smallBlob } from './small-blob.ts';

/** What a draft makes of a layout. */
export interface LayoutPlan {
  /** As the command line names it. */
  readonly name: string;
  readonly path: string;
  /** The draft and all that it refers to. */
  readonly blobs: readonly DraftBlob[];
  /** The draft itself, one of the blobs. */
  readonly own: DraftBlob;
  /** The files beside the blobs that are new or changed, by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** Plans to put a draft into a layout, which may be a new one. Throws a CliError where it cannot. */
export async function layoutPlan(draft: Draft, name: string, workshop: Workshop): Promise<LayoutPlan> {
  const { options, shell } = workshop;
  const path = resolve(shell.cwd, name);
  const own = smallBlob(Buffer.from(draft.text));
  const blobs = [...draft.blobs, own];
  const isNew = !(await isLayout(diskFiles, toUri(path)));
  if (isNew && existsSync(path) && readdirSync(path).length > 0) {
    throw new CliError(`${name} is no OCI layout, and not empty: nothing is written there.`);
  }
  const entry = {
    mediaType: draft.mediaType,
    digest: own.digest,
    size: own.content.size,
    annotations: options.tag === undefined ? undefined : { [refName]: options.tag },
    platform: draft.platform,
    artifactType: draft.artifactType,
  };
  const before = isNew ? undefined : await readBytes(resolve(path, 'index.json'), shell.cwd);
  const index = indexOf(name, path, before ?? Buffer.from(newLayout['index.json']));
  const edit = entryEdit(index, entry, workshop, name);
  const text = applyEdits(index.json.text, edit === undefined ? [] : [edit]);
  const isChanged = before === undefined || edit !== undefined;
  return {
    name,
    path,
    blobs,
    own,
    files: {
      ...(isNew ? { 'oci-layout': newLayout['oci-layout'] } : {}),
      ...(isChanged ? { 'index.json': text } : {}),
    },
  };
}

export const refName = 'org.opencontainers.image.ref.name';

function indexOf(name: string, path: string, bytes: Uint8Array): OciDocument {
  const index = readDocumentBytes(below(toUri(path), 'index.json'), bytes, { path: 'index' });
  const isSound = index.json.faults.length === 0 && index.root?.type === 'object';
  const manifests = valueOf(index.root, 'manifests')?.type;
  if (isSound && (manifests === undefined || manifests === 'array' || manifests === 'null')) return index;
  throw new CliError(`${name}/index.json is not sound; oci-lint says why.`);
}

/** The smallest change that lists an entry; undefined where it is listed. A tag that is taken moves only by force. */
function entryEdit(
  { json, root, descriptors }: OciDocument,
  entry: ContentPart,
  { options: { force, tag } }: Workshop,
  name: string,
): TextEdit | undefined {
  const tagOf = (node: Parameters<typeof valueOf>[0]) => stringAt(valueOf(node, 'annotations'), refName);
  const entries = descriptors.filter(({ role }) => role === 'manifest');
  const same = entries.find(({ node }) => tagOf(node) === tag && stringAt(node, 'digest') === entry.digest);
  if (same !== undefined) return undefined;
  const manifests = valueOf(root, 'manifests');
  const descriptor = toDescriptor(entry);
  const taken = tag === undefined ? undefined : entries.find(({ node }) => tagOf(node) === tag);
  if (taken !== undefined) {
    if (force) return replaceValue(taken.node, valueLike(json, manifests!, descriptor));
    throw new CliError(`${name} has the tag ${tag} already; --force moves it.`);
  }
  if (manifests === undefined) {
    const list = valueLike(json, root!, [descriptor]);
    return insertMember(json, root!, 'manifests', list, ['artifactType', 'mediaType', 'schemaVersion']);
  }
  // A writer in use has null for an empty list.
  if (manifests.type === 'null') return replaceValue(manifests, valueLike(json, root!, [descriptor]));
  return insertItem(json, manifests, descriptor);
}
