import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-types';
import type { Contents } from '../../content/stores/contents.ts';
import type { OciDocument } from '../../oci/document.ts';
import type { Role } from '../../oci/kinds.ts';
import type { UsedType } from '../../oci/used-types.ts';
import { indentUnitOf } from '../../syntax/edit.ts';
import type { Span } from '../../syntax/span.ts';
import { type JsonNode, membersOf, spanOf, valueOf, writtenOf } from '../../syntax/tree.ts';
import { inOneLine } from '../markdown.ts';
import { toRange } from '../ranges.ts';
import {
  type ContentProposals,
  contentProposalsOf,
  descriptorProposalsOf,
  digestTextsOf,
  isFilledByContent,
} from './content-values.ts';
import { type CompletionContext, completionContextAt, type ItemContext, type ValueContext } from './context.ts';
import { descriptorProposal } from './descriptor-snippet.ts';
import { nameProposalsOf } from './names.ts';
import { platformItemsFor } from './platforms.ts';
import type { Proposal } from './proposal.ts';
import { tagProposalsOf } from './tags.ts';
import { urlProposalsOf } from './urls.ts';
import { annotationKindOf, emptyValues, schemaValues, valueProposalsOf } from './values.ts';
import { wholeDocumentsAt } from './whole-documents.ts';

/** Completions at an offset: missing properties and suitable values. Empty in foreign documents. */
export async function completionsOf(
  document: OciDocument,
  offset: number,
  contents: Contents,
  takesSnippets: boolean,
  used: readonly UsedType[] = [],
): Promise<CompletionList | undefined> {
  const whole = wholeDocumentsAt(document, offset, takesSnippets);
  if (whole !== undefined) return whole;
  const context = completionContextAt(document, offset);
  if (context === undefined || (document.kind === undefined && !isOwnMediaType(document, context))) return undefined;
  const { proposals, isCut = false } = await proposalsOf(document, context, offset, contents, used);
  const items = [...proposals]
    .sort(byRank)
    .map((proposal, position) =>
      toItem(document, context, offset, proposal, position, takesSnippets && !isRenaming(context)),
    );
  return { isIncomplete: isCut, items };
}

/**
 * A document with just a schema version becomes an OCI document through its media type. One without properties may
 * become one.
 */
function isOwnMediaType({ root }: OciDocument, context: CompletionContext): boolean {
  if (context.what === 'name')
    return context.object === root && (isFirstName(context) || writtenOf(valueOf(root, 'schemaVersion')) === '2');
  const isMediaType = context.what === 'value' && context.object === root && context.member.name === 'mediaType';
  return isMediaType && valueOf(root, 'schemaVersion') !== undefined;
}

/** Whether nothing is in the object but the name being completed. */
function isFirstName(context: CompletionContext): boolean {
  if (context.what !== 'name' || context.member?.value !== undefined) return false;
  return membersOf(context.object).every((member) => member === context.member);
}

async function proposalsOf(
  document: OciDocument,
  context: CompletionContext,
  offset: number,
  contents: Contents,
  used: readonly UsedType[],
): Promise<ContentProposals> {
  if (context.what === 'name') return { proposals: nameProposalsOf(document, context) };
  if (context.what === 'item') return { proposals: await itemProposals(document, context, contents) };
  if (isFilledByContent(context)) return contentProposalsOf(document, context, offset, contents);
  const kindOfValue = annotationKindOf(context);
  if (kindOfValue === 'digest') return digestTextsOf(document, context, offset, contents);
  if (kindOfValue === 'ref-name') return { proposals: await tagProposalsOf(document, context, contents) };
  const proposals = valueProposalsOf(document, context, used);
  return { proposals: proposals.length > 0 ? proposals : await wholeValues(document, context, contents) };
}

const descriptorRoles: Readonly<Record<string, Role>> = { config: 'config', subject: 'subject' };

/** Initial values for objects and arrays, and descriptors of available content. */
async function wholeValues(
  document: OciDocument,
  { object, member, path }: ValueContext,
  contents: Contents,
): Promise<readonly Proposal[]> {
  const empty = emptyValues(document, path);
  const role = object === document.root ? descriptorRoles[member.name] : undefined;
  if (role === undefined || empty[0] !== descriptorProposal) return empty;
  return [...empty, ...(await descriptorProposalsOf(document, object, role, contents))];
}

const descriptorArrays: ReadonlySet<unknown> = new Set(['manifests', 'layers']);

/** Deprecated proposals go last, whatever their rank. */
function byRank(a: Proposal, b: Proposal): number {
  return Number(a.isDeprecated === true) - Number(b.isDeprecated === true) || a.rank - b.rank;
}

async function itemProposals(
  document: OciDocument,
  context: ItemContext,
  contents: Contents,
): Promise<readonly Proposal[]> {
  if (context.path.at(-2) === 'urls') return urlProposalsOf(document);
  if (!descriptorArrays.has(context.path.at(-2))) return schemaValues(document, context.path);
  return [
    descriptorProposal,
    ...(await descriptorProposalsOf(
      document,
      context.array,
      context.path.at(-2) === 'manifests' ? 'manifest' : 'layer',
      contents,
    )),
    ...(context.path.at(-2) === 'manifests' ? platformItemsFor(document) : []),
  ];
}

const kinds = { property: 10, value: 12, struct: 22 } as const;
const kindOf = { name: kinds.property, value: kinds.value, item: kinds.struct } as const;
const snippetFormat = 2;
const asIs = 1;
const deprecatedTag = 1;

function toItem(
  document: OciDocument,
  context: CompletionContext,
  offset: number,
  proposal: Proposal,
  position: number,
  takesSnippets: boolean,
): CompletionItem {
  const { label, json, snippet, detail, documentation, isDeprecated } = proposal;
  const written =
    takesSnippets && snippet !== undefined
      ? indentedLike(document, snippet)
      : isRenaming(context)
        ? JSON.stringify(label)
        : json;
  const { before, after } = commasAround(document, context);
  // Editors without snippet support are those that only look at the word before the cursor.
  const isInner = !takesSnippets && isInQuotes(document, context, offset) && snippet === undefined && isPlainText(json);
  const isOfSnippet = takesSnippets && snippet !== undefined;
  // The document may become anything, so the proposals of others come first.
  const isFirst = document.kind === undefined && isFirstName(context);
  const around = context.what === 'value' ? siblingEdits(document, context.object, proposal) : [];
  return {
    label: inOneLine(label, maxLabel),
    kind: kindOf[context.what],
    // Editors filter by the text in the edit range, including the quote.
    filterText: isInner
      ? inner(proposal.filter ?? json)
      : context.what === 'value'
        ? (proposal.filter ?? json)
        : JSON.stringify(label),
    // Sorts before the proposals of an editor's built-in JSON support, whose labels start with a quote or, for
    // `$schema`, a dollar sign.
    sortText: `${isFirst ? '~' : '!'}${String(position).padStart(5, '0')}`,
    ...(position === 0 && !isFirst ? { preselect: true } : {}),
    textEdit: isInner
      ? { range: toRange(document.json.lines, innerSpan(context.span)), newText: inner(written) }
      : { range: toRange(document.json.lines, context.span), newText: `${written}${after}` },
    ...(isOfSnippet ? { insertTextFormat: snippetFormat } : {}),
    // Values of several lines are indented already.
    ...(!isOfSnippet && written.includes('\n') ? { insertTextMode: asIs } : {}),
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined ? {} : { documentation: { kind: 'markdown', value: documentation } }),
    ...(isDeprecated === true ? { tags: [deprecatedTag] } : {}),
    ...(before.length + around.length > 0 ? { additionalTextEdits: [...before, ...around] } : {}),
  };
}

/** Snippets are indented by two spaces per level. */
function indentedLike({ json }: OciDocument, snippet: string): string {
  const unit = indentUnitOf(json) ?? '  ';
  return snippet.replace(/\n((?: {2})+)/g, (_, indent: string) => `\n${unit.repeat(indent.length / 2)}`);
}

/** Whether the cursor is inside existing quotes, which can be kept. */
function isInQuotes(
  { json: { text } }: OciDocument,
  { what, span: { start, end } }: CompletionContext,
  offset: number,
): boolean {
  return what === 'value' && start < offset && offset < end && text[start] === '"' && text[end - 1] === '"';
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

/** Whether only the name is replaced, because colon and value exist. */
function isRenaming(context: CompletionContext): boolean {
  return context.what === 'name' && context.member?.value !== undefined;
}

/** Characters. */
const maxLabel = 200;

/** Limits the scan; real gaps are far shorter. */
const maxBlank = 10_000;

/** The commas that a new member or item needs on either side. */
function commasAround(
  { json: { text, lines } }: OciDocument,
  context: CompletionContext,
): { readonly before: readonly TextEdit[]; readonly after: string } {
  if (isRenaming(context)) return none;
  const { start, end } = context.span;
  const left = text.slice(0, start).trimEnd();
  const right = text.slice(end, end + maxBlank).trimStart();
  // A value follows its colon. If another member comes after it, it needs a comma.
  if (context.what === 'value') return { before: [], after: right.startsWith('"') ? ',' : '' };
  const needsLeft = left !== '' && !/[[{,:]$/.test(left);
  const needsRight = right !== '' && !/^[\]},:]/.test(right);
  const range = toRange(lines, { start: left.length, end: left.length });
  return { before: needsLeft ? [{ range, newText: ',' }] : [], after: needsRight ? ',' : '' };
}

/** Edits of sibling properties that a proposal implies. */
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
