import type { FileType } from '../../content/files.ts';
import type { Target } from '../../content/stores/targets.ts';
import type { Role } from '../../oci/kinds.ts';
import { memberOf, valueOf } from '../../syntax/tree.ts';
import type { ContentRule, Finding, Severity } from '../rule.ts';
import { blobPathOf } from '../support/content-places.ts';
import { findingAtValue } from '../support/finding.ts';

/** A layout has the blobs that its documents name, or they come from elsewhere (image-layout.md, "Blobs", SHOULD). */
export const contentMissing: ContentRule = {
  meta: {
    id: 'content-missing',
    title: 'The blobs that a layout names are in it',
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
      const digest = valueOf(written.node, 'digest')!;
      if (verdict.state === 'missing') {
        // Registries take a subject that is not there, and `urls` say where else the content is.
        if (written.role === 'subject' || memberOf(written.node, 'urls') !== undefined) continue;
        const message = `This layout has no ${blobPathOf(value.digest)}: ${consequenceOf(target)}`;
        yield findingAtValue(digest, message, { severity: severityOf(target), clause: 'layout-missing-blob' });
      } else if (verdict.state === 'refused') {
        const message = `${blobPathOf(value.digest)} is ${names[verdict.refusal.refused]}, not a regular file, so it is not read; put the content itself there.`;
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
  return isContent(role)
    ? 'whoever copies it has to fetch this layer from elsewhere.'
    : 'tools that read the layout stop here. Copy the blob, or remove this entry.';
}

function unreadableFinding({ written, value }: Target, why: string): Finding {
  const message = `${blobPathOf(value.digest)} could not be read: ${why}.`;
  return findingAtValue(valueOf(written.node, 'digest')!, message, { clause: 'layout-missing-blob' });
}

/** What an image or an artifact is made of may be left where it can be had. */
function isContent(role: Role): boolean {
  return role === 'layer' || role === 'blob';
}
