import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-types';
import type { Contents } from '../../content/contents.ts';
import type { OciDocument } from '../../oci/document.ts';
import type { Span } from '../../syntax/span.ts';
import { type JsonNode, spanOf, valueOf } from '../../syntax/tree.ts';
import { toRange } from '../ranges.ts';
import { contentProposalsOf, descriptorProposalsOf, digestTextsOf, isToldByContent } from './content-values.ts';
import { descriptorJson, descriptorSnippet } from './descriptor-snippet.ts';
import { nameProposalsOf } from './names.ts';
import { type CompletionPlace, completionPlaceAt, type ItemPlace, type NamePlace } from './place.ts';
import { platformItemsFor } from './platforms.ts';
import type { Proposal } from './proposal.ts';
import type { UsedType } from './used-types.ts';
import { isDigestAnnotation, valueProposalsOf } from './values.ts';

/** What could be written at an offset: names that are missing, and values that fit. Nothing where nothing of ours is. */
export async function completionsOf(
  document: OciDocument,
  offset: number,
  contents: Contents,
  takesSnippets: boolean,
  used: readonly UsedType[] = [],
): Promise<CompletionList | undefined> {
  const place = completionPlaceAt(document, offset);
  if (place === undefined || (document.kind === undefined && !isOwnMediaType(document, place))) return undefined;
  const proposals = [...(await proposalsOf(document, place, contents, used))].sort(byRank);
  const items = proposals.map((proposal, position) =>
    toItem(document, place, proposal, position, takesSnippets && !isRenaming(place)),
  );
  return { isIncomplete: false, items };
}

/** A document that has no more than its schema version becomes one of ours by its media type. */
function isOwnMediaType({ root }: OciDocument, place: CompletionPlace): boolean {
  const isMediaType = place.what === 'value' && place.object === root && place.member.name === 'mediaType';
  return isMediaType && valueOf(root, 'schemaVersion') !== undefined;
}

async function proposalsOf(
  document: OciDocument,
  place: CompletionPlace,
  contents: Contents,
  used: readonly UsedType[],
): Promise<readonly Proposal[]> {
  if (place.what === 'name') return nameProposalsOf(document, place);
  if (place.what === 'item') return itemProposals(document, place, contents);
  if (isToldByContent(place)) return contentProposalsOf(document, place, contents);
  if (isDigestAnnotation(place)) return digestTextsOf(document, contents);
  return valueProposalsOf(document, place, used);
}

const descriptorArrays: ReadonlySet<unknown> = new Set(['manifests', 'layers']);

/** What nobody should write any more comes last, wherever it would stand otherwise. */
function byRank(a: Proposal, b: Proposal): number {
  return Number(a.isDeprecated === true) - Number(b.isDeprecated === true) || a.rank - b.rank;
}

async function itemProposals(
  document: OciDocument,
  place: ItemPlace,
  contents: Contents,
): Promise<readonly Proposal[]> {
  if (!descriptorArrays.has(place.path.at(-2))) return [];
  return [
    {
      label: 'descriptor',
      json: descriptorJson,
      snippet: descriptorSnippet,
      detail: 'mediaType, digest, size',
      rank: 0,
    },
    ...(await descriptorProposalsOf(document, place, contents)),
    ...(place.path.at(-2) === 'manifests' ? platformItemsFor(document) : []),
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
  // Editors that take no snippets are the ones that look no further than the cursor.
  const isInner = !takesSnippets && isInQuotes(document, place) && snippet === undefined && isPlainText(json);
  const { before, after } = place.what === 'value' ? none : commasAround(document, place);
  const around = place.what === 'value' ? siblingEdits(document, place.object, proposal) : [];
  return {
    label,
    kind: kindOf[place.what],
    // Lists narrow down by what is under the cursor, the quote included.
    filterText: isInner
      ? inner(proposal.filter ?? json)
      : place.what === 'value'
        ? (proposal.filter ?? json)
        : JSON.stringify(label),
    sortText: String(position).padStart(5, '0'),
    // VS Code's own `$schema` stands above: what is most likely meant is chosen all the same.
    ...(position === 0 ? { preselect: true } : {}),
    textEdit: isInner
      ? { range: toRange(document.json.lines, innerSpan(place.span)), newText: inner(written) }
      : { range: toRange(document.json.lines, place.span), newText: `${written}${after}` },
    ...(takesSnippets && snippet !== undefined ? { insertTextFormat: snippetFormat } : {}),
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
    ...(isDeprecated === true ? { tags: [deprecatedTag] } : {}),
    ...(before.length + around.length > 0 ? { additionalTextEdits: [...before, ...around] } : {}),
  };
}

/** Whether the value stands in quotes of its own, which can stay. */
function isInQuotes({ json: { text } }: OciDocument, { what, span: { start, end } }: CompletionPlace): boolean {
  return what === 'value' && end - start >= 2 && text[start] === '"' && text[end - 1] === '"';
}

function isPlainText(json: string): boolean {
  return /^"[^"\\]*"$/.test(json);
}

function inner(json: string): string {
  return json.slice(1, -1);
}

function innerSpan({ start, end }: Span): Span {
  return { start: start + 1, end: end - 1 };
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

/** What stands beside a value and follows from it. */
function siblingEdits(
  { json: { lines } }: OciDocument,
  object: JsonNode,
  { siblings = {} }: Proposal,
): readonly TextEdit[] {
  return Object.entries(siblings).flatMap(([name, json]) => {
    const node = valueOf(object, name);
    return node === undefined ? [] : [{ range: toRange(lines, spanOf(node)), newText: json }];
  });
}
