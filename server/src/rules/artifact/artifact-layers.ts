import type { OciDocument } from '../../oci/document.ts';
import { emptyContent } from '../../oci/empty.ts';
import type { ProfileSlot } from '../../oci/facts/artifact-profile.ts';
import { memberOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import type { DescriptorParts } from '../support/descriptor-part-members.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtName, findingAtValue } from '../support/finding.ts';
import { meantBy } from '../support/meant-type.ts';
import { namedProfileOf } from '../support/named-profile.ts';

/** What an artifact type promises about layers is a habit of the tools that use it, and not of the specification. */
export const artifactLayers: DocumentRule = {
  meta: {
    id: 'artifact-layers',
    title: 'Unexpected or missing layers for this artifact type',
    kinds: ['manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
  },
  reads: ['mediaType'],
  *check(document) {
    const profile = namedProfileOf(document);
    const slots = profile?.layers ?? [];
    // A slot without types takes any.
    if (profile === undefined || slots.length === 0 || slots.some(({ types }) => types.length === 0)) return;
    const layers = layersOf(document);
    const title = profile.title;
    if (profile.otherLayers === 'unexpected') {
      for (const { mediaType, type } of layers) {
        if (mediaType === undefined || type === undefined || isExpected(type, slots, document)) continue;
        const expected = slots.flatMap(({ types }) => types);
        const message = `Unexpected layer type in a ${title}. Expected ${listed(expected)}.`;
        yield findingAtValue(mediaType, message);
      }
    }
    const member = memberOf(document.root, 'layers');
    const missing = slots.find((slot) => isMissing(slot, layers));
    if (member === undefined || missing === undefined || layers.some((layer) => isOdd(layer, document))) return;
    const message = `${title} requires a layer of type ${listed(missing.types)}.`;
    yield findingAtName(member, message);
  },
};

function isExpected(type: string, slots: readonly ProfileSlot[], { hints }: OciDocument): boolean {
  // A typo in a type is a finding of its own, and the empty descriptor stands for nothing.
  if (type === emptyContent.mediaType || meantBy(type, hints.ownTypes) !== undefined) return true;
  return slots.some(({ types }) => types.includes(type));
}

function isMissing({ types, min }: ProfileSlot, layers: readonly DescriptorParts[]): boolean {
  return min > 0 && !layers.some(({ type }) => type !== undefined && types.includes(type));
}

/** What has no type that could be told, or one that is not quite right, may be the one that is missed. */
function isOdd({ type }: DescriptorParts, { hints }: OciDocument): boolean {
  return type === undefined || (type !== emptyContent.mediaType && meantBy(type, hints.ownTypes) !== undefined);
}

function listed(types: readonly string[]): string {
  const shown = [...new Set(types)].slice(0, 3).join(' or ');
  return types.length > 3 ? `${shown} and others` : shown;
}
