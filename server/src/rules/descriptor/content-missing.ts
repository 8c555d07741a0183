import type { Target } from '../../content/stores/targets.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import { shortDigest } from '../../oci/digest.ts';
import { memberOf, placeOf } from '../../syntax/tree.ts';
import type { ContentRule } from '../rule.ts';
import { findingAtValue } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  missing: 'Blob {digest} is missing from this layout. Copy it here, or remove this entry.',
  'missing-layer': 'Blob {digest} is missing from this layout (layers may be fetched elsewhere).',
  folder: 'Blob {digest} is a folder, not a regular file. It was not read.',
  link: 'Blob {digest} is a symbolic link, not a regular file. It was not read.',
  other: 'Blob {digest} is a fifo, socket or device, not a regular file. It was not read.',
  unreadable: 'Blob {digest} could not be read: {reason}.',
});

const clause = 'layout-missing-blob';

/** A layout holds the blobs that its documents name, unless they come from elsewhere (image-layout.md, "Blobs", SHOULD). */
export const contentMissing: ContentRule = {
  meta: {
    id: 'content-missing',
    title: 'Blob is missing from the layout',
    kinds: [
      'index',
      'manifest',
      'docker-manifest',
      'docker-manifest-list',
      'artifact-manifest',
      'oras-artifact-manifest',
    ],
    severity: 'warning',
    profile: 'spec',
    clauses: [clause],
    fixable: false,
    messages,
  },
  *checkContent({ targets, layout }) {
    if (layout === undefined) return;
    const isLeftOut = leftOutOnPurpose(targets);
    for (const target of targets) {
      const { written, verdict } = target;
      const place = placeOf(written.node, 'digest');
      const digest = shortDigest(toDigestText(target.value.digest));
      if (verdict.state === 'missing') {
        // Registries accept a missing subject, and `urls` say where else the content is.
        if (written.role === 'subject' || memberOf(written.node, 'urls') !== undefined) continue;
        yield isLeftOut(target)
          ? findingAtValue(place, messages['missing-layer']({ digest }), { severity: 'information', clause })
          : findingAtValue(place, messages.missing({ digest }), { severity: 'warning', clause });
      } else if (verdict.state === 'refused') {
        yield findingAtValue(place, messages[verdict.refusal.refused]({ digest }), { clause });
      } else if (verdict.state === 'unreadable') {
        yield findingAtValue(place, messages.unreadable({ digest, reason: verdict.why }), { clause });
      }
    }
  },
};

/**
 * Layers may stay where they can be fetched: those of the base, or all of them. One that is missing among others, or on its
 * own, was lost.
 */
function leftOutOnPurpose(targets: readonly Target[]): (target: Target) => boolean {
  const content = targets.filter(({ written: { role } }) => role === 'layer' || role === 'blob');
  const isMissing = ({ verdict: { state } }: Target) => state === 'missing';
  const firstPresent = content.findIndex((target) => !isMissing(target));
  const isPrefix = firstPresent < 0 || !content.slice(firstPresent).some(isMissing);
  return (target) => isPrefix && content.length > 1 && content.includes(target);
}
