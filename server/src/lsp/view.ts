import type { Connection } from 'vscode-languageserver';
import {
  type CompareQuestion,
  compareRequest,
  type FileQuestion,
  graphRequest,
  type ViewQuestion,
  viewRequests,
} from '../protocol.ts';
import type { Service } from '../service/service-types.ts';
import type { Guard } from './guard.ts';

/** Answers what the tree of layouts and documents asks. */
export function answerView(connection: Connection, service: Service, guard: Guard): void {
  connection.onRequest(compareRequest, ({ a, b }: CompareQuestion, token) => {
    const control = new AbortController();
    token.onCancellationRequested(() => control.abort());
    return guard(async () => (await service.compare(a, b, control.signal)) ?? null, null);
  });
  connection.onRequest(graphRequest, ({ uri }: FileQuestion) =>
    guard(async () => (await service.graph(uri)) ?? null, null),
  );
  connection.onRequest(viewRequests.roots, () => guard(() => service.viewRoots(), []));
  connection.onRequest(viewRequests.children, ({ key }: ViewQuestion) => guard(() => service.viewChildren(key), []));
  connection.onRequest(viewRequests.references, ({ key }: ViewQuestion) =>
    guard(() => service.viewReferences(key), []),
  );
  connection.onRequest(viewRequests.label, ({ uri }: FileQuestion) =>
    guard(async () => (await service.blobLabel(uri)) ?? null, null),
  );
}
