import type { Connection } from 'vscode-languageserver';
import type { Relations } from '../service/relations.ts';
import type { Abilities } from './abilities.ts';
import type { Answer } from './guard.ts';

/** Answers what belongs to the value at a place: what says the same, and what it stands for. */
export function answerRelations(
  connection: Connection,
  service: Relations,
  { showsContents }: Abilities,
  answer: Answer,
): void {
  connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) => {
    // Editors mark equal words themselves where they get null, and nothing where they get none.
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
