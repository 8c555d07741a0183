import type { Connection } from 'vscode-languageserver';
import type { Relations } from '../service/relations.ts';
import type { Abilities } from './abilities.ts';
import type { Answer } from './guard.ts';

/** Handles requests for things related to a value: highlights, implementations and type definition. */
export function registerRelations(
  connection: Connection,
  service: Relations,
  { showsContents }: Abilities,
  answer: Answer,
): void {
  connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) => {
    // For null, editors highlight equal words; for an empty list, they highlight nothing.
    const highlights = async () => {
      const found = await service.highlights(uri, position);
      return found.length === 0 ? null : [...found];
    };
    return answer(token, highlights, null);
  });
  connection.onImplementation(({ textDocument: { uri }, position }, token) =>
    answer(token, async (signal) => [...(await service.implementations(uri, position, signal))], []),
  );
  connection.onTypeDefinition(({ textDocument: { uri }, position }, token) =>
    answer(token, async () => (await service.typeDefinition(uri, position, showsContents)) ?? null, null),
  );
}
