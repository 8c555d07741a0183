import { readSmallFile } from '../content/files.ts';
import { hashSmall } from '../content/hash-small.ts';
import { blobDigestOf } from '../content/layout/layout.ts';
import { type Contents, maxDocumentSize } from '../content/stores/contents.ts';
import { shortDigest } from '../oci/digest.ts';
import type { OciDocument } from '../oci/document.ts';
import { copyTextCommand, showReferencesCommand, updateAllCommand } from '../protocol.ts';
import { decodeDocument, encodeLike } from '../syntax/encoding.ts';
import { startOf } from '../syntax/tree.ts';
import type { ClientPart } from './client-part.ts';
import { referencesToDocument } from './content-links.ts';
import { throughLayout } from './descriptor-lens.ts';
import type { LensText } from './lens-text.ts';
import { humanSize } from './sizes.ts';
import { staleTargetsOf } from './update-all.ts';

/**
 * Digest and size of the file, and of what saving would write if that differs. A click copies the digest. If a blob's
 * bytes do not match its name, the click updates the layout instead.
 */
export async function documentLensOf(
  document: OciDocument,
  contents: Contents,
  part: ClientPart,
  isShown: boolean,
): Promise<LensText> {
  const { text } = document.json;
  const file = await readSmallFile(contents.files, document.uri, maxDocumentSize).catch(() => undefined);
  const bytes = file ?? new TextEncoder().encode(text);
  const isEdited = file !== undefined && !isShown && decodeDocument(file).text !== text;
  const edited = isEdited ? encodeLike(text, file) : undefined;
  const digest = sha256Of(bytes);
  const parts = [
    `${file === undefined ? 'unsaved: ' : ''}${shortDigest(digest)}`,
    humanSize(bytes.length),
    ...(edited === undefined ? [] : [`with your changes ${shortDigest(sha256Of(edited))}`]),
  ];
  const said = parts.join(' · ');
  const layout = await contents.layoutOf(document.uri);
  const name = layout && blobDigestOf(document.uri);
  if (name !== undefined && hashSmall(name.algorithm, edited ?? bytes) !== name.encoded)
    return { text: `✗ ${said}`, click: throughLayout(document) };
  const { length: stale } = await staleTargetsOf(document, contents);
  if (stale > 1)
    return {
      text: `${said} · ${stale} outdated`,
      click: { change: 'update all', command: updateAllCommand, arguments: [document.uri] },
    };
  return part.hasCommands ? { text: said, click: { command: copyTextCommand, arguments: [digest] } } : { text: said };
}

function sha256Of(bytes: Uint8Array): string {
  return `sha256:${hashSmall('sha256', bytes)}`;
}

/** The number of references to a blob in its layout. A click shows them. */
export async function referencesLensOf(document: OciDocument, contents: Contents, part: ClientPart): Promise<LensText> {
  const references = await referencesToDocument(document, contents);
  if (references.length === 0) return { text: 'unreferenced' };
  const text = `referenced by ${references.length}`;
  if (!part.hasCommands) return { text };
  const at = document.json.lines.positionAt(document.root === undefined ? 0 : startOf(document.root));
  return { text, click: { command: showReferencesCommand, arguments: [document.uri, at, references] } };
}
