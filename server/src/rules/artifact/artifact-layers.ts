import type { OciDocument } from '../../oci/document.ts';
import { emptyContent } from '../../oci/empty.ts';
import type { ArtifactProfile, ProfileSlot } from '../../oci/facts/artifact-profile.ts';
import { memberOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import type { DescriptorParts } from '../support/descriptor-part-members.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtName, findingAtValue } from '../support/finding.ts';
import { meantBy } from '../support/meant-type.ts';
import { namedProfileOf } from '../support/named-profile.ts';
import { mixedWasmOf } from '../support/wasm-formats.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  unexpected: 'Unexpected layer type in a {artifact}. Expected {types}.',
  missing: '{artifact} requires a layer of type {types}.',
  'too-many': '{artifact} has one layer of this type, found {count}.',
});

/** What an artifact type implies about layers comes from the tools that use it, not from the specification. */
export const artifactLayers: DocumentRule = {
  meta: {
    id: 'artifact-layers',
    title: 'Unexpected or missing layers for this artifact type',
    kinds: ['manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  reads: ['mediaType'],
  *check(document) {
    const profile = namedProfileOf(document);
    const slots = profile?.layers ?? [];
    // A slot without types accepts any.
    if (profile === undefined || slots.length === 0 || slots.some(({ types }) => types.length === 0)) return;
    // Another rule says that the config is of another format.
    if (mixedWasmOf(document) !== undefined) return;
    const unexpected = [...unexpectedLayers(document, profile, slots)];
    yield* unexpected;
    if (readsOneLayer.has(profile.id)) yield* surplusLayers(document, profile, slots);
    const layers = layersOf(document);
    const member = memberOf(document.root, 'layers');
    const missing = slots.find((slot) => isMissing(slot, layers));
    if (member === undefined || missing === undefined || layers.some((layer) => isOdd(layer, document))) return;
    // The unexpected layer is the missing one under another type.
    if (unexpected.length > 0) return;
    yield findingAtName(member, messages.missing({ artifact: profile.title, types: listed(missing.types) }));
  },
};

/** Tools that refuse more layers of a type, or silently take one of them. */
const readsOneLayer = new Set(['helm-chart', 'notation-signature', 'sigstore-bundle']);

function* unexpectedLayers(
  document: OciDocument,
  { title: artifact, otherLayers }: ArtifactProfile,
  slots: readonly ProfileSlot[],
): Iterable<Finding> {
  if (otherLayers !== 'unexpected') return;
  for (const { mediaType, type } of layersOf(document)) {
    if (mediaType === undefined || type === undefined || isExpected(type, slots, document)) continue;
    const types = listed(slots.flatMap((slot) => slot.types));
    yield findingAtValue(mediaType, messages.unexpected({ artifact, types }));
  }
}

function* surplusLayers(
  document: OciDocument,
  { title: artifact }: ArtifactProfile,
  slots: readonly ProfileSlot[],
): Iterable<Finding> {
  for (const { types, max } of slots) {
    const filling = layersOf(document).filter(({ type }) => type !== undefined && types.includes(type));
    const mediaType = filling[1]?.mediaType;
    if (max !== 1 || mediaType === undefined) continue;
    yield findingAtValue(mediaType, messages['too-many']({ artifact, count: `${filling.length}` }));
  }
}

function isExpected(type: string, slots: readonly ProfileSlot[], { hints }: OciDocument): boolean {
  // Another rule reports typos, and the empty descriptor stands for nothing.
  if (type === emptyContent.mediaType || meantBy(type, hints.ownTypes) !== undefined) return true;
  return slots.some(({ types }) => types.includes(type));
}

function isMissing({ types, min }: ProfileSlot, layers: readonly DescriptorParts[]): boolean {
  return min > 0 && !layers.some(({ type }) => type !== undefined && types.includes(type));
}

/** A layer without a type, or with a misspelled one, may be the missing layer. */
function isOdd({ type }: DescriptorParts, { hints }: OciDocument): boolean {
  return type === undefined || (type !== emptyContent.mediaType && meantBy(type, hints.ownTypes) !== undefined);
}

function listed(types: readonly string[]): string {
  const shown = [...new Set(types)].slice(0, 3).join(' or ');
  return types.length > 3 ? `${shown} and others` : shown;
}
