import type { CancellationToken, Connection } from 'vscode-languageserver';
import {
  type CompareParams,
  compareRequest,
  type FileParams,
  graphRequest,
  type ViewFilter,
  type ViewParams,
  viewRequests,
} from '../protocol.ts';
import type { Service } from '../service/service-types.ts';
import type { Answer, Guard } from './guard.ts';
import { type OnProgress, withProgress } from './progress.ts';

/** Handles requests of the tree view. */
export function registerView(connection: Connection, service: Service, guard: Guard, answer: Answer): void {
  connection.onRequest(compareRequest, ({ a, b }: CompareParams, token) =>
    answer(token, async (signal) => (await service.compare(a, b, signal)) ?? null, null),
  );
  connection.onRequest(graphRequest, ({ uri }: FileParams, token) =>
    answer(token, async (signal) => (await service.graph(uri, signal)) ?? null, null),
  );
  connection.onRequest(
    viewRequests.roots,
    (...args: readonly [ViewFilter, CancellationToken] | [CancellationToken]) => {
      // Without parameters, the handler only receives the token.
      const [params, token] = args.length === 1 ? [{}, args[0]] : args;
      return answer(token, (signal) => service.viewRoots(params.filter ?? undefined, signal), []);
    },
  );
  connection.onRequest(viewRequests.path, ({ uri }: FileParams, token) =>
    answer(token, (signal) => service.viewPath(uri, signal), []),
  );
  connection.onRequest(viewRequests.texts, ({ key }: ViewParams, token) =>
    answer(token, (signal) => service.viewTexts(key, signal), []),
  );
  connection.onRequest(viewRequests.verify, ({ key }: ViewParams, token) =>
    guard(async () => {
      const verify = (signal: AbortSignal, onProgress: OnProgress) => service.viewVerify(key, { signal, onProgress });
      return (await withProgress(connection, 'Verifying content', token, verify)) ?? null;
    }, null),
  );
  connection.onRequest(viewRequests.deletable, ({ key }: ViewParams, token) =>
    answer(token, async (signal) => (await service.viewDeletable(key, signal)) ?? null, null),
  );
  connection.onRequest(viewRequests.children, ({ key }: ViewParams, token) =>
    answer(token, (signal) => service.viewChildren(key, signal), []),
  );
  connection.onRequest(viewRequests.references, ({ key }: ViewParams, token) =>
    answer(token, (signal) => service.viewReferences(key, signal), []),
  );
  connection.onRequest(viewRequests.label, ({ uri }: FileParams, token) =>
    answer(token, async (signal) => (await service.blobLabel(uri, signal)) ?? null, null),
  );
}
