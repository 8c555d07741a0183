import type { FileType } from '../../content/files.ts';
import type { Target } from '../../content/stores/targets.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import { shortDigest } from '../../oci/digest.ts';
import type { Role } from '../../oci/kinds.ts';
import { memberOf, placeOf } from '../../syntax/tree.ts';
import type { ContentRule, Finding, Severity } from '../rule.ts';
import { findingAtValue } from '../support/finding.ts';

/** A layout has the blobs that its documents name, or they come from elsewhere (image-layout.md, "Blobs", SHOULD). */
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
    clauses: ['layout-missing-blob'],
    fixable: false,
  },
  *checkContent({ targets, layout }) {
    if (layout === undefined) return;
    for (const target of targets) {
      const { written, value, verdict } = target;
      const digest = placeOf(written.node, 'digest');
      if (verdict.state === 'missing') {
        // Registries take a subject that is not there, and `urls` say where else the content is.
        if (written.role === 'subject' || memberOf(written.node, 'urls') !== undefined) continue;
        const message = `Blob ${shortDigest(toDigestText(value.digest))} is missing from this layout${consequenceOf(target)}`;
        yield findingAtValue(digest, message, { severity: severityOf(target), clause: 'layout-missing-blob' });
      } else if (verdict.state === 'refused') {
        const message = `Blob ${shortDigest(toDigestText(value.digest))} is ${names[verdict.refusal.refused]}, not a regular file. It was not read.`;
        yield findingAtValue(digest, message, { clause: 'layout-missing-blob' });
      } else if (verdict.state === 'unreadable') yield unreadableFinding(target, verdict.why);
    }
  },
};

const names: Readonly<Record<Exclude<FileType, 'file'>, string>> = {
  folder: 'a folder',
  link: 'a symbolic link',
  other: 'a fifo, socket or device',
};

function severityOf({ written: { role } }: Target): Severity {
  return isContent(role) ? 'information' : 'warning';
}

function consequenceOf({ written: { role } }: Target): string {
  return isContent(role) ? ' (layers may be fetched elsewhere).' : '. Copy it here, or remove this entry.';
}

function unreadableFinding({ written, value }: Target, why: string): Finding {
  const message = `Blob ${shortDigest(toDigestText(value.digest))} could not be read: ${why}.`;
  return findingAtValue(placeOf(written.node, 'digest'), message, { clause: 'layout-missing-blob' });
}

/** What an image or an artifact is made of may be left where it can be had. */
function isContent(role: Role): boolean {
  return role === 'layer' || role === 'blob';
}
