import { titledPathOf } from '../../content/stores/titled-store.ts';
import { titleKey } from '../../oci/annotation-keys.ts';
import type { OciDocument } from '../../oci/document.ts';
import { replaceValue, type TextEdit } from '../../syntax/edit.ts';
import { stringOf, valueOf } from '../../syntax/tree.ts';

/**
 * Updates titles that are paths of renamed files. `pathOf`: maps a path relative to the document's folder to the new
 * one; undefined to leave it unchanged.
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
