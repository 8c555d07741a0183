import { type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import { refNameKey, titleKey } from '../oci/annotation-keys.ts';
import type { WrittenDescriptor } from '../oci/descriptor.ts';
import { toDigestText } from '../oci/descriptor.ts';
import type { OciDocument } from '../oci/document.ts';
import { platformTextOf } from '../oci/platform-text.ts';
import { type JsonNode, spanOf, stringOf, valueOf } from '../syntax/tree.ts';
import { labelOf } from './labels.ts';
import { inOneLine } from './markdown.ts';
import { toRange } from './ranges.ts';

/**
 * Workspace symbols for descriptors, by digest, tag, file name or platform. Returns those that match a query, up to a
 * limit. With pauses, because an index may have tens of thousands of descriptors.
 */
export function* contentSymbolsOf(
  document: OciDocument,
  query: string,
  limit: number,
): Generator<void, SymbolInformation[]> {
  const found: SymbolInformation[] = [];
  const text = query.toLowerCase();
  for (const written of document.descriptors) {
    if (found.length >= limit) break;
    yield;
    const matches = namesOf(written).filter(({ name }) => isMatch(name, text));
    found.push(...matches.map((named) => symbolOf(document, written, named)));
  }
  return found.slice(0, limit);
}

/** Whether a name matches a query: digests by prefix, with or without the algorithm; other names by any part. */
function isMatch(name: string, text: string): boolean {
  const written = name.toLowerCase();
  if (!digestForm.test(written)) return written.includes(text);
  return written.startsWith(text) || written.slice(written.indexOf(':') + 1).startsWith(text);
}

/** A name and its location. */
interface Named {
  readonly name: string;
  readonly node: JsonNode;
  readonly isDigest?: true;
}

function namesOf({ node, value }: WrittenDescriptor): readonly Named[] {
  const annotations = valueOf(node, 'annotations');
  const named = names.flatMap((key) => namedBy(valueOf(annotations, key)));
  // The text of a platform combines several properties, so the symbol's range is the whole object.
  const platform = valueOf(node, 'platform');
  const platformText = platform && platformTextOf(platform);
  const digest = valueOf(node, 'digest');
  return [
    ...named,
    ...(platform === undefined || platformText === undefined
      ? []
      : [{ name: inOneLine(platformText, 200), node: platform }]),
    ...(digest === undefined || value === undefined
      ? []
      : [{ name: toDigestText(value.digest), node: digest, isDigest: true as const }]),
  ];
}

function namedBy(node: JsonNode | undefined): readonly Named[] {
  const name = inOneLine(stringOf(node) ?? '', 200);
  return node === undefined || name === '' ? [] : [{ name, node }];
}

const digestForm = /^[a-z0-9]+:[0-9a-f]{32,}$/;

const names = [refNameKey, titleKey];

function symbolOf(
  document: OciDocument,
  written: WrittenDescriptor,
  { name, node, isDigest }: Named,
): SymbolInformation {
  return {
    name,
    kind: isDigest === true ? SymbolKind.Key : SymbolKind.Package,
    location: { uri: document.uri, range: toRange(document.json.lines, spanOf(node)) },
    containerName: labelOf(written),
  };
}
