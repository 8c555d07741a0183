import type { Location } from 'vscode-languageserver-types';
import type { OciDocument } from '../oci/document.ts';
import type { JsonDocument } from '../syntax/parse.ts';
import { memberAbove, memberOf, nameSpanOf, stringAt, stringOf, valueOf } from '../syntax/tree.ts';
import { descriptorAt } from './content-links.ts';
import { toRange } from './ranges.ts';
import { valueAtOffset } from './same-names.ts';

/** The type at an offset: the one written there, or that of the enclosing descriptor or document. */
export function typeAt(document: OciDocument, offset: number): string | undefined {
  if (document.kind === undefined) return undefined;
  const node = valueAtOffset(document.root, offset);
  const name = node && memberAbove(node)?.name;
  if (name === 'mediaType' || name === 'artifactType') return stringOf(node) || undefined;
  const object = descriptorAt(document, offset)?.node ?? document.root;
  return stringAt(object, 'artifactType') || stringAt(object, 'mediaType') || document.row?.mediaTypes[0];
}

/** The location in a configuration file that defines a type. */
export function definitionInConfig(uri: string, { root, lines }: JsonDocument, type: string): Location | undefined {
  const member = memberOf(valueOf(root, 'artifactTypes'), type) ?? memberOf(valueOf(root, 'mediaTypes'), type);
  return member && { uri, range: toRange(lines, nameSpanOf(member)) };
}
