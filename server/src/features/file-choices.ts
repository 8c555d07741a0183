import type { Contents } from '../content/stores/contents.ts';
import { below, folderOf, nameOf } from '../content/uris.ts';
import { titleKey } from '../oci/annotation-keys.ts';
import type { OciDocument } from '../oci/document.ts';
import { pointerOf } from '../syntax/pointer.ts';
import { stringAt, valueOf } from '../syntax/tree.ts';
import { inOneLine } from './markdown.ts';

/** Files for the user to choose from. */
export interface FileChoices {
  readonly choices: readonly FileChoice[];
  /** Whether the list is incomplete. */
  readonly isCut: boolean;
}

export interface FileChoice {
  /** Unique display name. */
  readonly title: string;
  readonly uri: string;
}

/** Longer lists are not practical in a message with buttons. */
const maxChoices = 20;

/** Maximum number of directory entries to check. */
const maxLooks = 1000;

/**
 * Regular files next to a document for which a descriptor can be created: first the one with the descriptor's title,
 * then those with titles of other descriptors, then the rest. `pointer`: the existing descriptor, if any.
 */
export async function fileChoicesOf(
  document: OciDocument,
  pointer: string | undefined,
  { files }: Contents,
): Promise<FileChoices> {
  const folder = folderOf(document.uri);
  const own = nameOf(document.uri);
  const names = new Set(
    ((await files.list(folder)) ?? []).filter((name) => !name.startsWith('.') && name !== own).sort(),
  );
  const titles = titlesOf(document, pointer).filter((title) => names.has(title));
  const ordered = [...new Set([...titles, ...names])];
  const choices = new Map<string, string>();
  for (const name of ordered.slice(0, maxLooks)) {
    const uri = below(folder, name);
    const stat = await files.stat(uri).catch(() => undefined);
    if (stat?.type !== 'file') continue;
    if (choices.size === maxChoices) return { choices: toChoices(choices), isCut: true };
    choices.set(freeTitle(inOneLine(name, 80), choices), uri);
  }
  return { choices: toChoices(choices), isCut: ordered.length > maxLooks };
}

/** The distinct titles in a document, starting with that of one descriptor. */
function titlesOf({ descriptors }: OciDocument, pointer: string | undefined): readonly string[] {
  const nodes = descriptors.map(({ node }) => node);
  const own = nodes.filter((node) => pointerOf(node) === pointer);
  return [...new Set([...own, ...nodes].flatMap((node) => stringAt(valueOf(node, 'annotations'), titleKey) ?? []))];
}

/** Different names may look the same when displayed; these are numbered. */
function freeTitle(title: string, taken: ReadonlyMap<string, string>): string {
  let free = title;
  for (let count = 2; taken.has(free); count++) free = `${title} (${count})`;
  return free;
}

function toChoices(choices: ReadonlyMap<string, string>): readonly FileChoice[] {
  return [...choices].map(([title, uri]) => ({ title, uri }));
}
