import type { Connection } from 'vscode-languageserver';
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Service } from '../service/service-types.ts';
import type { Abilities } from './abilities.ts';
import type { Answer } from './guard.ts';
import { plainDocumentation } from './plain.ts';

/**
 * Handles completion requests. If the client resolves documentation, it is only sent for the items that the user sees.
 */
export function registerCompletion(
  connection: Connection,
  service: Service,
  abilities: Abilities,
  answer: Answer,
): void {
  let list = 0;
  let documentation: readonly CompletionItem['documentation'][] = [];

  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    answer(
      token,
      async (signal) => {
        const all = await service.completions(uri, position, abilities.takesSnippets, signal);
        const found = all && { ...all, items: all.items.map((item) => asTaken(item, abilities)) };
        if (found === undefined || !abilities.resolvesDocumentation) return found ?? null;
        list++;
        documentation = found.items.map((item) => item.documentation);
        const items = found.items.map(({ documentation: text, ...item }, at) =>
          text === undefined ? item : { ...item, data: { list, at } },
        );
        return { ...found, items };
      },
      null,
    ),
  );

  connection.onCompletionResolve((item) => {
    const { data, ...rest } = item;
    const text = data?.list === list ? documentation[data?.at] : undefined;
    return text === undefined ? item : { ...rest, documentation: text };
  });
}

/** Adapts an item to the client's capabilities. */
function asTaken(
  { documentation, tags, ...item }: CompletionItem,
  { takesMarkdownInCompletions, takesTags }: Abilities,
): CompletionItem {
  return {
    ...item,
    ...(documentation === undefined
      ? {}
      : { documentation: takesMarkdownInCompletions ? documentation : plainDocumentation(documentation) }),
    ...(tags === undefined ? {} : takesTags ? { tags } : { deprecated: true }),
  };
}
