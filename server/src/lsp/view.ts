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
import type { Answer, Guard } from './guard.ts';

/** Answers what the tree of layouts and documents asks. */
export function answerView(connection: Connection, service: Service, guard: Guard, answer: Answer): void {
  connection.onRequest(compareRequest, ({ a, b }: CompareQuestion, token) =>
    answer(token, async (signal) => (await service.compare(a, b, signal)) ?? null, null),
  );
  connection.onRequest(graphRequest, ({ uri }: FileQuestion, token) =>
    answer(token, async (signal) => (await service.graph(uri, signal)) ?? null, null),
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
