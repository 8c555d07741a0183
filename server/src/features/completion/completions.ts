import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-types';
import type { Contents } from '../../content/contents.ts';
import type { OciDocument } from '../../oci/document.ts';
import type { Span } from '../../syntax/span.ts';
import { type JsonNode, spanOf, valueOf } from '../../syntax/tree.ts';
import { toRange } from '../ranges.ts';
import { type BlobProposal, blobProposalsOf } from './blobs.ts';
import { descriptorJson, descriptorSnippet } from './descriptor-snippet.ts';
import { nameProposalsOf } from './names.ts';
import { type CompletionPlace, completionPlaceAt, type ItemPlace, type NamePlace } from './place.ts';
import type { Proposal } from './proposal.ts';
import { valueProposalsOf } from './values.ts';

/** What could be written at an offset: names that are missing, and values that fit. Nothing where nothing of ours is. */
export async function completionsOf(
  document: OciDocument,
  offset: number,
  contents: Contents,
  takesSnippets: boolean,
): Promise<CompletionList | undefined> {
  if (document.kind === undefined) return undefined;
  const place = completionPlaceAt(document, offset);
  if (place === undefined) return undefined;
  const proposals = [...(await proposalsOf(document, place, contents))].sort((a, b) => a.rank - b.rank);
  const items = proposals.map((proposal, position) =>
    toItem(document, place, proposal, position, takesSnippets && !isRenaming(place)),
  );
  return { isIncomplete: false, items };
}

async function proposalsOf(
  document: OciDocument,
  place: CompletionPlace,
  contents: Contents,
): Promise<readonly Proposal[]> {
  if (place.what === 'name') return nameProposalsOf(document, place);
  if (place.what === 'item') return itemProposals(place);
  if (place.member.name === 'digest') return blobProposalsOf(document, contents);
  return valueProposalsOf(document, place);
}

const descriptorArrays: ReadonlySet<unknown> = new Set(['manifests', 'layers']);

function itemProposals({ path }: ItemPlace): readonly Proposal[] {
  if (!descriptorArrays.has(path.at(-2))) return [];
  return [
    {
      label: 'descriptor',
      json: descriptorJson,
      snippet: descriptorSnippet,
      detail: 'mediaType, digest, size',
      rank: 0,
    },
  ];
}

const kinds = { property: 10, value: 12, struct: 22 } as const;
const kindOf = { name: kinds.property, value: kinds.value, item: kinds.struct } as const;
const snippetFormat = 2;
const deprecatedTag = 1;

function toItem(
  document: OciDocument,
  place: CompletionPlace,
  proposal: Proposal,
  position: number,
  takesSnippets: boolean,
): CompletionItem {
  const { label, json, snippet, detail, documentation, isDeprecated } = proposal;
  const written = takesSnippets && snippet !== undefined ? snippet : isRenaming(place) ? JSON.stringify(label) : json;
  const { before, after } = place.what === 'value' ? none : commasAround(document, place);
  const around = place.what === 'value' ? membersAround(document, place.object, proposal) : [];
  return {
    label,
    kind: kindOf[place.what],
    // Lists narrow down by what is under the cursor, the quote included.
    filterText: place.what === 'value' ? json : JSON.stringify(label),
    sortText: String(position).padStart(5, '0'),
    // VS Code's own `$schema` stands above: what is most likely meant is chosen all the same.
    ...(position === 0 ? { preselect: true } : {}),
    textEdit: { range: toRange(document.json.lines, place.span), newText: `${written}${after}` },
    ...(takesSnippets && snippet !== undefined ? { insertTextFormat: snippetFormat } : {}),
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
    ...(isDeprecated === true ? { tags: [deprecatedTag] } : {}),
    ...(before.length + around.length > 0 ? { additionalTextEdits: [...before, ...around] } : {}),
  };
}

const none = { before: [], after: '' } as const;

/** Whether only a name changes: the colon and the value are there. */
function isRenaming(place: CompletionPlace): boolean {
  return place.what === 'name' && place.member?.value !== undefined;
}

/** The commas that a new member or item needs to its left and right. */
function commasAround(
  { json: { text, lines } }: OciDocument,
  place: NamePlace | ItemPlace,
): { readonly before: readonly TextEdit[]; readonly after: string } {
  if (isRenaming(place)) return none;
  const { start, end } = place.span;
  const left = text.slice(0, start).trimEnd();
  const right = text.slice(end).trimStart();
  const needsLeft = left !== '' && !/[[{,:]$/.test(left);
  const needsRight = right !== '' && !/^[\]},:]/.test(right);
  const range = toRange(lines, { start: left.length, end: left.length });
  return { before: needsLeft ? [{ range, newText: ',' }] : [], after: needsRight ? ',' : '' };
}

/** With a blob's digest come its size and media type, where the descriptor has places for them. */
function membersAround({ json: { lines } }: OciDocument, object: JsonNode, proposal: Proposal): readonly TextEdit[] {
  const { size, mediaType } = proposal as Partial<BlobProposal>;
  const edits: TextEdit[] = [];
  const replace = (name: string, json: string): void => {
    const node = valueOf(object, name);
    const span: Span | undefined = node && spanOf(node);
    if (span !== undefined) edits.push({ range: toRange(lines, span), newText: json });
  };
  if (size !== undefined) replace('size', String(size));
  if (mediaType !== undefined) replace('mediaType', JSON.stringify(mediaType));
  return edits;
}
