import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Relations } from '../service/relations.ts';
import { isFormatted, sourceOf } from '../workspace/shown.ts';
import type { Abilities } from './abilities.ts';
import type { Answer, Guard } from './guard.ts';

/** Far more virtual documents than anyone has open. */
const maxShown = 100;

/**
 * Provides the contents of virtual documents, and has the client refresh them when the originals change. Returns the
 * function to call on changes.
 */
export function registerShownTexts(
  connection: Connection,
  service: Relations,
  { showsContents }: Abilities,
  guard: Guard,
  answer: Answer,
): (changed: readonly string[]) => void {
  const { textDocumentContent } = connection.workspace;
  const shown = new Set<string>();
  textDocumentContent.on(async ({ uri }, token) => {
    if (isFormatted(uri)) remember(uri);
    const text = await answer(token, async () => service.shownText(uri), undefined);
    if (text instanceof ResponseError) return text;
    return text === undefined ? new ResponseError<void>(LSPErrorCodes.RequestFailed, notFound) : { text };
  });

  /** Newest last. */
  function remember(uri: string): void {
    shown.delete(uri);
    shown.add(uri);
    const [oldest] = shown;
    if (shown.size > maxShown && oldest !== undefined) shown.delete(oldest);
  }

  return (changed) => {
    if (!showsContents) return;
    const stale = [...shown].filter((uri) => changed.includes(sourceOf(uri)));
    for (const uri of stale) void guard(() => textDocumentContent.refresh(uri), undefined);
  };
}

const notFound = 'The document was not found, or it is too large to format.';
