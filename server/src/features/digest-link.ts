import { isContent } from '../content/stores/content-store.ts';
import type { Contents } from '../content/stores/contents.ts';
import { type Promised, toDigestText, type WrittenDescriptor } from '../oci/descriptor.ts';
import { shortDigest } from '../oci/digest.ts';
import { code, linkTo } from './markdown.ts';

/** A descriptor's short digest in Markdown, linked if its content is a file. */
export async function digestLinkOf(written: WrittenDescriptor, near: string, contents: Contents): Promise<string> {
  if (written.value === undefined) return '';
  const short = code(shortDigest(toDigestText(written.value.digest)));
  const found = await contents.find(written, near).catch(() => undefined);
  const uri = (isContent(found) ? found.uri : undefined) ?? (await blobUriBeside(written, near, contents));
  return uri === undefined ? short : linkTo(short, uri);
}

/** The file with the same content as a descriptor's `data`; undefined if there is none. */
export async function blobUriBeside(
  { value, digestText, sizeText, title, data }: Promised,
  near: string,
  contents: Contents,
): Promise<string | undefined> {
  if (data === undefined) return undefined;
  const found = await contents
    .find({ value, digestText, sizeText, title, data: undefined }, near)
    .catch(() => undefined);
  return isContent(found) ? found.uri : undefined;
}
