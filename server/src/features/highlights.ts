import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types';
import type { OciDocument } from '../oci/document.ts';
import { configLayersOf, layerAt } from '../oci/image-layers.ts';
import type { LineIndex } from '../syntax/lines.ts';
import type { Span } from '../syntax/span.ts';
import { spanOf, valueOf } from '../syntax/tree.ts';
import { toRange } from './ranges.ts';
import { nameAt, sameNames, valueAtOffset } from './same-names.ts';

/**
 * Occurrences of the value at an offset: the same digest, type or annotation; for a layer in an image config, its
 * DiffID and history entry. `others`: documents in the same file. If the result is empty, editors fall back to
 * highlighting equal words.
 */
export function highlightsOf(
  document: OciDocument,
  offset: number,
  others: readonly OciDocument[] = [document],
): DocumentHighlight[] {
  const { root, kind } = document;
  if (kind === undefined) return [];
  const name = nameAt(root, offset);
  const history = historyOfLayer(document, offset);
  if (name === undefined) return history;
  const same = others.flatMap(({ root: other, json }) =>
    Array.from(sameNames(other, name), ({ span }) => highlight(json.lines, span)),
  );
  return [...same, ...history];
}

/** From a DiffID, the history entry of its layer; from a history entry, both. */
function historyOfLayer({ root, json }: OciDocument, offset: number): DocumentHighlight[] {
  const node = valueAtOffset(root, offset);
  const position = node && layerAt(root, node);
  if (position === undefined) return [];
  const { diffIds, history } = configLayersOf(root);
  const entry = history[position];
  const places = [
    diffIds[position] === node ? undefined : diffIds[position],
    entry && (valueOf(entry, 'created_by') ?? entry),
  ];
  return places.flatMap((one) => (one === undefined ? [] : [highlight(json.lines, spanOf(one))]));
}

function highlight(lines: LineIndex, span: Span): DocumentHighlight {
  return { range: toRange(lines, span), kind: DocumentHighlightKind.Text };
}
