import type { CodeLens, Command } from 'vscode-languageserver-types';
import { isInside } from '../content/inside-uris.ts';
import { blobDigestOf } from '../content/layout/layout.ts';
import type { Contents } from '../content/stores/contents.ts';
import type { OciDocument } from '../oci/document.ts';
import { verifyCommand } from '../protocol.ts';
import { pointerOf } from '../syntax/pointer.ts';
import { startOf } from '../syntax/tree.ts';
import type { LensSettings } from '../workspace/settings.ts';
import type { ClientPart } from './client-part.ts';
import { descriptorLensOf, knownDescriptorLensOf } from './descriptor-lens.ts';
import { documentLensOf, referencesLensOf } from './document-lens.ts';
import type { LensText } from './lens-text.ts';
import { toRange } from './ranges.ts';

/** What a lens remembers until it is seen. */
export interface LensData {
  readonly uri: string;
  /** The descriptor's; absent: it is the document's own lens. */
  readonly pointer?: string;
  /** How the descriptor is told from others on its line: `layers[1]`. */
  readonly place?: string;
  /** It is about who references the document. */
  readonly isOfReferences?: true;
}

/**
 * The places of all lenses: where the document and each descriptor begin. What they say is found out when they are seen.
 * `uri`: what is open, which may only show the document.
 */
export async function lensesOf(
  document: OciDocument,
  settings: LensSettings,
  uri: string,
  contents: Contents,
): Promise<CodeLens[]> {
  const { kind, root, descriptors, json } = document;
  if (kind === undefined || root === undefined) return [];
  const lensAt = (start: number, data: LensData): CodeLens => ({
    range: toRange(json.lines, { start, end: start }),
    data,
  });
  const isBlob = blobDigestOf(document.uri) !== undefined && (await contents.layoutOf(document.uri)) !== undefined;
  const references: LensData[] = isBlob ? [{ uri, isOfReferences: true }] : [];
  const own = settings.document ? [{ uri }, ...references].map((data) => lensAt(startOf(root), data)) : [];
  if (!settings.descriptors) return own;
  const listed = descriptors.map(({ node }) => lensAt(startOf(node), { uri, pointer: pointerOf(node) }));
  return [...own, ...toldApart(listed)];
}

/** Lenses on one line say where in the document they stand: the text below does not show it. */
function toldApart(lenses: readonly CodeLens[]): CodeLens[] {
  const counts = new Map<number, number>();
  for (const { range } of lenses) counts.set(range.start.line, (counts.get(range.start.line) ?? 0) + 1);
  return lenses.map((lens) => {
    if (counts.get(lens.range.start.line) === 1) return lens;
    const { pointer = '' } = lens.data as LensData;
    return { ...lens, data: { ...lens.data, place: pointer.slice(1).replace(/\/(\d+)$/, '[$1]') } };
  });
}

/** So many lenses are looked at before they are in sight. */
const mostKnown = 500;

/**
 * The same lenses, those of descriptors with what they say where that is known without reading anything: an editor asks for
 * each of the others, which takes much longer than knowing it. Only in a layout: elsewhere content has to be looked for.
 */
export async function withKnownTexts(
  lenses: readonly CodeLens[],
  document: OciDocument,
  contents: Contents,
  part: ClientPart,
): Promise<CodeLens[]> {
  if (lenses.length > mostKnown || (await contents.layoutOf(document.uri)) === undefined) return [...lenses];
  const isShown = (lenses[0]?.data as LensData | undefined)?.uri !== document.uri;
  const known = async (lens: CodeLens): Promise<CodeLens> => {
    const { pointer, place } = lens.data as LensData;
    if (pointer === undefined) return lens;
    const text = await knownDescriptorLensOf(document, pointer, place, contents, part);
    return text === undefined ? lens : { ...lens, command: toCommand(text, isShown, document.uri) };
  };
  // Whoever asks for one that could not be looked at is told why.
  return Promise.all(lenses.map((lens) => known(lens).catch(() => lens)));
}

/** What a lens says, and does when it is clicked. One on a document that is only shown changes nothing. */
export async function lensCommandOf(
  document: OciDocument,
  data: LensData,
  contents: Contents,
  part: ClientPart,
): Promise<Command> {
  const isShown = data.uri !== document.uri;
  return toCommand(await lensTextOf(document, data, contents, part, isShown), isShown, document.uri);
}

function lensTextOf(
  document: OciDocument,
  { pointer, place, isOfReferences }: LensData,
  contents: Contents,
  part: ClientPart,
  isShown: boolean,
): Promise<LensText> {
  if (pointer !== undefined) return descriptorLensOf(document, pointer, place, contents, part);
  return isOfReferences === true
    ? referencesLensOf(document, contents, part)
    : documentLensOf(document, contents, part, isShown);
}

function toCommand({ text, click }: LensText, isShown: boolean, uri: string): Command {
  const isReadOnly = isShown || (isInside(uri) && click?.command !== verifyCommand);
  if (click === undefined || (isReadOnly && click.change !== undefined)) return { title: text, command: '' };
  const title = click.change === undefined ? text : `${text} — ${click.change}`;
  return { title, command: click.command, arguments: [...click.arguments] };
}
