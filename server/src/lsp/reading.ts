import type { Connection } from 'vscode-languageserver';
import type { ClientPart } from '../features/client-part.ts';
import type { LensData } from '../features/lenses.ts';
import { type FileParams, formattedRequest, type StatusParams, statusName } from '../protocol.ts';
import type { Service } from '../service/service-types.ts';
import type { Abilities } from './abilities.ts';
import type { Answer, Guard } from './guard.ts';
import { plainHover } from './plain.ts';

/**
 * Handles requests for information shown with a document: status, hovers, links, lenses, definitions and references.
 */
export function registerReading(
  connection: Connection,
  service: Service,
  abilities: Abilities,
  part: ClientPart,
  guard: Guard,
  answer: Answer,
): void {
  connection.onRequest(statusName, ({ uri }: StatusParams) =>
    guard(async () => (await service.status(uri)) ?? null, null),
  );
  connection.onRequest(formattedRequest, ({ uri }: FileParams) =>
    guard(async () => (await service.formatted(uri)) ?? null, null),
  );
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    answer(
      token,
      async (signal) => {
        const hover = await service.hover(uri, position, signal);
        return hover === undefined ? null : abilities.takesMarkdown ? hover : plainHover(hover);
      },
      null,
    ),
  );
  connection.onDefinition(({ textDocument: { uri }, position }, token) =>
    answer(token, async (signal) => (await service.definition(uri, position, part, signal)) ?? null, null),
  );
  connection.onReferences(({ textDocument: { uri }, position }, token) =>
    answer(token, async (signal) => [...(await service.references(uri, position, signal))], []),
  );
  connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
    answer(token, async (signal) => [...(await service.links(uri, part, signal))], []),
  );
  connection.onCodeLens(({ textDocument: { uri } }, token) =>
    answer(token, async (signal) => [...(await service.codeLenses(uri, part, signal))], []),
  );
  connection.onCodeLensResolve((lens, token) =>
    answer(
      token,
      async (signal) => {
        const data = lens.data as LensData | null | undefined;
        const command = data && (await service.lensCommand(data, part, signal));
        return command ? { ...lens, command } : lens;
      },
      lens,
    ),
  );
}
