import type { Connection } from 'vscode-languageserver';
import {
  type CompareQuestion,
  compareRequest,
  type FileQuestion,
  graphRequest,
  type ViewFilter,
  type ViewQuestion,
  viewRequests,
} from '../protocol.ts';
import type { Service } from '../service/service-types.ts';
import type { Answer, Guard } from './guard.ts';
import { type OnProgress, withProgress } from './progress.ts';

/** Answers what the tree of layouts and documents asks. */
export function answerView(connection: Connection, service: Service, guard: Guard, answer: Answer): void {
  connection.onRequest(compareRequest, ({ a, b }: CompareQuestion, token) =>
    answer(token, async (signal) => (await service.compare(a, b, signal)) ?? null, null),
  );
  connection.onRequest(graphRequest, ({ uri }: FileQuestion, token) =>
    answer(token, async (signal) => (await service.graph(uri, signal)) ?? null, null),
  );
  connection.onRequest(viewRequests.roots, (question: ViewFilter | undefined) =>
    guard(() => service.viewRoots(question?.filter), []),
  );
  connection.onRequest(viewRequests.path, ({ uri }: FileQuestion) => guard(() => service.viewPath(uri), []));
  connection.onRequest(viewRequests.texts, ({ key }: ViewQuestion) => guard(() => service.viewTexts(key), []));
  connection.onRequest(viewRequests.verify, ({ key }: ViewQuestion, token) =>
    guard(async () => {
      const verify = (signal: AbortSignal, onProgress: OnProgress) => service.viewVerify(key, { signal, onProgress });
      return (await withProgress(connection, 'Verifying content', token, verify)) ?? null;
    }, null),
  );
  connection.onRequest(viewRequests.deletable, ({ key }: ViewQuestion) =>
    guard(async () => (await service.viewDeletable(key)) ?? null, null),
  );
  connection.onRequest(viewRequests.children, ({ key }: ViewQuestion) => guard(() => service.viewChildren(key), []));
  connection.onRequest(viewRequests.references, ({ key }: ViewQuestion) =>
    guard(() => service.viewReferences(key), []),
  );
  connection.onRequest(viewRequests.label, ({ uri }: FileQuestion) =>
    guard(async () => (await service.blobLabel(uri)) ?? null, null),
  );
}
