import { type Disposable, type FileDecoration, l10n, ThemeColor, type Uri, window } from 'vscode';
import { layerScheme } from '../../../server/src/protocol.ts';

/** The fragment of the URIs of what a layer deletes, as nodes of the view have them. */
export const deletedFragment = 'deleted';

/** Shows what a layer deletes as source control shows deleted files. */
export function decorateDeleted(): Disposable {
  return window.registerFileDecorationProvider({
    provideFileDecoration({ scheme, fragment }: Uri): FileDecoration | undefined {
      if (scheme !== layerScheme || fragment !== deletedFragment) return undefined;
      const color = new ThemeColor('gitDecoration.deletedResourceForeground');
      return { badge: 'D', color, tooltip: l10n.t('Deleted'), propagate: false };
    },
  });
}
