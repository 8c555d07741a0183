import { type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import type { WrittenDescriptor } from '../oci/descriptor.ts';
import { toDigestText } from '../oci/descriptor.ts';
import type { OciDocument } from '../oci/document.ts';
import { platformTextOf } from '../oci/platform-text.ts';
import { type JsonNode, spanOf, stringOf, valueOf } from '../syntax/tree.ts';
import { labelOf } from './labels.ts';
import { inOneLine } from './markdown.ts';
import { toRange } from './ranges.ts';

/** Everything that descriptors can be looked up by: digests, tags, file names and platforms. */
export function contentSymbolsOf(document: OciDocument): SymbolInformation[] {
  return document.descriptors.flatMap((written) => {
    const { node, value } = written;
    const annotations = valueOf(node, 'annotations');
    const named = names.flatMap((key) => symbolOf(document, written, valueOf(annotations, key)));
    const digest = value === undefined ? [] : symbolOf(document, written, valueOf(node, 'digest'));
    return [...named, ...platformSymbolOf(document, written), ...digest];
  });
}

/** Whether a query means a symbol: a digest by its first digits, with or without the algorithm; a name by any part. */
export function isMeant({ name }: SymbolInformation, query: string): boolean {
  const wanted = query.toLowerCase();
  const written = name.toLowerCase();
  if (!digestForm.test(written)) return written.includes(wanted);
  return written.startsWith(wanted) || written.slice(written.indexOf(':') + 1).startsWith(wanted);
}

const digestForm = /^[a-z0-9]+:[0-9a-f]{32,}$/;

const names = ['org.opencontainers.image.ref.name', 'org.opencontainers.image.title'];

/** By the platform as people write it: it stands in several members, so that its symbol is the whole object. */
function platformSymbolOf(document: OciDocument, written: WrittenDescriptor): SymbolInformation[] {
  const node = valueOf(written.node, 'platform');
  const name = platformTextOf(node);
  return node === undefined || name === undefined ? [] : [symbolAt(document, written, node, inOneLine(name, 200))];
}

function symbolOf(document: OciDocument, written: WrittenDescriptor, node: JsonNode | undefined): SymbolInformation[] {
  const isDigest = node !== undefined && node === valueOf(written.node, 'digest');
  const name = isDigest ? toDigestText(written.value!.digest) : inOneLine(stringOf(node) ?? '', 200);
  return node === undefined || !name ? [] : [symbolAt(document, written, node, name)];
}

function symbolAt(document: OciDocument, written: WrittenDescriptor, node: JsonNode, name: string): SymbolInformation {
  const isDigest = node === valueOf(written.node, 'digest');
  return {
    name,
    kind: isDigest ? SymbolKind.Key : SymbolKind.Package,
    location: { uri: document.uri, range: toRange(document.json.lines, spanOf(node)) },
    containerName: labelOf(written),
  };
}
