import type { Connection } from 'vscode-languageserver';
import { type FileQuestion, insideRequests, type PathQuestion } from '../protocol.ts';
import type { Service } from '../service/service-types.ts';
import type { Guard } from './guard.ts';

/** Handles requests for files in archives and layers. */
export function answerInside(connection: Connection, service: Service, guard: Guard): void {
  connection.onRequest(insideRequests.stat, ({ uri }: FileQuestion) =>
    guard(async () => (await service.insideStat(uri)) ?? null, null),
  );
  connection.onRequest(insideRequests.list, ({ uri }: FileQuestion) =>
    guard(async () => (await service.insideList(uri)) ?? null, null),
  );
  connection.onRequest(insideRequests.read, ({ uri }: FileQuestion) =>
    guard(async () => (await service.insideFile(uri)) ?? null, { problem: 'Cannot be read.' }),
  );
  connection.onRequest(insideRequests.open, ({ uri }: FileQuestion) =>
    guard(() => service.openArchive(uri), { problem: 'cannot be read' }),
  );
  connection.onRequest(insideRequests.findPath, ({ uri, text }: PathQuestion) =>
    guard(async () => (await service.findPath(uri, text)) ?? null, null),
  );
  connection.onRequest(insideRequests.images, () => guard(() => service.images(), []));
  connection.onRequest(insideRequests.entry, ({ uri, text }: PathQuestion) => service.entryUri(uri, text));
}
