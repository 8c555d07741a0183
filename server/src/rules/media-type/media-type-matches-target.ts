import { kindOfMediaType, kindRowOf } from '../../oci/kinds.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { placeOf, stringAt } from '../../syntax/tree.ts';
import type { ContentRule } from '../rule.ts';
import { relatedFile } from '../support/content-locations.ts';
import { descriptorKinds } from '../support/descriptor-parts.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { contentOf, targetDocumentOf } from '../support/target-documents.ts';
import { wording } from '../support/wording.ts';

const message = wording('Media type mismatch: content is {type}.');

/** The type in a descriptor is the one that the document states (distribution-spec, "Pushing Manifests", MUST). */
export const mediaTypeMatchesTarget: ContentRule = {
  meta: {
    id: 'media-type-matches-target',
    title: 'Media type mismatch',
    kinds: descriptorKinds,
    severity: 'error',
    profile: 'spec',
    clauses: ['dist-content-type-equal', 'media-type-expected-wins'],
    fixable: true,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    for (const target of reading.targets) {
      const kind = kindOfMediaType(target.value.mediaType);
      if (kind === undefined || !kindRowOf(kind).statesMediaType) continue;
      const document = await targetDocumentOf(target, reading, signal);
      const stated = stringAt(document?.root, 'mediaType');
      if (stated === undefined || stated === target.value.mediaType || kindOfMediaType(stated) === undefined) continue;
      const node = placeOf(target.written.node, 'mediaType');
      yield findingAtValue(node, message({ type: quoted(stated) }), {
        clause: 'dist-content-type-equal',
        related: relatedFile(contentOf(target), `Its \`mediaType\` is ${quoted(stated)}.`),
        fixes: [
          { title: `Set mediaType to ${stated}`, edits: [replaceValue(node, JSON.stringify(stated))], isSafe: false },
        ],
      });
    }
  },
};
