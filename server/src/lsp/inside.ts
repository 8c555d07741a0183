import type { Connection } from 'vscode-languageserver';
import { type FileParams, insideRequests, type PathParams } from '../protocol.ts';
import type { Service } from '../service/service-types.ts';
import type { Guard } from './guard.ts';

/** Handles requests for files in archives and layers. */
export function registerInside(connection: Connection, service: Service, guard: Guard): void {
  connection.onRequest(insideRequests.stat, ({ uri }: FileParams) =>
    guard(async () => (await service.insideStat(uri)) ?? null, null),
  );
  connection.onRequest(insideRequests.list, ({ uri }: FileParams) =>
    guard(async () => (await service.insideList(uri)) ?? null, null),
  );
  connection.onRequest(insideRequests.read, ({ uri }: FileParams) =>
    guard(async () => (await service.insideFile(uri)) ?? null, { problem: 'Cannot be read.' }),
  );
  connection.onRequest(insideRequests.open, ({ uri }: FileParams) =>
    guard(() => service.openArchive(uri), { problem: 'cannot be read' }),
  );
  connection.onRequest(insideRequests.findPath, ({ uri, text }: PathParams) =>
    guard(async () => (await service.findPath(uri, text)) ?? null, null),
  );
  connection.onRequest(insideRequests.images, () => guard(() => service.images(), []));
  connection.onRequest(insideRequests.entry, ({ uri, text }: PathParams) => service.entryUri(uri, text));
}
