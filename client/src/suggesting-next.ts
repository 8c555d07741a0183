import { type CompletionItem, SnippetString } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/** Suggests values as soon as a property with an empty value is inserted. */
export const suggestingNext: NonNullable<Middleware['provideCompletionItem']> = async (
  document,
  position,
  context,
  token,
  next,
) => {
  const list = await next(document, position, context, token);
  for (const item of Array.isArray(list) ? list : (list?.items ?? [])) if (isOpen(item)) item.command = suggest;
  return list;
};

/** Shows nothing if there is nothing to suggest. */
const suggest = { title: '', command: 'editor.action.triggerSuggest', arguments: [{ auto: true }] };

/** Whether the cursor lands in an empty value, list or object. */
function isOpen({ insertText }: CompletionItem): boolean {
  return insertText instanceof SnippetString && /\$[01](?!\d)/.test(insertText.value);
}
