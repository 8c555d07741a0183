import { type CancellationToken, type Connection, MessageType } from 'vscode-languageserver';
import type { Service } from '../service/service-types.ts';
import type { Abilities } from './abilities.ts';
import type { DiagnosticDelivery } from './diagnostics.ts';
import { withProgress } from './progress.ts';
import type { Speaker } from './speaker.ts';

/** Updates the layout around a document to match its bytes and reports the result. */
export type UpdateLayout = (uri: string, token?: CancellationToken) => Promise<void>;

const title = 'Updating digests and sizes';

export function layoutUpdates(
  connection: Connection,
  { renamesFiles, takesVersionedEdits }: Abilities,
  service: Service,
  { say, applyEdit }: Speaker,
  delivery: DiagnosticDelivery,
): UpdateLayout {
  return async (uri, token) => {
    if (!renamesFiles || !takesVersionedEdits) {
      say(
        MessageType.Error,
        'This editor does not support file renames from a language server. Use `oci-lint rehash LAYOUT`.',
      );
      return;
    }
    const rehash = await withProgress(connection, title, token, (signal) => service.rehash(uri, signal));
    if (rehash === undefined) return;
    const { edit, done, problems } = rehash;
    if (problems.length > 0) say(MessageType.Warning, problemsText(problems, edit !== undefined));
    if (edit === undefined && problems.length === 0)
      say(MessageType.Info, 'All digests and sizes in this layout are up to date.');
    if (edit === undefined) return;
    // Marked as a refactoring, so that editors that save refactorings immediately do so: saving only a part would leave
    // a broken layout.
    const applying = applyEdit({ label: title, edit, metadata: { isRefactoring: true } });
    if ((await delivery.during(applying)) && done !== undefined) say(MessageType.Info, done);
  };
}

function problemsText(problems: readonly string[], isChanged: boolean): string {
  const more = problems.length > 3 ? ` And ${problems.length - 3} more.` : '';
  return `${isChanged ? '' : 'Nothing was changed. '}${problems.slice(0, 3).join(' ')}${more}`;
}
