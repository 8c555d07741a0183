import type { DocumentHighlight, Location, Position } from 'vscode-languageserver-types';
import { stoppable } from '../content/stores/stoppable.ts';
import { highlightsOf } from '../features/highlights.ts';
import { implementationsOf } from '../features/implementations.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { atPlace } from './asking.ts';

/** What belongs to what is at a place of an open document. */
export interface Relations {
  /** What says the same as the value at a place; none where a comparison of words does. */
  highlights(uri: string, position: Position): Promise<readonly DocumentHighlight[]>;
  /** The manifests that what is at a place stands for. */
  implementations(uri: string, position: Position, signal?: AbortSignal): Promise<readonly Location[]>;
}

export function relations(workspace: Workspace): Relations {
  return {
    async highlights(uri, position) {
      const found = await atPlace(workspace, uri, position, (document, offset, open) =>
        highlightsOf(document, offset, open.document === undefined ? open.documents : undefined),
      );
      return found ?? [];
    },

    async implementations(uri, position, signal) {
      const contents = stoppable(workspace.contents, signal);
      const found = await atPlace(workspace, uri, position, (document, offset) =>
        implementationsOf(document, offset, contents),
      );
      return found ?? [];
    },
  };
}
