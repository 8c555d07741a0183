import type { ContentPart } from '../../create/parts.ts';
import type { Workshop } from './draft.ts';
import { namedManifest } from './named-manifest.ts';

/** The manifest that the new one is about: its type, digest and size, and what sort of artifact it is. */
export async function subjectPart(workshop: Workshop): Promise<ContentPart | undefined> {
  const { subject } = workshop.options;
  if (subject === undefined) return undefined;
  const { mediaType, digest, size, artifactType } = (await namedManifest(subject, workshop)).part;
  return { mediaType, digest, size, artifactType };
}
