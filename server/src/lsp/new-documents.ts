import type { Connection } from 'vscode-languageserver';
import { type NewAnswer, type NewChoices, type NewQuestion, newRequests } from '../protocol.ts';
import type { Service } from '../service/service-types.ts';
import type { Guard } from './guard.ts';

/** Answers the client's questions about documents that are to be made. */
export function answerNewDocuments(connection: Connection, service: Service, guard: Guard): void {
  const nothing: NewChoices = { layouts: [], manifests: [] };
  const failed: NewAnswer = { problem: 'Cannot read the files.', text: '', files: [] };
  connection.onRequest(newRequests.sorts, () => service.newSorts());
  connection.onRequest(newRequests.choices, () => guard(() => service.newChoices(), nothing));
  connection.onRequest(newRequests.make, (question: NewQuestion) =>
    guard(() => service.newDocument(withoutNulls(question)), failed),
  );
}

/** Clients in other languages write null for what is absent. */
function withoutNulls(question: NewQuestion): NewQuestion {
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== null)) as unknown as NewQuestion;
}
