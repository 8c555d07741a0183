import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { WrittenDescriptor } from '../oci/descriptor.ts';
import { toDigestText } from '../oci/descriptor.ts';
import { shortDigest } from '../oci/digest.ts';
import type { OciDocument } from '../oci/document.ts';
import type { Role } from '../oci/kinds.ts';
import { counted } from '../protocol/counted.ts';
import {
  itemsOf,
  type JsonMember,
  type JsonNode,
  memberSpanOf,
  membersOf,
  nameSpanOf,
  spanOf,
  stringOf,
  valueOf,
  writtenOf,
} from '../syntax/tree.ts';
import { labelOf } from './labels.ts';
import { inOneLine } from './markdown.ts';
import { toRange } from './ranges.ts';

/** The outline: the document's properties in order, with a descriptive entry for each descriptor. With pauses. */
export function* outlineOf(document: OciDocument): Generator<void, DocumentSymbol[]> {
  if (document.kind === undefined) return [];
  const descriptors = new Map(document.descriptors.map((written) => [written.node, written]));
  const symbols: DocumentSymbol[] = [];
  for (const member of membersOf(document.root)) symbols.push(yield* symbolOf(document, member, descriptors));
  return symbols;
}

type Descriptors = ReadonlyMap<JsonNode, WrittenDescriptor>;

function* symbolOf(
  document: OciDocument,
  member: JsonMember,
  descriptors: Descriptors,
): Generator<void, DocumentSymbol> {
  const { name, value } = member;
  const own = value && descriptors.get(value);
  const children: DocumentSymbol[] = [];
  for (const item of itemsOf(value)) {
    const written = descriptors.get(item);
    if (written === undefined) continue;
    yield;
    children.push(descriptorSymbolOf(document, written));
  }
  return {
    name: inOneLine(name, 200) || '""',
    detail: own === undefined ? detailOf(value) : labelOf(own),
    kind: own === undefined ? kindOf(value) : symbolKinds[own.role],
    range: toRange(document.json.lines, memberSpanOf(member)),
    selectionRange: toRange(document.json.lines, nameSpanOf(member)),
    children,
  };
}

function descriptorSymbolOf({ json }: OciDocument, written: WrittenDescriptor): DocumentSymbol {
  const { node, role, value } = written;
  const at = valueOf(node, 'digest') ?? node;
  return {
    name: labelOf(written),
    detail: value === undefined ? 'incomplete' : shortDigest(toDigestText(value.digest)),
    kind: symbolKinds[role],
    range: toRange(json.lines, spanOf(node)),
    selectionRange: toRange(json.lines, spanOf(at)),
  };
}

const symbolKinds: Readonly<Record<Role, SymbolKind>> = {
  manifest: SymbolKind.Package,
  config: SymbolKind.Property,
  layer: SymbolKind.File,
  blob: SymbolKind.File,
  subject: SymbolKind.Interface,
  descriptor: SymbolKind.Object,
};

function kindOf(value: JsonNode | undefined): SymbolKind {
  switch (value?.type) {
    case 'object':
      return SymbolKind.Module;
    case 'array':
      return SymbolKind.Array;
    case 'number':
      return SymbolKind.Number;
    case 'boolean':
      return SymbolKind.Boolean;
    default:
      return SymbolKind.String;
  }
}

/** The value of a scalar, or the number of children of an object or array. */
function detailOf(value: JsonNode | undefined): string {
  if (value?.type === 'object') return counted(membersOf(value).length, 'property', 'properties');
  if (value?.type === 'array') return counted(itemsOf(value).length, 'entry', 'entries');
  const text = stringOf(value) ?? writtenOf(value) ?? '';
  return inOneLine(text, 60);
}
