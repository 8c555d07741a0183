import type { Layout } from '../content/layout/layout.ts';
import { documentNamesOf } from '../content/picture/document-names.ts';
import type { PictureSource } from '../content/picture/drawing.ts';
import { foldPicture } from '../content/picture/fold-picture.ts';
import { documentPicture, layoutsPicture } from '../content/picture/picture.ts';
import { type Grown, grow } from '../content/tree/grow.ts';
import { createTree } from '../content/tree/oci-tree.ts';
import { toDot } from '../features/picture/dot.ts';
import { toMermaid } from '../features/picture/mermaid.ts';
import { printableLines } from '../features/printable.ts';
import { pictureJson } from '../features/tree/picture-json.ts';
import { treeJson } from '../features/tree/tree-json.ts';
import { treeText } from '../features/tree/tree-text.ts';
import { errorsIn } from '../lint/check.ts';
import type { OciDocument } from '../oci/document.ts';
import { fileAt, layoutsIn } from './documents.ts';
import { choiceIn, flagIn, type Input, Refusal, requiredText } from './input.ts';
import type { ToolContext } from './tool-context.ts';

/** The contents of a layout or document, as text or JSON. */
export async function treeTool(input: Input, context: ToolContext): Promise<string> {
  const tree = createTree(context.contents, flagIn(input, 'verify') ? 'all' : 'small');
  const found = await layoutsOrDocument(requiredText(input, 'path'), context);
  const roots =
    found.document === undefined
      ? await Promise.all(found.layouts.map((layout) => tree.layout(layout)))
      : [tree.document(found.document)];
  const grown: Grown[] = [];
  for (const root of roots) grown.push(await grow(root, tree));
  const isJson = choiceIn(input, 'format', ['text', 'json']) === 'json';
  return isJson ? treeJson(grown, context.shown) : printableLines(treeText(grown, context.shown));
}

/** The reference graph as a diagram. */
export async function graphTool(input: Input, context: ToolContext): Promise<string> {
  const format = choiceIn(input, 'format', ['mermaid', 'json', 'dot']);
  const source: PictureSource = {
    contents: context.contents,
    depth: flagIn(input, 'verify') ? 'all' : 'small',
    findingsIn: async (document) => {
      const { rules, isEnabled } = await context.settings.settingsOf(document.uri);
      return isEnabled ? errorsIn(document, rules, context.contents.turn) : [];
    },
  };
  const found = await layoutsOrDocument(requiredText(input, 'path'), context);
  const picture =
    found.document === undefined
      ? await layoutsPicture(found.layouts, source)
      : await documentPicture(found.document, source);
  const names = documentNamesOf(picture, context.shown);
  if (format === 'json') return pictureJson(picture, context.shown);
  return format === 'dot' ? toDot(picture, names) : toMermaid(foldPicture(picture), names);
}

async function layoutsOrDocument(
  path: string,
  context: ToolContext,
): Promise<{ readonly layouts: readonly Layout[]; readonly document?: OciDocument }> {
  const found = await context.at(path);
  if (found.type === 'folder') return { layouts: await layoutsIn(found, path, context) };
  const document = (await fileAt(found.uri, context))?.document;
  if (document?.kind === undefined) throw new Refusal(`${JSON.stringify(path)} is not an OCI document or layout`);
  return { layouts: [], document };
}
