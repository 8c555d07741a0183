import { stringAt, valueOf } from '../syntax/tree.ts';
import { refNameKey } from './annotation-keys.ts';
import type { WrittenDescriptor } from './descriptor.ts';

/** The digest of the manifest that BuildKit's attestation is about, as the entry of an index says it. */
export function attestedDigestOf({ node }: WrittenDescriptor): string | undefined {
  return stringAt(valueOf(node, 'annotations'), 'vnd.docker.reference.digest');
}

/** The tag of an entry of a layout's index. */
export function tagOf({ node }: WrittenDescriptor): string | undefined {
  return stringAt(valueOf(node, 'annotations'), refNameKey);
}
