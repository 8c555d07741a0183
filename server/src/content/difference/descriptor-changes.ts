import { toDigestText, type WrittenDescriptor } from '../../oci/descriptor.ts';
import { shortDigest } from '../../oci/digest.ts';
import { grouped } from '../../protocol/counted.ts';
import { stringAt } from '../../syntax/tree.ts';
import type { Change, Location } from './change.ts';
import { jsonChanges } from './json-difference.ts';

/** Properties that follow from the content's bytes. */
export const derived: ReadonlySet<string> = new Set(['digest', 'size', 'data']);

/** Whether a rebuild changes this property in any kind of document. */
export function ofRebuild(path: readonly string[]): boolean {
  return path.at(-1) === 'org.opencontainers.image.created';
}

/** Differences between two descriptors, except for properties derived from content. */
export function descriptorChanges(a: WrittenDescriptor, b: WrittenDescriptor, location: Location): readonly Change[] {
  const skips = ([first = '', second = '']: readonly string[]): boolean =>
    derived.has(first) || (first === 'annotations' && second === 'vnd.docker.reference.digest');
  return jsonChanges(a.node, b.node, { ...location, skips, isIncidental: ofRebuild });
}

/** A descriptor that is on one side only. */
export function wholeChange(
  kind: 'added' | 'removed',
  written: WrittenDescriptor | undefined,
  location: Location,
  name = '',
) {
  const shown = [name, written === undefined ? '' : shownDescriptor(written)].filter(Boolean).join(' ');
  return {
    kind,
    aspect: 'entry',
    ...location,
    ...(name === '' ? {} : { name }),
    ...(kind === 'added' ? { after: shown } : { before: shown }),
    isIncidental: false,
  } as const;
}

/** Content that is not available: all that is known is that it differs. */
export function unreadChange(a: WrittenDescriptor, b: WrittenDescriptor, location: Location) {
  return {
    kind: 'changed',
    aspect: 'entry',
    ...location,
    before: shownDescriptor(a),
    after: shownDescriptor(b),
    isIncidental: false,
  } as const;
}

function shownDescriptor({ value, node }: WrittenDescriptor): string {
  const digest = value === undefined ? (stringAt(node, 'digest') ?? '') : toDigestText(value.digest);
  const size = value === undefined ? '' : `, ${grouped(value.size)} bytes`;
  return `${shortDigest(digest)}${size}`;
}
