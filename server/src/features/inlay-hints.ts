import type { InlayHint } from 'vscode-languageserver-types';
import type { WrittenDescriptor } from '../oci/descriptor.ts';
import type { OciDocument } from '../oci/document.ts';
import type { Span } from '../syntax/span.ts';
import { type JsonNode, spanOf, valueOf } from '../syntax/tree.ts';
import type { HintSettings } from '../workspace/settings.ts';
import { nameOf } from './labels.ts';
import { touches } from './ranges.ts';
import { exactSize, humanSize } from './sizes.ts';

/** Inlay hints in a range of a document: human-readable sizes, and names next to digests. */
export function inlayHintsOf(document: OciDocument, span: Span, settings: HintSettings): InlayHint[] {
  if (document.kind === undefined || (!settings.sizes && !settings.names)) return [];
  const inSight = document.descriptors.filter(({ node }) => touches(spanOf(node), span));
  return inSight.flatMap((written) => [
    ...(settings.names ? nameHintOf(document, written) : []),
    ...(settings.sizes ? sizeHintOf(document, written) : []),
  ]);
}

function nameHintOf(document: OciDocument, written: WrittenDescriptor): InlayHint[] {
  const name = nameOf(written);
  const digest = valueOf(written.node, 'digest');
  return name === undefined || digest === undefined ? [] : [hintAfter(document, digest, name)];
}

/** Below 1,000 bytes, the number is readable as it is. */
function sizeHintOf(document: OciDocument, { node, value }: WrittenDescriptor): InlayHint[] {
  const size = valueOf(node, 'size');
  if (size === undefined || value === undefined || value.size < 1000n) return [];
  return [{ ...hintAfter(document, size, humanSize(value.size)), tooltip: exactSize(value.size) }];
}

function hintAfter({ json }: OciDocument, node: JsonNode, label: string): InlayHint {
  return { position: json.lines.positionAt(spanOf(node).end), label, paddingLeft: true };
}
