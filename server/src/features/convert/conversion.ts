import type { OciDocument } from '../../oci/document.ts';
import type { TextEdit } from '../../syntax/edit.ts';
import type { Span } from '../../syntax/span.ts';
import { memberOf, memberSpanOf, spanOf } from '../../syntax/tree.ts';

/** An in-place conversion to another kind of document. */
export interface Conversion {
  /** Title of the code action. Mentions what is lost, if anything. */
  readonly title: string;
  /** Where the light bulb offers it. Explicit requests for refactorings get it anywhere. */
  readonly places: readonly Span[];
  readonly edits: readonly TextEdit[];
}

/** Returns the conversion of a document, if it is applicable. Only called for valid JSON. */
export type Convert = (document: OciDocument) => Conversion | undefined;

/** The start of a document, where its type is declared. */
export function headOf({ root }: OciDocument): Span {
  const start = root === undefined ? 0 : spanOf(root).start;
  const telling = memberOf(root, 'mediaType') ?? memberOf(root, 'schemaVersion');
  return { start, end: telling === undefined ? start + 1 : memberSpanOf(telling).end };
}
