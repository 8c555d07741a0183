import type { Contents } from '../content/stores/contents.ts';
import type { Target } from '../content/stores/targets.ts';
import type { OciDocument } from '../oci/document.ts';
import { kindOfMediaType } from '../oci/kinds.ts';
import { mediaTypeInfoIn, type OwnTypes } from '../oci/own-types.ts';
import { valueOf } from '../syntax/tree.ts';
import { annotationLinesOf, factsOfKind } from './card-facts.ts';
import { contentStateOf } from './content-state.ts';
import { code, escaped, linkTo } from './markdown.ts';
import { rawContentLinesOf } from './raw-content.ts';

/** A hover card in Markdown for what a descriptor references. Text from documents is escaped. */
export async function contentCardOf(
  target: Target,
  contents: Contents,
  own?: OwnTypes,
  signal?: AbortSignal,
): Promise<string> {
  const { value, verdict } = target;
  const content = 'content' in verdict ? verdict.content : undefined;
  const isDocument = kindOfMediaType(value.mediaType) !== undefined;
  const document =
    content !== undefined && isDocument ? await contents.documentOf(content, value.mediaType, signal) : undefined;
  const head = [titleOf(target, document, own), contentStateOf(target)].join('  \n');
  const facts =
    document?.kind !== undefined
      ? ((await factsOfKind[document.kind]?.(document, contents)) ?? [])
      : content === undefined
        ? []
        : await rawContentLinesOf(content, contents, signal);
  // A document's own annotations are among its facts, and its descriptor often repeats them.
  const annotations = document === undefined ? annotationLinesOf(valueOf(target.written.node, 'annotations')) : [];
  const link = content?.uri === undefined ? [] : [linkTo('Open the content', content.uri)];
  return [head, facts.join('\n'), annotations.join('\n'), ...link].filter(Boolean).join('\n\n');
}

function titleOf(
  { value: { mediaType } }: Target,
  document: OciDocument | undefined,
  own: OwnTypes | undefined,
): string {
  const info = mediaTypeInfoIn(own, mediaType);
  const kind = document?.row?.title ?? info?.title;
  return kind === undefined
    ? `**Content** of type ${code(mediaType)}`
    : `**${escaped(capital(kind))}** · ${code(mediaType)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
