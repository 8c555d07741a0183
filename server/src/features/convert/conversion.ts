import type { OciDocument } from '../../oci/document.ts';
import type { TextEdit } from '../../syntax/edit.ts';
import type { Span } from '../../syntax/span.ts';
import { memberOf, memberSpanOf, spanOf } from '../../syntax/tree.ts';

/** A document of one sort made one of another, in place. */
export interface Conversion {
  /** What an editor offers it as; says what is lost, where something is. */
  readonly title: string;
  /** Where it is offered unasked; everywhere to who asks for refactorings. */
  readonly places: readonly Span[];
  readonly edits: readonly TextEdit[];
}

/** Tells whether a document can be converted, and how. Asked only about JSON without a fault. */
export type Convert = (document: OciDocument) => Conversion | undefined;

/** The beginning of a document, where it says what it is. */
export function headOf({ root }: OciDocument): Span {
  const start = root === undefined ? 0 : spanOf(root).start;
  const telling = memberOf(root, 'mediaType') ?? memberOf(root, 'schemaVersion');
  return { start, end: telling === undefined ? start + 1 : memberSpanOf(telling).end };
}
