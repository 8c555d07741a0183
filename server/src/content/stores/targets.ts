import { type Descriptor, isWellFormed, type WellFormed } from '../../oci/descriptor.ts';
import { algorithmOf } from '../../oci/digest.ts';
import type { OciDocument } from '../../oci/document.ts';
import { keeping } from '../../syntax/kept.ts';
import { stringAt } from '../../syntax/tree.ts';
import { type Content, isRefusal, type Refusal } from './content-store.ts';
import type { Contents, Hashed } from './contents.ts';

/** How much of the content is read: only sizes and small documents; and what is small; all of it. */
export type Depth = 'sizes' | 'small' | 'all';

/** Nothing is read that was not read before. */
export type KnownDepth = 'known';

/** What became of the promise that a descriptor makes about bytes. */
export type Verdict =
  /** Nothing is there. */
  | { readonly state: 'missing' }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  /** It is there and could not be read. */
  | { readonly state: 'unreadable'; readonly content: Content; readonly why: string }
  /** The size is right, and nobody asked for more. */
  | { readonly state: 'unread'; readonly content: Content }
  | { readonly state: 'same'; readonly content: Content }
  /** The size differs; the digest is right, or was not looked at. */
  | { readonly state: 'other-size'; readonly content: Content; readonly isHashed: boolean }
  | { readonly state: 'other-content'; readonly content: Content; readonly hashed: Hashed };

/** A well-formed descriptor with what it points at. */
export interface Target {
  readonly written: WellFormed;
  readonly value: Descriptor;
  readonly verdict: Verdict;
}

/** Up to this size content is read and hashed unasked. In bytes. */
const smallSize = 4 * 1024 * 1024;

/** How many looks are on their way at once. */
const width = 16;

/**
 * Looks for the content of each well-formed descriptor of a document. An entry of an index whose content is not there is left
 * out, unless a layout should have it: else it is nothing to anybody. Rejects when cancelled.
 */
export async function readTargets(
  document: OciDocument,
  contents: Contents,
  depth: Depth,
  signal?: AbortSignal,
): Promise<readonly Target[]> {
  const { uri, descriptors } = document;
  const mayFind = await contents.mayFind(uri, algorithmsOf(document));
  const isInLayout = (await contents.layoutOf(uri)) !== undefined;
  const waiting = descriptors
    .filter((written) => isInLayout || written.role !== 'manifest' || mayFind(written))
    .filter(isWellFormed);
  const moment = await contents.momentAt(uri);
  // What cannot be found is not waited for, and what was seen is not looked at again.
  const targets = waiting.map((written) =>
    mayFind(written) ? seenTarget(written, { moment, near: uri, depth }) : missingTarget(written),
  );
  const open = waiting.map((written, at) => ({ written, at })).filter(({ at }) => targets[at] === undefined);
  let next = 0;
  // Large content one after the other: a disk gains nothing from more, and memory loses.
  const inTurn = depth === 'all' ? oneByOne() : atOnce;
  const work = async (): Promise<void> => {
    for (let one = open[next++]; one !== undefined; one = open[next++]) {
      signal?.throwIfAborted();
      targets[one.at] = await readTarget(one.written, uri, contents, depth, signal, inTurn);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, open.length) }, work));
  return targets.filter(
    (target): target is Target =>
      target !== undefined && (isInLayout || target.verdict.state !== 'missing' || target.written.role !== 'manifest'),
  );
}

function missingTarget(written: WellFormed): Target {
  return { written, value: written.value, verdict: { state: 'missing' } };
}

/** Under which circumstances content was looked at; `moment`: undefined where it may have changed since in any case. */
interface Look {
  readonly moment: object | undefined;
  /** The URI of the document that has the descriptor. */
  readonly near: string;
  readonly depth: Depth | KnownDepth;
}

/** What was seen of a descriptor's content: it holds as long as the moment lasts, wherever the descriptor then stands. */
const seen = keeping<Look & { readonly verdict: Verdict }>();

function seenTarget(written: WellFormed, { moment, near, depth }: Look): Target | undefined {
  const last = moment && seen.of(written.node);
  if (last === undefined || last.moment !== moment || last.near !== near) return undefined;
  return last.depth === depth || depth === 'known'
    ? { written, value: written.value, verdict: last.verdict }
    : undefined;
}

function keep(target: Target, look: Look): void {
  const { verdict } = target;
  const isFinal = verdict.state !== 'unreadable' && (look.depth !== 'known' || isSettled(target));
  if (look.moment === undefined || !isFinal) return;
  // What is known and settled is what a look at what is small would give.
  const depth = look.depth === 'known' ? 'small' : look.depth;
  seen.keep(target.written.node, { ...look, depth, verdict });
}

/** The algorithms of a document's digests, as they are written. */
function algorithmsOf({ descriptors }: OciDocument): ReadonlySet<string> {
  const found = new Set<string>();
  let last = ' ';
  for (const { node } of descriptors) {
    const digest = stringAt(node, 'digest');
    if (digest === undefined || digest.startsWith(last)) continue;
    last = digest.slice(0, digest.indexOf(':') + 1);
    if (algorithmOf(digest) !== undefined) found.add(last.slice(0, -1));
  }
  return found;
}

/** Whether a look at what is known gave what a look at what is small would. */
export function isSettled({ verdict }: Target): boolean {
  const isUnread = verdict.state === 'unread' || (verdict.state === 'other-size' && !verdict.isHashed);
  return !isUnread || verdict.content.size > smallSize;
}

/** Looks for the content of one well-formed descriptor. */
export async function readTarget(
  written: WellFormed,
  near: string,
  contents: Contents,
  depth: Depth | KnownDepth,
  signal?: AbortSignal,
  inTurn: InTurn = atOnce,
): Promise<Target> {
  const { value } = written;
  const look = { moment: await contents.momentAt(near), near, depth };
  const known = seenTarget(written, look);
  if (known !== undefined) return known;
  const found = await contents.find(written, near);
  const verdict: Verdict =
    found === undefined
      ? { state: 'missing' }
      : isRefusal(found)
        ? { state: 'refused', refusal: found }
        : await inTurn(() => judge(value, found, contents, depth, signal));
  const target = { written, value, verdict };
  keep(target, look);
  return target;
}

/** When a piece of work is done. */
type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

const atOnce: InTurn = (work) => work();

function oneByOne(): InTurn {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = before.then(work);
    before = mine.catch(() => {});
    return mine;
  };
}

/** Compares content with a descriptor. */
async function judge(
  { digest, size }: Descriptor,
  content: Content,
  contents: Contents,
  depth: Depth | KnownDepth,
  signal: AbortSignal | undefined,
): Promise<Verdict> {
  const hasSize = BigInt(content.size) === size;
  const isKnown = () => contents.isHashed(digest.algorithm, content);
  const isCheap = depth === 'small' ? content.size <= smallSize || isKnown() : depth === 'known' && isKnown();
  // What is held in memory costs nothing.
  const isHashed = depth === 'all' || isCheap || content.cost === 'memory';
  try {
    const hashed = isHashed ? await contents.hash(digest.algorithm, content, signal) : undefined;
    if (hashed !== undefined && hashed.hex !== digest.encoded) return { state: 'other-content', content, hashed };
    if (!hasSize) return { state: 'other-size', content, isHashed: hashed !== undefined };
    return { state: hashed === undefined ? 'unread' : 'same', content };
  } catch (error) {
    signal?.throwIfAborted();
    return { state: 'unreadable', content, why: error instanceof Error ? error.message : String(error) };
  }
}
