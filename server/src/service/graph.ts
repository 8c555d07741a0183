import { documentNamesOf } from '../content/picture/document-names.ts';
import { foldPicture } from '../content/picture/fold-picture.ts';
import { documentPicture, layoutsPicture, type Picture, type PictureSource } from '../content/picture/picture.ts';
import type { Contents } from '../content/stores/contents.ts';
import { folderOf, nameOf } from '../content/uris.ts';
import { drawingOf } from '../features/picture/drawing.ts';
import { lint } from '../lint/lint.ts';
import { errorsOf } from '../lint/lint-finding.ts';
import type { OciDocument } from '../oci/document.ts';
import type { GraphPicture } from '../protocol.ts';
import type { RuleSettings } from '../rules/support/settings.ts';
import { sourceOf } from '../workspace/shown.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * The picture of the layout around a file or folder, or of an open document that is in none; undefined where there is none.
 */
export async function graphAround(
  shown: string,
  contents: Contents,
  workspace: Workspace,
): Promise<GraphPicture | undefined> {
  const uri = sourceOf(shown);
  const source: PictureSource = {
    contents,
    depth: 'small',
    // As people see it, saved or not.
    openDocument: workspace.documentOf,
    findingsIn: async (document) => {
      const { rules, isEnabled } = await workspace.settingsOf(document.uri);
      return isEnabled ? errorsIn(document, rules) : [];
    },
  };
  const layout = (await contents.layoutOf(uri)) ?? (await contents.layoutOf(`${uri}/index.json`));
  if (layout !== undefined) {
    const picture = foldPicture(await layoutsPicture([layout], source));
    return drawn(picture, layout.root, nameOf(layout.root), layout.root);
  }
  const document = await workspace.documentOf(uri);
  if (document?.kind === undefined) return undefined;
  return drawn(foldPicture(await documentPicture(document, source)), uri, nameOf(uri), folderOf(uri));
}

const known = new WeakMap<OciDocument, { readonly rules: RuleSettings; readonly errors: readonly string[] }>();

/** The errors of a document, worked out once: a picture follows each change, which is one of few documents. */
function errorsIn(document: OciDocument, rules: RuleSettings): readonly string[] {
  const last = known.get(document);
  if (last?.rules === rules) return last.errors;
  const errors = errorsOf(lint(document, rules));
  known.set(document, { rules, errors });
  return errors;
}

function drawn(picture: Picture, id: string, title: string, folder: string): GraphPicture {
  const names = documentNamesOf(picture, nameOf);
  const places = picture.nodes.flatMap(({ id: node, node: { uri } }) =>
    uri === undefined ? [] : [[node, uri] as const],
  );
  return { id, title, folder, drawing: drawingOf(picture, names), places: Object.fromEntries(places) };
}
