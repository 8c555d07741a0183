import type { CodeLens, Command } from 'vscode-languageserver-types';
import { isInside } from '../content/inside-uris.ts';
import { blobDigestOf } from '../content/layout/layout.ts';
import type { Contents } from '../content/stores/contents.ts';
import { eachInTurns, type Turn } from '../content/turns.ts';
import type { WrittenDescriptor } from '../oci/descriptor.ts';
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

/** Data that a lens keeps until it is resolved. */
export interface LensData {
  readonly uri: string;
  /** Pointer of the descriptor; absent for the document's own lens. */
  readonly pointer?: string;
  /** Distinguishes the descriptor from others on the same line: `layers[1]`. */
  readonly label?: string;
  /** The lens shows the references to the document. */
  readonly isOfReferences?: true;
}

/**
 * The unresolved lenses of a document: at its start and at each descriptor. `uri`: the open file, which may be a view
 * of the document.
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
  const listed: CodeLens[] = [];
  const list = ({ node }: WrittenDescriptor): void => {
    listed.push(lensAt(startOf(node), { uri, pointer: pointerOf(node) }));
  };
  await eachInTurns(descriptors, list, contents.turn);
  return [...own, ...(await labeled(listed, contents.turn))];
}

/** Lenses on the same line are labeled with their position in the document. */
async function labeled(lenses: readonly CodeLens[], turn: Turn): Promise<readonly CodeLens[]> {
  const counts = new Map<number, number>();
  for (const { range } of lenses) counts.set(range.start.line, (counts.get(range.start.line) ?? 0) + 1);
  const label = (lens: CodeLens): void => {
    const data: LensData = lens.data;
    if (counts.get(lens.range.start.line) === 1) return;
    lens.data = { ...data, label: data.pointer?.slice(1).replace(/\/(\d+)$/, '[$1]') ?? '' };
  };
  await eachInTurns(lenses, label, turn);
  return lenses;
}

/** Maximum number of lenses resolved in advance. */
const maxKnown = 500;

/**
 * Resolves lenses of descriptors whose results are cached, because a separate request for each takes much longer. Only
 * in layouts, where no search for content is needed.
 */
export async function withKnownTexts(
  lenses: readonly CodeLens[],
  document: OciDocument,
  contents: Contents,
  part: ClientPart,
): Promise<CodeLens[]> {
  if (lenses.length > maxKnown || (await contents.layoutOf(document.uri)) === undefined) return [...lenses];
  const isShown = (lenses[0]?.data as LensData | undefined)?.uri !== document.uri;
  const known = async (lens: CodeLens): Promise<CodeLens> => {
    const { pointer, label } = lens.data as LensData;
    if (pointer === undefined) return lens;
    const text = await knownDescriptorLensOf(document, pointer, label, contents, part);
    return text === undefined ? lens : { ...lens, command: toCommand(text, isShown, document.uri) };
  };
  // A failed lens stays unresolved. Resolving it later reports the error.
  return Promise.all(lenses.map((lens) => known(lens).catch(() => lens)));
}

/** Resolves a lens: its title and its command. Lenses of read-only views change nothing. */
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
  { pointer, label, isOfReferences }: LensData,
  contents: Contents,
  part: ClientPart,
  isShown: boolean,
): Promise<LensText> {
  if (pointer !== undefined) return descriptorLensOf(document, pointer, label, contents, part);
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
