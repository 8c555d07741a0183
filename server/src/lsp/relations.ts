import type { Connection } from 'vscode-languageserver';
import type { Service } from '../service/service-types.ts';
import type { Guard } from './guard.ts';

/** Answers what belongs to the value at a place: what says the same, and what it stands for. */
export function answerRelations(connection: Connection, service: Service, guard: Guard): void {
  connection.onDocumentHighlight(({ textDocument: { uri }, position }) =>
    guard(async () => {
      const highlights = await service.highlights(uri, position);
      // Editors mark equal words themselves where they get null, and nothing where they get none.
      return highlights.length === 0 ? null : [...highlights];
    }, null),
  );
  connection.onImplementation(({ textDocument: { uri }, position }) =>
    guard(async () => [...(await service.implementations(uri, position))], []),
  );
}
