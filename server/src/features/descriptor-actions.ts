import { bytesOf } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { readTarget, type Target, type Verdict } from '../content/stores/targets.ts';
import { nameOf } from '../content/uris.ts';
import { toBase64 } from '../oci/base64.ts';
import { isWellFormed, type WrittenDescriptor } from '../oci/descriptor.ts';
import type { OciDocument } from '../oci/document.ts';
import { emptyContent } from '../oci/empty.ts';
import { hasTraits } from '../oci/kinds.ts';
import { insertDescriptorCommand } from '../protocol.ts';
import { insertMember, removeMember, replaceValue, type TextEdit, valueLike } from '../syntax/edit.ts';
import { memberOf, parentOf, stringAt } from '../syntax/tree.ts';
import type { ClientPart } from './client-part.ts';
import { isRequested, toWorkspaceEdit } from './code-actions.ts';
import { descriptorAt } from './content-links.ts';
import { maxEmbedded } from './describe-content.ts';
import { descriptorListOf, positionInList } from './insert-descriptor.ts';
import type { Offer } from './offer.ts';
import { isStale, staleTargetsOf, updateEditsOf } from './update-all.ts';

export const rewriteKind = 'refactor.rewrite';

export interface DescriptorActionContext {
  readonly offset: number;
  /** Requested kinds; undefined for all. */
  readonly only: readonly string[] | undefined;
  /** The document version that the edits apply to; undefined if the client does not support versioned edits. */
  readonly version: number | undefined;
  readonly part: ClientPart;
}

/** Actions for the descriptor at a position, whether or not it has findings. None in a blob of a layout. */
export async function descriptorActionsOf(
  document: OciDocument,
  context: DescriptorActionContext,
  contents: Contents,
): Promise<Offer[]> {
  if (document.kind === undefined || document.hints.isBlob) return [];
  const { offset, only } = context;
  const written = descriptorAt(document, offset);
  const isFix = isRequested('quickfix', only);
  const isRewrite = isRequested(rewriteKind, only);
  if (!isFix && !isRewrite) return [];
  const target =
    written && isWellFormed(written) ? await readTarget(written, document.uri, contents, 'small') : undefined;
  return [
    ...(isFix && target !== undefined && isStale(target) ? await updatesOf(document, target, context, contents) : []),
    ...(isRewrite && written !== undefined ? rewritesOf(document, written, target?.verdict, context) : []),
    ...(isRewrite ? insertionsOf(document, context) : []),
  ];
}

/** Updates of a descriptor whose file has changed, and of all such descriptors if there are several. */
async function updatesOf(
  document: OciDocument,
  target: Target,
  { version }: DescriptorActionContext,
  contents: Contents,
): Promise<Offer[]> {
  const content = 'content' in target.verdict ? target.verdict.content : undefined;
  const update = (title: string, targets: readonly Target[]): Offer => ({
    title,
    kind: 'quickfix',
    async makeEdit() {
      const edits = await Promise.all(targets.map((one) => updateEditsOf(document, one, contents)));
      return toWorkspaceEdit(document, edits.flat(), version);
    },
  });
  const stale = await staleTargetsOf(document, contents);
  const own = content?.isGuess ? [update(`Update digest and size from ${nameOf(content.uri ?? '')}`, [target])] : [];
  return stale.length > 1 ? [...own, update(`Update all ${stale.length} outdated descriptors`, stale)] : own;
}

function rewritesOf(
  document: OciDocument,
  { node, role }: WrittenDescriptor,
  verdict: Verdict | undefined,
  { version }: DescriptorActionContext,
): Offer[] {
  const { json, kind } = document;
  const data = memberOf(node, 'data');
  const offers: Offer[] = [];
  const offer = (title: string, editOf: () => Promise<TextEdit>): void => {
    const makeEdit = async () => toWorkspaceEdit(document, [await editOf()], version);
    offers.push({ title, kind: rewriteKind, makeEdit });
  };
  if (data !== undefined) offer('Remove `data`', async () => removeMember(json, data));
  else if (hasTraits(kind, 'embeds-data') && verdict?.state === 'same' && verdict.content.size <= maxEmbedded) {
    const { content } = verdict;
    offer('Embed content as `data`', async () => {
      const text = JSON.stringify(toBase64(await bytesOf(content)));
      return insertMember(json, node, 'data', text, ['annotations', 'urls', 'size', 'digest', 'mediaType']);
    });
  }
  const isReplaceable = hasTraits(kind, 'takes-empty-config') && (role === 'config' || role === 'layer');
  const parent = parentOf(node);
  if (parent !== undefined && isReplaceable && stringAt(node, 'mediaType') !== emptyContent.mediaType) {
    const empty = {
      mediaType: emptyContent.mediaType,
      digest: emptyContent.digests.sha256,
      size: Number(emptyContent.size),
      data: emptyContent.data,
    };
    offer('Replace with the empty descriptor', async () => replaceValue(node, valueLike(json, parent, empty)));
  }
  return offers;
}

/** Insertion of a descriptor for a file chosen by the user. Clients with our commands offer it in menus instead. */
function insertionsOf(document: OciDocument, { offset, part }: DescriptorActionContext): Offer[] {
  const list = descriptorListOf(document);
  if (list === undefined || part.hasCommands || !part.asksPeople) return [];
  const title = `Insert descriptor for file into \`${list.member}\`…`;
  const position = positionInList(document, offset);
  const args = [document.uri, String(position ?? '')];
  return [{ title, kind: rewriteKind, command: { title, command: insertDescriptorCommand, arguments: args } }];
}
