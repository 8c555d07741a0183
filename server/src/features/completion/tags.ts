import { indexOfLayout } from '../../content/layout/named-blob.ts';
import type { Contents } from '../../content/stores/contents.ts';
import { folderOf, nameOf } from '../../content/uris.ts';
import { refNameKey } from '../../oci/annotation-keys.ts';
import type { OciDocument } from '../../oci/document.ts';
import { annotationInfoOf } from '../../oci/facts/annotations.ts';
import { describedAnnotation } from '../../oci/facts/described.ts';
import { stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import type { ValueContext } from './context.ts';
import { type Proposal, textProposal } from './proposal.ts';

/** Far more layouts than anyone has open. */
const maxLayouts = 50;
const maxTags = 200;

/** Existing tags: first of this document, then of its layout, then of other layouts in the workspace. */
export async function tagProposalsOf(
  document: OciDocument,
  { member }: ValueContext,
  contents: Contents,
): Promise<readonly Proposal[]> {
  const tags = new Map<string, string>();
  const add = ({ descriptors }: OciDocument, detail: string): void => {
    for (const { node } of descriptors) {
      const tag = stringAt(valueOf(node, 'annotations'), refNameKey);
      if (tag && !tags.has(tag) && tags.size < maxTags) tags.set(tag, detail);
    }
  };
  add(document, 'used in this document');
  const own = (await contents.layoutOf(document.uri))?.root;
  if (own !== undefined) await addIndexOf(own, 'used in this layout');
  const files = (await contents.workspaceFiles?.()) ?? [];
  const roots = files.filter(({ uri }) => nameOf(uri) === 'oci-layout').map(({ uri }) => folderOf(uri));
  for (const root of roots.slice(0, maxLayouts)) {
    if (root !== own) await addIndexOf(root, `used in ${nameOf(root)}`);
  }
  tags.delete(stringOf(member.value) ?? '');
  const info = annotationInfoOf(member.name);
  const example = info && describedAnnotation(info).example;
  return [
    ...[...tags].map(([tag, detail], position) => textProposal(tag, { detail, rank: position })),
    ...(example === undefined || tags.has(example) ? [] : [textProposal(example, { rank: maxTags })]),
  ];

  async function addIndexOf(root: string, detail: string): Promise<void> {
    const index = await indexOfLayout({ root }, contents);
    if (index !== undefined) add(index, detail);
  }
}
