import { documentNamesOf } from '../content/picture/document-names.ts';
import type { PictureSource } from '../content/picture/drawing.ts';
import { foldPicture } from '../content/picture/fold-picture.ts';
import { documentPicture, layoutsPicture } from '../content/picture/picture.ts';
import type { Picture } from '../content/picture/picture-graph.ts';
import type { Contents } from '../content/stores/contents.ts';
import { noTurn } from '../content/turns.ts';
import { folderOf, nameOf } from '../content/uris.ts';
import { drawingOf } from '../features/picture/drawing.ts';
import { errorsIn } from '../lint/check.ts';
import type { GraphPicture } from '../protocol.ts';
import { maxFindings } from '../workspace/max-findings.ts';
import { sourceOf } from '../workspace/shown.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The graph of the layout around a file or folder, or of an open standalone document; undefined if there is none. */
export async function graphAround(
  shown: string,
  contents: Contents,
  workspace: Workspace,
): Promise<GraphPicture | undefined> {
  const uri = sourceOf(shown);
  const source: PictureSource = {
    contents,
    depth: 'small',
    signal: contents.signal,
    // Use unsaved text, as the user sees it.
    openDocument: workspace.documentOf,
    findingsIn: async (document) => {
      const { rules, isEnabled } = await workspace.settingsOf(document.uri);
      // An edit during a pause would move the nodes of an open document. Most of its findings are known.
      const turn = workspace.host.openText(document.uri) === undefined ? contents.turn : noTurn;
      return isEnabled ? errorsIn(document, rules, turn, maxFindings) : [];
    },
  };
  const layout = (await contents.layoutOf(uri)) ?? (await contents.layoutOf(`${uri}/index.json`));
  if (layout !== undefined) {
    const picture = foldPicture(await layoutsPicture([layout], source));
    await contents.turn();
    return drawn(picture, layout.root, nameOf(layout.root), layout.root);
  }
  const document = await workspace.documentOf(uri);
  if (document?.kind === undefined) return undefined;
  return drawn(foldPicture(await documentPicture(document, source)), uri, nameOf(uri), folderOf(uri));
}

function drawn(picture: Picture, id: string, title: string, folder: string): GraphPicture {
  const names = documentNamesOf(picture, nameOf);
  const places = picture.nodes.flatMap(({ id: node, node: { uri } }) =>
    uri === undefined ? [] : [[node, uri] as const],
  );
  return { id, title, folder, drawing: drawingOf(picture, names), places: Object.fromEntries(places) };
}
