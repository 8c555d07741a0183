import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-types';
import { readSmallFile } from '../content/files.ts';
import { isInside } from '../content/inside-uris.ts';
import { readNearMiss } from '../content/stores/near-miss.ts';
import { createRecent } from '../content/stores/recent.ts';
import { fixAllEditOf, fixAllKind, fixAllTitle, isRequested, quickFixesAt } from '../features/code-actions.ts';
import { conversionActionsOf } from '../features/convert/conversions.ts';
import { descriptorActionsOf } from '../features/descriptor-actions.ts';
import { expectActionsOf } from '../features/expect-actions.ts';
import { showFormattedActionsOf } from '../features/formatted-uri.ts';
import { textKeyOf } from '../features/guarded-edit.ts';
import { type Offer, withEdits, withoutEdits } from '../features/offer.ts';
import { toSpan, touches } from '../features/ranges.ts';
import { rehashActionsOf } from '../features/rehash-edit.ts';
import { type AccidentOf, restoreActionsOf } from '../features/restore-actions.ts';
import { rewriteActionsOf } from '../features/rewrite-actions.ts';
import { safeFixesOf } from '../features/safe-fixes.ts';
import { turnOffActionsOf } from '../features/turn-off-actions.ts';
import type { LintFinding } from '../lint/lint-finding.ts';
import { toDigestText } from '../oci/descriptor.ts';
import type { TextEdit } from '../syntax/edit.ts';
import { decodeDocument } from '../syntax/encoding.ts';
import type { Span } from '../syntax/span.ts';
import { type Check, type CheckedDocument, type OpenDocument, touchesPlaces } from '../workspace/open-document.ts';
import { isFormatted } from '../workspace/shown.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { CodeActionRequest, Service, UnresolvedEdit } from './service-types.ts';
import { soundEditsOf } from './sound-edits.ts';

/** Bytes. */
const maxSmall = 1024 * 1024;

/**
 * For longer documents, fixing everything is only offered on explicit request, because it takes too long. Characters.
 */
const maxUnasked = 256 * 1024;

/** The code actions for one version of a text. */
interface Offers {
  readonly version: number;
  readonly offers: readonly Offer[];
}

/** The code actions for a range of the open version. */
export async function codeActionsAt(
  workspace: Workspace,
  uri: string,
  request: CodeActionRequest,
): Promise<readonly CodeAction[]> {
  const found = await offersAt(workspace, uri, request);
  if (found === undefined) return [];
  // Edits of the version before must not be applied to a newer one.
  if (!request.isVersioned && (await workspace.open(uri))?.version !== found.version) return [];
  const { range, only } = request;
  return request.defersEdits
    ? withoutEdits(found.offers, { uri, version: found.version, range, only } satisfies Partial<UnresolvedEdit>)
    : withEdits(found.offers);
}

/** Resolves the edit of a code action. */
export async function resolvedEdit(
  workspace: Workspace,
  { uri, version, range, only, title, kind }: UnresolvedEdit,
  request: Parameters<Service['resolveEdit']>[1],
): ReturnType<Service['resolveEdit']> {
  const found = await offersAt(workspace, uri, { ...request, range, only: only ?? undefined });
  if (found?.version !== version) return 'changed';
  const edit = await found.offers.find((offer) => offer.title === title && offer.kind === kind)?.makeEdit?.();
  // VS Code does not compare the version of such an edit.
  return (await workspace.open(uri))?.version === version ? edit : 'changed';
}

/** Returns an edit of a file next to a document if the file's text has not changed since. */
export async function editOfFile(
  workspace: Workspace,
  uri: string,
  key: string,
  edit: WorkspaceEdit,
): Promise<WorkspaceEdit | undefined> {
  const isAsBefore = textKeyOf(await smallTextAt(workspace, uri).catch(() => undefined)) === key;
  return isAsBefore ? withVersion(edit, uri, workspace.host.openText(uri)?.version ?? null) : undefined;
}

/** A file's text as in the editor if it is open, because edits apply to that. */
async function smallTextAt({ host, contents }: Workspace, uri: string): Promise<string | undefined> {
  const bytes = await readSmallFile(contents.files, uri, maxSmall);
  return host.openText(uri)?.getText() ?? (bytes && decodeDocument(bytes).text);
}

async function offersAt(workspace: Workspace, uri: string, request: CodeActionRequest): Promise<Offers | undefined> {
  const open = isFormatted(uri) || isInside(uri) ? undefined : await workspace.open(uri);
  const check = await open?.check();
  if (open === undefined || check === undefined) return undefined;
  const { version } = open;
  const of = { open, check, version: request.isVersioned ? version : undefined };
  const [own] = open.document === undefined ? [] : check.parts;
  return {
    version,
    offers: own === undefined ? embeddedOffers(of, request) : await ownOffers(workspace, own, of, request),
  };
}

/** The inputs for creating code actions. */
interface OfferSource {
  readonly open: OpenDocument;
  readonly check: Check;
  /** For versioned edits, if the client supports them. */
  readonly version: number | undefined;
}

/** Fixes for the embedded documents at a position. */
function embeddedOffers(of: OfferSource, { range, only }: CodeActionRequest): readonly Offer[] {
  const inRange = of.check.parts.filter(({ document }) => touchesPlaces(document, range.start, range.end));
  const fixes = inRange.flatMap(({ document, findings }) => {
    const span = toSpan(document.json.lines, range);
    return quickFixesAt(document, findings, { span, only, version: of.version });
  });
  return [...fixes, ...(isRequested(fixAllKind, only) ? fixAll(of) : [])];
}

async function ownOffers(
  workspace: Workspace,
  { document, findings }: CheckedDocument,
  of: OfferSource,
  { range, only, makesFiles, part, defersEdits }: CodeActionRequest,
): Promise<readonly Offer[]> {
  const { contents } = workspace;
  const {
    version,
    open: { uri },
  } = of;
  const span = toSpan(document.json.lines, range);
  const isFix = isRequested('quickfix', only);
  const isShort = defersEdits || only !== undefined || document.json.text.length <= maxUnasked;
  const isFixAll = isShort && isRequested(fixAllKind, only);
  const isInLayout = isFix && (await contents.layoutOf(uri)) !== undefined;
  const textOf = (file: string) => smallTextAt(workspace, file);
  const attributesOf = makesFiles ? textOf : undefined;
  return [
    ...quickFixesAt(document, findings, { span, only, version }),
    ...(isFixAll ? fixAll(of, fixAllKindAt(findings, span, only)) : []),
    ...(isFix && part.writesBytes
      ? await restoreActionsOf(document, findings, span, contents, workspace.keep(accidents), attributesOf)
      : []),
    ...(isFix && part.writesBytes ? rewriteActionsOf(document, findings, span) : []),
    ...(isInLayout ? rehashActionsOf(document, findings, span) : []),
    ...conversionActionsOf(document, { span, only, version }),
    ...(isFix && makesFiles ? await expectActionsOf(document, findings, span, textOf) : []),
    ...(isFix && makesFiles && uri.includes('/')
      ? await turnOffActionsOf(document, findings, span, await workspace.configUriOf(uri), textOf)
      : []),
    ...showFormattedActionsOf(document, only, part),
    ...(await descriptorActionsOf(document, { offset: span.start, only, version, part }, contents)),
  ];
}

/**
 * Whether the repair is sound is only determined when the action is resolved, because that takes one or more checks.
 */
function fixAll({ open, check, version }: OfferSource, kind = fixAllKind): Offer[] {
  const repairable = check.parts.filter(({ document }) => !document.hints.isBlob);
  if (!repairable.some(({ findings }) => safeFixesOf(findings).edits.length > 0)) return [];
  const makeEdit = async () => {
    const repairs = repairable.map(async (part) => ({ document: part.document, edits: await editsOf(part, open) }));
    return fixAllEditOf(await Promise.all(repairs), version);
  };
  return [{ title: fixAllTitle, kind, makeEdit }];
}

/** Cached per check: editors request code actions at every cursor movement. */
function editsOf(part: CheckedDocument, { settings }: OpenDocument): Promise<readonly TextEdit[]> {
  const known = part.derived.get(soundEditsOf) as Promise<readonly TextEdit[]> | undefined;
  const edits = known ?? soundEditsOf(part, settings.rules);
  part.derived.set(soundEditsOf, edits);
  return edits;
}

/** Cached: editors request code actions at every cursor movement. */
function accidents(): AccidentOf {
  const known = createRecent<Awaited<ReturnType<AccidentOf>>>(100);
  return (content, digest) =>
    known.get(`${toDigestText(digest)} ${content.key}`, async (stop) => {
      const { remedy, isLineEnds } = (await readNearMiss(content, digest, stop)) ?? {};
      return remedy === undefined ? undefined : { remedy, isLineEnds: isLineEnds === true };
    });
}

function withVersion(edit: WorkspaceEdit, uri: string, version: number | null): WorkspaceEdit {
  const documentChanges = edit.documentChanges?.map((change) =>
    'textDocument' in change && change.textDocument.uri === uri
      ? { ...change, textDocument: { uri, version } }
      : change,
  );
  return documentChanges === undefined ? edit : { documentChanges };
}

/**
 * Light bulbs do not show source actions, so at a safe fix the action is offered as a quick fix unless specific kinds
 * were requested.
 */
function fixAllKindAt(findings: readonly LintFinding[], span: Span, only: readonly string[] | undefined): string {
  const isAtFix = findings.some(({ span: at, fixes = [] }) => touches(at, span) && fixes.some(({ isSafe }) => isSafe));
  return only === undefined && isAtFix ? 'quickfix' : fixAllKind;
}
