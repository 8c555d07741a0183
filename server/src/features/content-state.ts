import type { Target } from '../content/stores/targets.ts';
import { exactSize, humanSize } from './sizes.ts';

/** The result of checking a descriptor's content in one line, for lenses and hover cards. */
export function contentStateOf({ value, verdict }: Target): string {
  switch (verdict.state) {
    case 'same':
      return `✓ ${value.digest.algorithm} verified · ${humanSize(value.size)}`;
    case 'unread':
      return `size matches · ${humanSize(value.size)} · not verified`;
    case 'other-size':
      return `✗ ${sizesText(verdict.content.size, value.size)}`;
    case 'other-content': {
      const isSameSize = BigInt(verdict.hashed.size) === value.size;
      const sizes = isSameSize ? '' : `${sizesText(verdict.hashed.size, value.size)} · `;
      return `✗ ${sizes}digest differs`;
    }
    case 'unreadable':
      return '✗ content cannot be read';
    case 'refused':
      return `✗ not a regular file`;
    case 'missing':
      return 'content not found';
  }
}

function sizesText(actual: number | bigint, declared: number | bigint): string {
  return `actual ${exactSize(actual)}, declared ${exactSize(declared)}`;
}
