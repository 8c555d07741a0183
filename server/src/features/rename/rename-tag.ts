import { refNameKey } from '../../oci/annotation-keys.ts';
import { shortDigest } from '../../oci/digest.ts';
import type { OciDocument } from '../../oci/document.ts';
import { isTag, qualifiedReferenceOf } from '../../oci/image-reference.ts';
import { referenceNameProblemOf } from '../../oci/reference-name.ts';
import { renameMember, replaceValue, type TextEdit } from '../../syntax/edit.ts';
import { itemsOf, membersOf, spanOf, stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import { touches } from '../ranges.ts';
import type { NoRename } from './renamable.ts';

/** The full image name that containerd and Docker write in addition to the tag. */
const fullKey = 'io.containerd.image.name';

/** A tag of an index entry, with the full name that distinguishes it from equal tags of other images. */
export interface Tagged {
  readonly tag: string;
  readonly fullName: string | undefined;
}

/** The tag of the entry at an offset. */
export function taggedAt({ descriptors }: OciDocument, offset: number): Tagged | undefined {
  const entry = descriptors.find(({ node }) => touches(spanOf(node), { start: offset, end: offset }));
  const annotations = entry && valueOf(entry.node, 'annotations');
  const tag = stringAt(annotations, refNameKey);
  return tag === undefined ? undefined : { tag, fullName: stringAt(annotations, fullKey) };
}

/** Renames a tag in an index, including full names. */
export function tagEdits(
  index: OciDocument,
  { tag, fullName }: Tagged,
  newTag: string,
): readonly TextEdit[] | NoRename {
  const form = referenceNameProblemOf(newTag);
  if (form !== undefined) return { problem: `Invalid reference name: ${form}.` };
  if (newTag === tag) return [];
  if (isTag(tag) && fullName?.endsWith(`:${tag}`) && !isTag(newTag))
    return { problem: 'Not a valid tag. Use up to 128 letters, digits, _ . or -.' };
  const newFull = fullName && fullNameWith(fullName, tag, newTag);
  const edits: TextEdit[] = [];
  for (const { node, role } of index.descriptors) {
    const annotations = role === 'manifest' ? valueOf(node, 'annotations') : undefined;
    const [name, full] = [valueOf(annotations, refNameKey), valueOf(annotations, fullKey)];
    if (stringOf(name) === newTag && stringOf(full) === newFull)
      return { problem: `Already used by ${shortDigest(stringAt(node, 'digest') ?? 'another entry')}.` };
    if (name === undefined || stringOf(name) !== tag || stringOf(full) !== fullName) continue;
    edits.push(replaceValue(name, JSON.stringify(newTag)));
    if (full !== undefined && newFull !== fullName) edits.push(replaceValue(full, JSON.stringify(newFull)));
  }
  return edits;
}

function fullNameWith(fullName: string, tag: string, newTag: string): string {
  if (fullName === tag) return newTag;
  return fullName.endsWith(`:${tag}`) ? `${fullName.slice(0, -tag.length)}${newTag}` : fullName;
}

/** The same in the image list that `docker save` writes next to an index. */
export function savedTagEdits({ root }: OciDocument, { tag, fullName }: Tagged, newTag: string): readonly TextEdit[] {
  const isMeant = (reference: string): boolean =>
    reference === fullName || qualifiedReferenceOf(reference) === fullName;
  return itemsOf(root)
    .flatMap((image) => itemsOf(valueOf(image, 'RepoTags')))
    .flatMap((node) => {
      const reference = stringOf(node) ?? '';
      if (!isMeant(reference)) return [];
      return [replaceValue(node, JSON.stringify(fullNameWith(reference, tag, newTag)))];
    });
}

/** The same in Docker's older file with tags as property names: `{"busybox": {"1.37": "…"}}`. */
export function repositoryTagEdits(
  { root }: OciDocument,
  { tag, fullName }: Tagged,
  newTag: string,
): readonly TextEdit[] {
  return membersOf(root).flatMap(({ name: repository, value }) =>
    membersOf(value)
      .filter(
        ({ name }) =>
          name === tag &&
          [`${repository}:${tag}`, qualifiedReferenceOf(`${repository}:${tag}`)].includes(fullName ?? ''),
      )
      .map((member) => renameMember(member, newTag)),
  );
}
