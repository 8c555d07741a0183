import type { CodeLens, Command } from 'vscode-languageserver-types';
import { readSmallFile } from '../content/files.ts';
import { hashSmall } from '../content/hash-small.ts';
import { blobDigestOf } from '../content/layout/layout.ts';
import { type Contents, maxDocumentSize } from '../content/stores/contents.ts';
import { readTarget } from '../content/stores/targets.ts';
import { toDigestText } from '../oci/descriptor.ts';
import { shortDigest } from '../oci/digest.ts';
import type { OciDocument } from '../oci/document.ts';
import {
  chooseFileCommand,
  copyTextCommand,
  describeFileCommand,
  rehashCommand,
  updateAllCommand,
  updateSizeCommand,
  verifyCommand,
} from '../protocol.ts';
import { decodeDocument, encodeLike } from '../syntax/encoding.ts';
import { pointerOf } from '../syntax/pointer.ts';
import { startOf } from '../syntax/tree.ts';
import type { ClientPart } from './client-part.ts';
import { contentNameOf } from './content-name.ts';
import { contentStateOf } from './content-state.ts';
import { toRange } from './ranges.ts';
import { humanSize } from './sizes.ts';
import { staleTargetsOf } from './update-all.ts';

/** What a lens remembers until it is seen. */
export interface LensData {
  readonly uri: string;
  /** The descriptor's; absent: it is the document's own lens. */
  readonly pointer?: string;
}

/** Which lenses are wanted. */
export interface LensSettings {
  readonly document: boolean;
  readonly descriptors: boolean;
}

/**
 * The places of all lenses: where the document and each descriptor begin. What they say is found out when they are seen.
 * `uri`: what is open, which may only show the document.
 */
export function lensesOf(
  { kind, root, descriptors, json }: OciDocument,
  settings: LensSettings,
  uri: string,
): CodeLens[] {
  if (kind === undefined || root === undefined) return [];
  const lensAt = (start: number, data: LensData): CodeLens => ({
    range: toRange(json.lines, { start, end: start }),
    data,
  });
  const own = settings.document ? [lensAt(startOf(root), { uri })] : [];
  if (!settings.descriptors) return own;
  return [...own, ...descriptors.map(({ node }) => lensAt(startOf(node), { uri, pointer: pointerOf(node) }))];
}

/** What a lens says, and does when it is clicked. One on a document that is only shown changes nothing. */
export async function lensCommandOf(
  document: OciDocument,
  { uri, pointer }: LensData,
  contents: Contents,
  part: ClientPart,
): Promise<Command> {
  const isShown = uri !== document.uri;
  const command =
    pointer === undefined
      ? await documentCommandOf(document, contents, part, isShown)
      : await descriptorCommandOf(document, pointer, contents, part);
  return isShown && command.command !== copyTextCommand ? saying(command.title.split(' — ')[0]!) : command;
}

async function descriptorCommandOf(
  document: OciDocument,
  pointer: string,
  contents: Contents,
  part: ClientPart,
): Promise<Command> {
  const descriptor = [document.uri, pointer];
  const choosing = (state: string): Command => {
    const command = part.hasCommands ? chooseFileCommand : part.asksPeople ? describeFileCommand : undefined;
    if (command === undefined) return saying(state);
    return { title: `${state} — fill from file…`, command, arguments: descriptor };
  };
  const written = document.descriptors.find(({ node }) => pointerOf(node) === pointer);
  if (written?.value === undefined) return choosing('incomplete descriptor');
  const target = await readTarget(written, document.uri, contents, 'small');
  const state = contentStateOf(target);
  const { verdict } = target;
  switch (verdict.state) {
    case 'same':
      return saying(`${await contentNameOf(target, contents)} · ✓`);
    case 'missing':
      return choosing(state);
    case 'unread':
      return { title: `${state} — verify`, command: verifyCommand, arguments: descriptor };
    case 'other-size':
    case 'other-content': {
      const { uri, isGuess } = verdict.content;
      if (isGuess) return { title: `${state} — update`, command: describeFileCommand, arguments: [...descriptor, uri] };
      const isKnown = verdict.state === 'other-size' && verdict.isHashed;
      if (isKnown) return { title: `${state} — update`, command: updateSizeCommand, arguments: descriptor };
      const isInLayout = uri !== undefined && (await contents.layoutOf(document.uri)) !== undefined;
      return isInLayout
        ? { title: `${state} — update through the layout`, command: rehashCommand, arguments: [document.uri] }
        : saying(state);
    }
    default:
      return saying(state);
  }
}

/**
 * The digest and size of the file, of what saving would write where that differs, and how many point here. Where a blob's
 * bytes are not those of its name, it brings the layout in line with them.
 */
async function documentCommandOf(
  document: OciDocument,
  contents: Contents,
  part: ClientPart,
  isShown: boolean,
): Promise<Command> {
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
    ...(await mentionsText(document, contents)),
  ];
  const title = parts.join(' · ');
  const layout = await contents.layoutOf(document.uri);
  const name = layout && blobDigestOf(document.uri);
  if (name !== undefined && hashSmall(name.algorithm, edited ?? bytes) !== name.encoded)
    return { title: `✗ ${title} — update through the layout`, command: rehashCommand, arguments: [document.uri] };
  const { length: stale } = await staleTargetsOf(document, contents);
  if (stale > 1)
    return { title: `${title} · ${stale} outdated — update all`, command: updateAllCommand, arguments: [document.uri] };
  return part.hasCommands ? { title, command: copyTextCommand, arguments: [digest] } : saying(title);
}

function sha256Of(bytes: Uint8Array): string {
  return `sha256:${hashSmall('sha256', bytes)}`;
}

async function mentionsText({ uri }: OciDocument, contents: Contents): Promise<readonly string[]> {
  const digest = blobDigestOf(uri);
  const layout = digest && (await contents.layoutOf(uri));
  if (digest === undefined || layout === undefined) return [];
  const count = (await contents.wholeGraphOf(layout)).mentionsOf(toDigestText(digest)).length;
  return [count === 0 ? 'unreferenced' : `referenced by ${count}`];
}

/** A lens that only says something. */
function saying(title: string): Command {
  return { title, command: '' };
}
