import type { Location } from 'vscode-languageserver-types';
import type { OciDocument } from '../oci/document.ts';
import type { JsonDocument } from '../syntax/parse.ts';
import { memberAbove, memberOf, nameSpanOf, stringAt, stringOf, valueOf } from '../syntax/tree.ts';
import { descriptorAt } from './content-links.ts';
import { toRange } from './ranges.ts';
import { valueAtOffset } from './same-names.ts';

/** The type of what is at an offset: the one that stands there, or that of the descriptor around it or of the document. */
export function typeAt(document: OciDocument, offset: number): string | undefined {
  if (document.kind === undefined) return undefined;
  const node = valueAtOffset(document.root, offset);
  const name = node && memberAbove(node)?.name;
  if (name === 'mediaType' || name === 'artifactType') return stringOf(node) || undefined;
  const object = descriptorAt(document, offset)?.node ?? document.root;
  return stringAt(object, 'artifactType') || stringAt(object, 'mediaType') || document.row?.mediaTypes[0];
}

/** Where a configuration file says what a type is. */
export function definitionInConfig(uri: string, { root, lines }: JsonDocument, type: string): Location | undefined {
  const member = memberOf(valueOf(root, 'artifactTypes'), type) ?? memberOf(valueOf(root, 'mediaTypes'), type);
  return member && { uri, range: toRange(lines, nameSpanOf(member)) };
}
