import type { CancellationToken, Connection } from 'vscode-languageserver';
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
  connection.onRequest(
    viewRequests.roots,
    (...asked: readonly [ViewFilter, CancellationToken] | [CancellationToken]) => {
      // Asked without a question, there is the token only.
      const [question, token] = asked.length === 1 ? [{}, asked[0]] : asked;
      return answer(token, (signal) => service.viewRoots(question.filter ?? undefined, signal), []);
    },
  );
  connection.onRequest(viewRequests.path, ({ uri }: FileQuestion, token) =>
    answer(token, (signal) => service.viewPath(uri, signal), []),
  );
  connection.onRequest(viewRequests.texts, ({ key }: ViewQuestion, token) =>
    answer(token, (signal) => service.viewTexts(key, signal), []),
  );
  connection.onRequest(viewRequests.verify, ({ key }: ViewQuestion, token) =>
    guard(async () => {
      const verify = (signal: AbortSignal, onProgress: OnProgress) => service.viewVerify(key, { signal, onProgress });
      return (await withProgress(connection, 'Verifying content', token, verify)) ?? null;
    }, null),
  );
  connection.onRequest(viewRequests.deletable, ({ key }: ViewQuestion, token) =>
    answer(token, async (signal) => (await service.viewDeletable(key, signal)) ?? null, null),
  );
  connection.onRequest(viewRequests.children, ({ key }: ViewQuestion, token) =>
    answer(token, (signal) => service.viewChildren(key, signal), []),
  );
  connection.onRequest(viewRequests.references, ({ key }: ViewQuestion, token) =>
    answer(token, (signal) => service.viewReferences(key, signal), []),
  );
  connection.onRequest(viewRequests.label, ({ uri }: FileQuestion, token) =>
    answer(token, async (signal) => (await service.blobLabel(uri, signal)) ?? null, null),
  );
}
