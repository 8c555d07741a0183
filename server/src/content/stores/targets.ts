import { type Descriptor, isWellFormed, type WellFormed, type WrittenDescriptor } from '../../oci/descriptor.ts';
import { algorithmOf } from '../../oci/digest.ts';
import type { OciDocument } from '../../oci/document.ts';
import { inheriting, keeping } from '../../syntax/kept.ts';
import { stringAt } from '../../syntax/tree.ts';
import type { Hashed } from '../archive/survey.ts';
import { type Content, isRefusal, type Refusal } from './content-store.ts';
import type { Contents } from './contents.ts';

/** How much content to read: only sizes and small documents, also everything small, or everything. */
export type Depth = 'sizes' | 'small' | 'all';

/** Only use what is cached. */
export type KnownDepth = 'known';

/** Result of checking content against its descriptor. */
export type Verdict =
  /** Not found. */
  | { readonly state: 'missing' }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  /** Found, but reading failed. */
  | { readonly state: 'unreadable'; readonly content: Content; readonly why: string }
  /** The size matches; the digest was not checked. */
  | { readonly state: 'unread'; readonly content: Content }
  | { readonly state: 'same'; readonly content: Content }
  /** The size differs. The digest matches or was not checked. */
  | { readonly state: 'other-size'; readonly content: Content; readonly isHashed: boolean }
  | { readonly state: 'other-content'; readonly content: Content; readonly hashed: Hashed };

/** A well-formed descriptor with its verdict. */
export interface Target {
  readonly written: WellFormed;
  readonly value: Descriptor;
  readonly verdict: Verdict;
}

/** Content up to this size is always hashed. Bytes. */
const smallSize = 4 * 1024 * 1024;

/** Number of concurrent lookups. */
const width = 16;

/**
 * Checks all well-formed descriptors of a document. Omits index entries whose content is missing, unless the document
 * is in a layout, which should have it. Rejects if canceled.
 */
export async function readTargets(
  document: OciDocument,
  contents: Contents,
  depth: Depth,
  signal?: AbortSignal,
): Promise<readonly Target[]> {
  const { uri, descriptors } = document;
  const mayFind = await contents.mayFind(uri, algorithmsOf(descriptors));
  const isInLayout = (await contents.layoutOf(uri)) !== undefined;
  const waiting = descriptors
    .filter((written) => isInLayout || written.role !== 'manifest' || mayFind(written))
    .filter(isWellFormed);
  const moment = await contents.momentAt(uri);
  // Skip lookups that cannot succeed, and reuse cached verdicts.
  const targets = waiting.map((written) =>
    mayFind(written) ? seenTarget(written, { moment, near: uri, depth }) : missingTarget(written),
  );
  const open = waiting.map((written, at) => ({ written, at })).filter(({ at }) => targets[at] === undefined);
  let next = 0;
  // Hash large content sequentially: concurrency does not speed up the disk and takes more memory.
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

/** That no descriptor of a document had content to be found. */
interface Barren {
  readonly moment: object;
  readonly uri: string;
  readonly descriptors: OciDocument['descriptors'];
  readonly algorithms: ReadonlySet<string>;
  readonly mayFind: (written: WrittenDescriptor) => boolean;
}

const barren = inheriting<Barren>();

/**
 * Whether it is known without looking that no content of a document's descriptors can be found. In a later version at
 * the same moment, only the descriptors that have changed are checked.
 */
export async function isBarren({ uri, root, descriptors }: OciDocument, contents: Contents): Promise<boolean> {
  const moment = await contents.momentAt(uri);
  const last = root && barren.of(root);
  if (moment !== undefined && last?.moment === moment && last.uri === uri) {
    const changed = changedSince(last.descriptors, descriptors);
    if ([...algorithmsOf(changed)].every((algorithm) => last.algorithms.has(algorithm))) {
      if (changed.some(last.mayFind)) return false;
      if (root !== undefined) barren.keep(root, { ...last, descriptors });
      return true;
    }
  }
  const algorithms = algorithmsOf(descriptors);
  const mayFind = await contents.mayFind(uri, algorithms);
  if (descriptors.some(mayFind)) return false;
  if (moment !== undefined && root !== undefined) barren.keep(root, { moment, uri, descriptors, algorithms, mayFind });
  return true;
}

/** The descriptors between those that two versions share at their starts and at their ends. */
function changedSince(before: OciDocument['descriptors'], now: OciDocument['descriptors']): OciDocument['descriptors'] {
  const length = Math.min(before.length, now.length);
  let head = 0;
  while (head < length && before[head] === now[head]) head++;
  let tail = 0;
  while (tail < length - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  return now.slice(head, now.length - tail);
}

function missingTarget(written: WellFormed): Target {
  return { written, value: written.value, verdict: { state: 'missing' } };
}

/** Conditions of a check. `moment` is undefined if content can change without notice. */
interface Look {
  readonly moment: object | undefined;
  /** URI of the document with the descriptor. */
  readonly near: string;
  readonly depth: Depth | KnownDepth;
}

/** Verdicts cached on nodes. They stay valid for a moment, even if the descriptor moves. */
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
  // A settled result from the cache equals that of a check of small content.
  const depth = look.depth === 'known' ? 'small' : look.depth;
  seen.keep(target.written.node, { ...look, depth, verdict });
}

/** The digest algorithms that descriptors use, as written. */
function algorithmsOf(descriptors: OciDocument['descriptors']): ReadonlySet<string> {
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

/** Whether a check limited to cached results gave the same verdict as one that reads small content. */
export function isSettled({ verdict }: Target): boolean {
  const isUnread = verdict.state === 'unread' || (verdict.state === 'other-size' && !verdict.isHashed);
  return !isUnread || verdict.content.size > smallSize;
}

/** Checks a single well-formed descriptor. */
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

/** Scheduling strategy. */
type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

const atOnce: InTurn = (work) => work();

function oneByOne(): InTurn {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const own = before.then(work);
    before = own.catch(() => {});
    return own;
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
  // Content in memory is free to hash.
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
