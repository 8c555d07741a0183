import { isInside } from '../../content/inside-uris.ts';
import { refNameKey, titleKey } from '../../oci/annotation-keys.ts';
import type { OciDocument } from '../../oci/document.ts';
import { memberAbove, objectOf, parentOf } from '../../syntax/tree.ts';
import { nameAt, valueAtOffset, type WrittenName } from '../same-names.ts';

/** A name that can be renamed. */
export interface Renamable {
  readonly what: 'digest' | 'tag' | 'title';
  readonly name: WrittenName;
}

/** Why something cannot be renamed, as a sentence. */
export interface NoRename {
  readonly problem: string;
}

/** What can be renamed at an offset; undefined if there is no name. */
export function renamableAt(document: OciDocument, offset: number): Renamable | NoRename | undefined {
  const { root, kind, uri, hints } = document;
  const name = kind === undefined ? undefined : nameAt(root, offset);
  const what = name && whatIs(document, offset, name);
  if (name === undefined || what === undefined) return undefined;
  if (typeof what !== 'string') return what;
  if (isInside(uri)) return { problem: 'Files in an archive are read-only.' };
  if (what !== 'digest' && hints.isBlob)
    return {
      problem: 'This is a blob: its name is the digest of its bytes. Edit it, and update digests through the layout.',
    };
  return { what, name };
}

function whatIs(
  { root, descriptors }: OciDocument,
  offset: number,
  { kind, key }: WrittenName,
): Renamable['what'] | NoRename | undefined {
  const node = valueAtOffset(root, offset);
  const member = node && memberAbove(node);
  if (node === undefined) return undefined;
  if (member === undefined) {
    const list = parentOf(node);
    const isDiffId = kind === 'digest' && list !== undefined && memberAbove(list)?.name === 'diff_ids';
    return isDiffId
      ? { problem: 'A DiffID is the digest of the uncompressed layer and cannot be renamed.' }
      : undefined;
  }
  const around = objectOf(member);
  const above = memberAbove(around);
  const described = descriptors.find((one) => one.node === (above?.name === 'annotations' ? objectOf(above) : around));
  if (described === undefined) return undefined;
  if (kind === 'digest') return member.name === 'digest' || member.name === attested ? 'digest' : undefined;
  if (key === refNameKey && described.role === 'manifest') return 'tag';
  return key === titleKey ? 'title' : undefined;
}

const attested = 'vnd.docker.reference.digest';
