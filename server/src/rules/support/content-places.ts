import type { Content } from '../../content/stores/content-store.ts';
import { readNearMiss } from '../../content/stores/near-miss.ts';
import type { Digest } from '../../oci/digest.ts';
import { grouped } from '../../protocol/counted.ts';
import type { Related } from '../rule.ts';

/** A number of bytes for people: exact, with thousands set apart. */
export function bytesText(size: number | bigint): string {
  return `${grouped(size)} ${BigInt(size) === 1n ? 'byte' : 'bytes'}`;
}

/** The file of a content, as the other place of a finding; none for content that is not a file. */
export function relatedFile(content: Content | undefined, message: string): readonly Related[] {
  const uri = content?.uri;
  return uri === undefined ? [] : [{ uri, span: { start: 0, end: 0 }, pointer: '', message }];
}

/** What happened to content that should have a digest and has not, as a sentence; empty where that cannot be told. */
export async function nearMissText(content: Content, digest: Digest, signal?: AbortSignal): Promise<string> {
  const accident = await readNearMiss(content, digest, signal);
  return accident === undefined ? '' : ` The content matches ${accident.text}.`;
}
