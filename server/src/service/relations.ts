import type { DocumentHighlight, Location, Position } from 'vscode-languageserver-types';
import { URI } from 'vscode-uri';
import { stoppable } from '../content/stores/stoppable.ts';
import { highlightsOf } from '../features/highlights.ts';
import { implementationsOf } from '../features/implementations.ts';
import { fileStart } from '../features/ranges.ts';
import { definitionInConfig, typeAt } from '../features/type-definition.ts';
import { typePageOf } from '../features/type-page.ts';
import { typeScheme } from '../protocol.ts';
import { parseJson } from '../syntax/parse.ts';
import { isFormatted, sourceOf } from '../workspace/shown.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { atPosition } from './asking.ts';
import { currentTextAt } from './edited-texts.ts';
import { formattedText } from './formatted.ts';

/** Queries about things related to a position in an open document. */
export interface Relations {
  /** Occurrences of the value at a position. Empty if the editor's word matching is sufficient. */
  highlights(uri: string, position: Position): Promise<readonly DocumentHighlight[]>;
  /** The manifests that the value at a position stands for. */
  implementations(uri: string, position: Position, signal?: AbortSignal): Promise<readonly Location[]>;
  /**
   * The definition of a type: in the configuration file, or, if the client supports virtual documents
   * (`showsContents`), a page about it.
   */
  typeDefinition(uri: string, position: Position, showsContents: boolean): Promise<Location | undefined>;
  /** The text of a virtual document: a formatted view, or a page about a type. */
  shownText(uri: string): Promise<string | undefined>;
}

export function relations(workspace: Workspace): Relations {
  const { host, contents } = workspace;
  return {
    async highlights(uri, position) {
      const found = await atPosition(workspace, uri, position, (document, offset, open) =>
        highlightsOf(document, offset, open.document === undefined ? open.documents : undefined),
      );
      return found ?? [];
    },

    async implementations(uri, position, signal) {
      const found = await atPosition(workspace, uri, position, (document, offset) =>
        implementationsOf(document, offset, stoppable(contents, signal)),
      );
      return found ?? [];
    },

    async typeDefinition(uri, position, showsContents) {
      const type = await atPosition(workspace, uri, position, typeAt);
      if (type === undefined) return undefined;
      const configUri = uri.includes('/') ? await workspace.configUriOf(uri) : undefined;
      const text = configUri === undefined ? undefined : await currentTextAt(configUri, host, contents.files);
      const inConfig =
        configUri === undefined || text === undefined
          ? undefined
          : definitionInConfig(configUri, parseJson(text), type);
      if (inConfig !== undefined) return inConfig;
      const page = showsContents ? typePageOf(type, (await workspace.settingsOf(uri)).ownTypes) : undefined;
      return page === undefined ? undefined : { uri: pageUriOf(type, uri), range: fileStart };
    },

    async shownText(uri) {
      if (isFormatted(uri)) return formattedText(sourceOf(uri), host, contents);
      const { scheme, query, fragment } = URI.parse(uri);
      if (scheme !== typeScheme) return undefined;
      return typePageOf(query, fragment === '' ? undefined : (await workspace.settingsOf(fragment)).ownTypes);
    },
  };
}

function pageUriOf(type: string, near: string): string {
  const path = `/${type.replace(/[^\w.+-]+/g, '-')}.md`;
  return URI.from({ scheme: typeScheme, path, query: type, fragment: near }).toString();
}
