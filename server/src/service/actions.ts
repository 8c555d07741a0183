import type { CodeAction, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { readSmallFile } from '../content/files.ts';
import { isInside } from '../content/inside-uris.ts';
import type { Contents } from '../content/stores/contents.ts';
import { readNearMiss } from '../content/stores/near-miss.ts';
import { createRecent } from '../content/stores/recent.ts';
import { fixAllEditOf, fixAllKind, fixAllTitle, isAskedFor, quickFixesAt } from '../features/code-actions.ts';
import { conversionActionsOf } from '../features/convert/conversions.ts';
import { descriptorActionsOf } from '../features/descriptor-actions.ts';
import { expectActionsOf } from '../features/expect-actions.ts';
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
import type { Check } from '../workspace/check.ts';
import type { Checks } from '../workspace/checks.ts';
import { type EmbeddedChecks, isBefore } from '../workspace/embedded-checks.ts';
import type { Host } from '../workspace/host.ts';
import { isFormatted } from '../workspace/shown.ts';
import type { CodeActionRequest, LeftEdit, Service } from './service-types.ts';
import { soundEditsOf } from './sound-edits.ts';

/** In bytes. */
const maxSmall = 1024 * 1024;

/** Of longer documents nobody is offered to repair everything at once who did not ask for that: it takes too long. In characters. */
const maxUnasked = 256 * 1024;

/** What can be done to one version of a text. */
interface Offers {
  readonly version: number;
  readonly offers: readonly Offer[];
}

/** The part of the service that offers changes. */
export interface Actions {
  readonly at: Service['codeActions'];
  readonly editLeft: Service['editLeft'];
  readonly editOfFile: Service['editOfFile'];
}

export function createActions(host: Host, contents: Contents, checks: Checks): Actions {
  /** A file's text as the editor has it, where it is open: edits are for that one. */
  async function textOf(uri: string): Promise<string | undefined> {
    const bytes = await readSmallFile(contents.files, uri, maxSmall);
    return host.openText(uri)?.getText() ?? (bytes && decodeDocument(bytes).text);
  }

  const known = new WeakMap<Check, Promise<readonly TextEdit[]>>();

  const accidents = createRecent<Awaited<ReturnType<AccidentOf>>>(100);

  /** Looked for once: editors ask at every move of the cursor. */
  const accidentOf: AccidentOf = (content, digest) =>
    accidents.get(`${toDigestText(digest)} ${content.key}`, async (stop) => {
      const { remedy, isLineEnds } = (await readNearMiss(content, digest, stop)) ?? {};
      return remedy === undefined ? undefined : { remedy, isLineEnds: isLineEnds === true };
    });

  /** Worked out once a check: editors ask at every move of the cursor. */
  function editsOf(check: Check): Promise<readonly TextEdit[]> {
    const edits = known.get(check) ?? soundEditsOf(check);
    known.set(check, edits);
    return edits;
  }

  /** Whether a repair comes to something is looked at when somebody takes it: that costs a check, or several. */
  function fixAll(parts: readonly Check[], version: number | undefined, kind = fixAllKind): Offer[] {
    const mended = parts.filter(({ document }) => !document.hints.isBlob);
    if (!mended.some(({ findings }) => safeFixesOf(findings).edits.length > 0)) return [];
    const makeEdit = async () => {
      const repairs = mended.map(async (check) => ({ document: check.document, edits: await editsOf(check) }));
      return fixAllEditOf(await Promise.all(repairs), version);
    };
    return [{ title: fixAllTitle, kind, makeEdit }];
  }

  async function offersAt(uri: string, question: CodeActionRequest): Promise<Offers | undefined> {
    const { range, only, isVersioned, makesFiles, part, defersEdits } = question;
    const embedded = await checks.embeddedIn(uri);
    if (embedded !== undefined) {
      const version = isVersioned ? embedded.version : undefined;
      const all = isAskedFor(fixAllKind, only) ? fixAll(embedded.parts, version) : [];
      return { version: embedded.version, offers: [...embeddedFixesAt(embedded, range, only, version), ...all] };
    }
    const check = isFormatted(uri) || isInside(uri) ? undefined : await checks.of(uri);
    if (check === undefined) return undefined;
    const { document, findings } = check;
    const version = isVersioned ? check.version : undefined;
    const span = toSpan(document.json.lines, range);
    const isFix = isAskedFor('quickfix', only);
    const isShort = defersEdits || only !== undefined || document.json.text.length <= maxUnasked;
    const isFixAll = isShort && isAskedFor(fixAllKind, only);
    const isInLayout = isFix && (await contents.layoutOf(uri)) !== undefined;
    const attributesOf = makesFiles ? textOf : undefined;
    const offers: readonly Offer[] = [
      ...quickFixesAt(document, findings, { span, only, version }),
      ...(isFixAll ? fixAll([check], version, fixAllKindAt(findings, span, only)) : []),
      ...(isFix && part.writesBytes
        ? await restoreActionsOf(document, findings, span, contents, accidentOf, attributesOf)
        : []),
      ...(isFix && part.writesBytes ? rewriteActionsOf(document, findings, span) : []),
      ...(isInLayout ? rehashActionsOf(document, findings, span) : []),
      ...conversionActionsOf(document, { span, only, version }),
      ...(isFix && makesFiles ? await expectActionsOf(document, findings, span, textOf) : []),
      ...(isFix && makesFiles && uri.includes('/')
        ? await turnOffActionsOf(document, findings, span, await checks.configUriOf(uri), textOf)
        : []),
      ...(await descriptorActionsOf(document, { offset: span.start, only, version, part }, contents)),
    ];
    return { version: check.version, offers };
  }

  return {
    async editOfFile(uri, key, edit) {
      const isAsBefore = textKeyOf(await textOf(uri).catch(() => undefined)) === key;
      return isAsBefore ? withVersion(edit, uri, host.openText(uri)?.version ?? null) : undefined;
    },

    async at(uri, question) {
      const found = await offersAt(uri, question);
      if (found === undefined) return [];
      const { range, only } = question;
      return question.defersEdits
        ? withoutEdits(found.offers, { uri, version: found.version, range, only } satisfies Partial<LeftEdit>)
        : withEdits(found.offers);
    },

    async editLeft({ uri, version, range, only, title, kind }, question) {
      const found = await offersAt(uri, { ...question, range, only: only ?? undefined });
      if (found?.version !== version) return 'changed';
      return found.offers.find((offer) => offer.title === title && offer.kind === kind)?.makeEdit?.();
    },
  };
}

function withVersion(edit: WorkspaceEdit, uri: string, version: number | null): WorkspaceEdit {
  const documentChanges = edit.documentChanges?.map((change) =>
    'textDocument' in change && change.textDocument.uri === uri
      ? { ...change, textDocument: { uri, version } }
      : change,
  );
  return documentChanges === undefined ? edit : { documentChanges };
}

/** Light bulbs leave out what is of the whole source: who stands at a safe fix, and has not asked for that, gets a quick fix. */
function fixAllKindAt(findings: readonly LintFinding[], span: Span, only: readonly string[] | undefined): string {
  const isAtFix = findings.some(({ span: at, fixes = [] }) => touches(at, span) && fixes.some(({ isSafe }) => isSafe));
  return only === undefined && isAtFix ? 'quickfix' : fixAllKind;
}

/** The fixes of what stands at a place of a text of another language. */
function embeddedFixesAt(
  { parts }: EmbeddedChecks,
  range: Range,
  only: readonly string[] | undefined,
  version: number | undefined,
): CodeAction[] {
  return parts
    .filter((part) => isIn(part, range))
    .flatMap(({ document, findings }) => {
      const span = toSpan(document.json.lines, range);
      return quickFixesAt(document, findings, { span, only, version });
    });
}

function isIn({ document: { json } }: Check, { start, end }: Range): boolean {
  return !isBefore(end, json.lines.positionAt(0)) && !isBefore(json.lines.positionAt(json.text.length), start);
}
