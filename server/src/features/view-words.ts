import type { Verified } from '../content/tree/verify-tree.ts';
import { counted, grouped } from '../protocol/counted.ts';
import { humanSize } from './sizes.ts';

/** The result of a verification. */
export function verificationText({ count, size, differing, missing }: Verified): string {
  const wrong = [
    ...(differing === 0 ? [] : [`${grouped(differing)} ${differing === 1 ? 'differs' : 'differ'} from the descriptor`]),
    ...(missing === 0 ? [] : [`${grouped(missing)} ${missing === 1 ? 'is' : 'are'} missing`]),
  ];
  const all = `${blobs(count)} (${humanSize(size)})`;
  return wrong.length === 0 ? `Verified ${all}.` : `Of ${all}, ${wrong.join(', ')}.`;
}

/** Confirmation prompt before blobs are deleted. */
export function deletionQuestion(count: number, size: number, layout: string): string {
  return `Delete ${blobs(count)} (${humanSize(size)}) from ${layout}?`;
}

function blobs(count: number): string {
  return counted(count, 'blob');
}
