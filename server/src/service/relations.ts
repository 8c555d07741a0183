import type { DocumentHighlight, Location, Position } from 'vscode-languageserver-types';
import type { Contents } from '../content/stores/contents.ts';
import { stoppable } from '../content/stores/stoppable.ts';
import { highlightsOf } from '../features/highlights.ts';
import { implementationsOf } from '../features/implementations.ts';
import type { Checks } from '../workspace/checks.ts';

/** What belongs to what is at a place of an open document. */
export interface Relations {
  /** What says the same as the value at a place; none where a comparison of words does. */
  highlights(uri: string, position: Position): Promise<readonly DocumentHighlight[]>;
  /** The manifests that what is at a place stands for. */
  implementations(uri: string, position: Position, signal?: AbortSignal): Promise<readonly Location[]>;
}

export function createRelations(contents: Contents, checks: Checks): Relations {
  return {
    async highlights(uri, position) {
      const document = (await checks.at(uri, position))?.document;
      if (document === undefined) return [];
      const others = (await checks.embeddedIn(uri))?.parts.map((part) => part.document);
      return highlightsOf(document, document.json.lines.offsetAt(position), others);
    },

    async implementations(uri, position, signal) {
      const document = (await checks.at(uri, position))?.document;
      if (document === undefined) return [];
      return implementationsOf(document, document.json.lines.offsetAt(position), stoppable(contents, signal));
    },
  };
}
