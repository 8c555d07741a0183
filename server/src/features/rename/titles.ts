import { titledPathOf } from '../../content/stores/titled-store.ts';
import { titleKey } from '../../oci/annotation-keys.ts';
import type { OciDocument } from '../../oci/document.ts';
import { replaceValue, type TextEdit } from '../../syntax/edit.ts';
import { stringOf, valueOf } from '../../syntax/tree.ts';

/**
 * Gives the descriptors that go by the path of a file the path that it gets: `pathOf` says which, for a path from the document's
 * folder on; undefined to leave it.
 */
export function titleEdits({ descriptors }: OciDocument, pathOf: (path: string) => string | undefined): TextEdit[] {
  return descriptors.flatMap(({ node }) => {
    const title = valueOf(valueOf(node, 'annotations'), titleKey);
    const path = titledPathOf(stringOf(title));
    const newPath = path && pathOf(path);
    return title === undefined || newPath === undefined || newPath === path
      ? []
      : [replaceValue(title, JSON.stringify(newPath))];
  });
}
