import type { Contents } from '../content/stores/contents.ts';
import { below, folderOf, nameOf } from '../content/uris.ts';
import { titleKey } from '../oci/annotation-keys.ts';
import type { OciDocument } from '../oci/document.ts';
import { pointerOf } from '../syntax/pointer.ts';
import { stringAt, valueOf } from '../syntax/tree.ts';
import { inOneLine } from './markdown.ts';

/** Files that people may pick one of. */
export interface FileChoices {
  readonly choices: readonly FileChoice[];
  /** Whether there are others. */
  readonly isCut: boolean;
}

export interface FileChoice {
  /** The file's name as it is shown; no two are the same. */
  readonly title: string;
  readonly uri: string;
}

/** Nobody reads a longer list. */
const maxChoices = 20;

/** So many names are looked up, whatever stands there. */
const maxLooks = 1000;

/**
 * The regular files beside a document that a descriptor may be made from: the one that goes by the descriptor's title first,
 * then those that go by others, then the rest. `pointer`: the descriptor's, where there is one already.
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

/** The titles in a document, each once, that of one descriptor first. */
function titlesOf({ descriptors }: OciDocument, pointer: string | undefined): readonly string[] {
  const nodes = descriptors.map(({ node }) => node);
  const own = nodes.filter((node) => pointerOf(node) === pointer);
  return [...new Set([...own, ...nodes].flatMap((node) => stringAt(valueOf(node, 'annotations'), titleKey) ?? []))];
}

/** Names that differ may look the same: then they are counted. */
function freeTitle(title: string, taken: ReadonlyMap<string, string>): string {
  let free = title;
  for (let count = 2; taken.has(free); count++) free = `${title} (${count})`;
  return free;
}

function toChoices(choices: ReadonlyMap<string, string>): readonly FileChoice[] {
  return [...choices].map(([title, uri]) => ({ title, uri }));
}
