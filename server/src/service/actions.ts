import type { CodeAction, Range } from 'vscode-languageserver-types';
import type { Contents } from '../content/contents.ts';
import { readSmallFile } from '../content/files.ts';
import { codeActionsOf, fixAllKind, fixAllOf, isAskedFor } from '../features/code-actions.ts';
import { conversionActionsOf } from '../features/convert/conversions.ts';
import { descriptorActionsOf } from '../features/descriptor-actions.ts';
import { expectActionsOf } from '../features/expect-actions.ts';
import { toSpan } from '../features/ranges.ts';
import { rehashActionsOf } from '../features/rehash-edit.ts';
import { restoreActionsOf } from '../features/restore-actions.ts';
import { rewriteActionsOf } from '../features/rewrite-actions.ts';
import type { Service } from '../service.ts';
import { decodeDocument } from '../syntax/encoding.ts';
import type { Check, Checks } from './checks.ts';
import { type EmbeddedChecks, isBefore } from './embedded-checks.ts';
import { isFormatted } from './formatted.ts';
import type { Host } from './host.ts';

/** In bytes. */
const maxSmall = 1024 * 1024;

/** The part of the service that offers changes. */
export interface Actions {
  readonly at: Service['codeActions'];
}

export function createActions(host: Host, contents: Contents, checks: Checks): Actions {
  /** A file's text as the editor has it, where it is open: edits are for that one. */
  async function textOf(uri: string): Promise<string | undefined> {
    const bytes = await readSmallFile(contents.files, uri, maxSmall);
    return host.openText(uri)?.getText() ?? (bytes && decodeDocument(bytes).text);
  }

  return {
    async at(uri, { range, only, isVersioned, makesFiles, part }) {
      const embedded = await checks.embeddedIn(uri);
      if (embedded !== undefined) return embeddedActionsOf(embedded, range, only, isVersioned);
      const check = isFormatted(uri) ? undefined : await checks.of(uri);
      if (check === undefined) return [];
      const { document, findings } = check;
      const version = isVersioned ? check.version : undefined;
      const span = toSpan(document.json.lines, range);
      const isFix = isAskedFor('quickfix', only);
      const isInLayout = isFix && (await contents.layoutOf(uri)) !== undefined;
      const attributesOf = makesFiles ? textOf : undefined;
      return [
        ...codeActionsOf(document, findings, { span, only, version }),
        ...(isFix && part.writesBytes ? await restoreActionsOf(document, findings, span, contents, attributesOf) : []),
        ...(isFix && part.writesBytes ? rewriteActionsOf(document, findings, span) : []),
        ...(isInLayout ? rehashActionsOf(document, findings, span) : []),
        ...conversionActionsOf(document, { span, only, version }),
        ...(isFix && makesFiles ? await expectActionsOf(document, findings, span, textOf) : []),
        ...(await descriptorActionsOf(document, { offset: span.start, only, version, part }, contents)),
      ];
    },
  };
}

/** The fixes of what stands at a place of a text of another language, and every safe fix of all its documents at once. */
function embeddedActionsOf(
  { parts, version }: EmbeddedChecks,
  range: Range,
  only: readonly string[] | undefined,
  isVersioned: boolean,
): CodeAction[] {
  const edited = isVersioned ? version : undefined;
  const isFix = isAskedFor('quickfix', only);
  const fixes = parts
    .filter((part) => isFix && isIn(part, range))
    .flatMap(({ document, findings }) => {
      const span = toSpan(document.json.lines, range);
      return codeActionsOf(document, findings, { span, only: ['quickfix'], version: edited });
    });
  return isAskedFor(fixAllKind, only) ? [...fixes, ...fixAllOf(parts, edited)] : fixes;
}

function isIn({ document: { json } }: Check, { start, end }: Range): boolean {
  return !isBefore(end, json.lines.positionAt(0)) && !isBefore(json.lines.positionAt(json.text.length), start);
}
