import type { Connection } from 'vscode-languageserver';
import { statusName } from '../protocol.ts';
import type { Service } from '../service/service-types.ts';

/** Sends the status of documents, whenever it has changed. */
export interface StatusDelivery {
  tell(uri: string): Promise<void>;
  forget(uri: string): void;
}

export function deliverStatus(
  connection: Connection,
  service: Service,
  openUris: () => readonly string[],
): StatusDelivery {
  /** What was last sent to the client, as JSON. */
  const sent = new Map<string, string>();
  return {
    async tell(uri) {
      const status = await service.status(uri);
      if (status === undefined || !openUris().includes(uri)) return;
      const written = JSON.stringify(status);
      if (sent.get(uri) === written) return;
      sent.set(uri, written);
      await connection.sendNotification(statusName, status);
    },
    forget(uri) {
      sent.delete(uri);
    },
  };
}
