import type { Connection } from 'vscode-languageserver';
import { type NewChoices, type NewParams, type NewResult, newRequests } from '../protocol.ts';
import type { Service } from '../service/service-types.ts';
import type { Guard } from './guard.ts';

/** Handles requests to create documents. */
export function registerNewDocuments(connection: Connection, service: Service, guard: Guard): void {
  const nothing: NewChoices = { layouts: [], manifests: [] };
  const failed: NewResult = { problem: 'Cannot read the files.', text: '', files: [] };
  connection.onRequest(newRequests.artifacts, () => service.artifactChoices());
  connection.onRequest(newRequests.choices, () => guard(() => service.newChoices(), nothing));
  connection.onRequest(newRequests.make, (params: NewParams) =>
    guard(() => service.newDocument(withoutNulls(params)), failed),
  );
}

/** Clients in other languages write null for what is absent. */
function withoutNulls(params: NewParams): NewParams {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== null)) as unknown as NewParams;
}
