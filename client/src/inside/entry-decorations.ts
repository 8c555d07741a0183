import { type Disposable, type FileDecoration, l10n, ThemeColor, type Uri, window } from 'vscode';
import { layerScheme } from '../../../server/src/protocol.ts';

/** The fragment in the URIs of deleted paths, as set by the tree. */
export const deletedFragment = 'deleted';

/** Shows paths that a layer deletes like source control shows deleted files. */
export function decorateDeleted(): Disposable {
  return window.registerFileDecorationProvider({
    provideFileDecoration({ scheme, fragment }: Uri): FileDecoration | undefined {
      if (scheme !== layerScheme || fragment !== deletedFragment) return undefined;
      const color = new ThemeColor('gitDecoration.deletedResourceForeground');
      return { badge: 'D', color, tooltip: l10n.t('Deleted'), propagate: false };
    },
  });
}
