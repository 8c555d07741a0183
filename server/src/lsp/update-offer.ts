import { type Connection, MessageType, ShowMessageRequest } from 'vscode-languageserver';
import { blobDigestOf } from '../content/layout/layout.ts';
import { changeSettingRequest, type SettingChange } from '../protocol.ts';
import type { Service } from '../service/service-types.ts';
import type { Abilities } from './abilities.ts';

const update = 'Update';
const never = "Don't Ask Again";

/** Handles the save of a document. */
export type OfferUpdate = (uri: string) => Promise<void>;

/**
 * Offers to update the layout when a saved blob no longer matches its name, with at most one prompt per layout at a
 * time. `updateLayout`: performs the update.
 */
export function offerUpdates(
  connection: Connection,
  { asksPeople, options }: Abilities,
  service: Service,
  updateLayout: (uri: string) => Promise<void>,
): OfferUpdate {
  const offered = new Set<string>();
  /** Only for the session if the client cannot change settings. */
  let isEnabled = true;

  async function ask(uri: string): Promise<void> {
    const answer = await connection.sendRequest(ShowMessageRequest.type, {
      type: MessageType.Info,
      message: 'The saved bytes no longer match the name of this blob. Update the layout?',
      actions: [{ title: update }, { title: never }],
    });
    if (answer?.title === update) await updateLayout(uri);
    if (answer?.title !== never) return;
    const change: SettingChange = { name: 'offerUpdateOnSave', value: false };
    if (options.hasCommands === true) await connection.sendRequest(changeSettingRequest, change);
    else isEnabled = false;
  }

  return async (uri) => {
    if (!asksPeople || !isEnabled || blobDigestOf(uri) === undefined) return;
    const layout = uri.slice(0, uri.lastIndexOf('/blobs/'));
    if (offered.has(layout)) return;
    offered.add(layout);
    try {
      if (await service.isToUpdate(uri)) await ask(uri);
    } finally {
      offered.delete(layout);
    }
  };
}
