import { stringAt, valueOf } from '../syntax/tree.ts';
import { refNameKey } from './annotation-keys.ts';
import type { WrittenDescriptor } from './descriptor.ts';

/** The digest of the manifest that a BuildKit attestation describes, from the annotation of its index entry. */
export function attestedDigestOf({ node }: WrittenDescriptor): string | undefined {
  return stringAt(valueOf(node, 'annotations'), 'vnd.docker.reference.digest');
}

/** The tag of an entry in a layout's index.json. */
export function tagOf({ node }: WrittenDescriptor): string | undefined {
  return stringAt(valueOf(node, 'annotations'), refNameKey);
}
