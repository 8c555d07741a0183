import type { Content } from '../../content/stores/content-store.ts';
import { readNearMiss } from '../../content/stores/near-miss.ts';
import type { Digest } from '../../oci/digest.ts';
import { grouped } from '../../protocol/counted.ts';
import type { Related } from '../rule.ts';

/** A number of bytes for display: exact, with thousands separators. */
export function bytesText(size: number | bigint): string {
  return `${grouped(size)} ${BigInt(size) === 1n ? 'byte' : 'bytes'}`;
}

/** The file of content as a related location of a finding. Empty if the content is not a file. */
export function relatedFile(content: Content | undefined, message: string): readonly Related[] {
  const uri = content?.uri;
  return uri === undefined ? [] : [{ uri, span: { start: 0, end: 0 }, pointer: '', message }];
}

/** What happened to content that does not match its digest, as a sentence. Empty if unknown. */
export async function nearMissText(content: Content, digest: Digest, signal?: AbortSignal): Promise<string> {
  const accident = await readNearMiss(content, digest, signal);
  return accident === undefined ? '' : ` The content matches ${accident.text}.`;
}
