import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Relations } from '../service/relations.ts';
import { isFormatted, sourceOf } from '../workspace/shown.ts';
import type { Abilities } from './abilities.ts';
import type { Answer, Guard } from './guard.ts';

/** Far more virtual documents than anyone has open. */
const maxShown = 100;

/** The formatted views that the client has open. */
export interface ShownTexts {
  /** Their URIs, by those of the originals. */
  readonly views: ReadonlyMap<string, string>;
  /** Has the client request a view again. */
  refresh(view: string): void;
}

/** Provides the contents of virtual documents. */
export function registerShownTexts(
  connection: Connection,
  service: Relations,
  { showsContents }: Abilities,
  guard: Guard,
  answer: Answer,
): ShownTexts {
  const { textDocumentContent } = connection.workspace;
  const views = new Map<string, string>();
  textDocumentContent.on(async ({ uri }, token) => {
    if (isFormatted(uri)) remember(uri);
    const text = await answer(token, async () => service.shownText(uri), undefined);
    if (text instanceof ResponseError) return text;
    return text === undefined ? new ResponseError<void>(LSPErrorCodes.RequestFailed, notFound) : { text };
  });

  /** Newest last. */
  function remember(view: string): void {
    if (!showsContents) return;
    const source = sourceOf(view);
    views.delete(source);
    views.set(source, view);
    const [oldest] = views.keys();
    if (views.size > maxShown && oldest !== undefined) views.delete(oldest);
  }

  return { views, refresh: (view) => void guard(() => textDocumentContent.refresh(view), undefined) };
}

const notFound = 'The document was not found, or it is too large to format.';
