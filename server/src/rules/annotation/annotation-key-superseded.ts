import type { AnnotationInfo } from '../../oci/facts/annotation-info.ts';
import { annotationInfoOf } from '../../oci/facts/annotations.ts';
import { renameMember } from '../../syntax/edit.ts';
import { type JsonMember, memberOf, objectOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';
import { annotatedKinds } from '../support/written-annotations.ts';

const messages = wordings({
  'label-schema': '`{key}` is deprecated with Label Schema. Use `{successor}`.',
  other: '`{key}` is superseded. Use `{successor}`.',
});

/** Label Schema's keys, and those of drafts, have successors (annotations.md, "Back-compatibility with Label Schema"). */
export const annotationKeySuperseded: DocumentRule = {
  meta: {
    id: 'annotation-key-superseded',
    title: 'Superseded annotation key',
    kinds: annotatedKinds,
    severity: 'information',
    profile: 'recommended',
    clauses: ['annotation-label-schema'],
    fixable: true,
    messages,
  },
  reads: ['annotations'],
  concernsKey: isOldPrefix,
  checkAnnotation({ member, place }) {
    const info = annotationInfoOf(member.name);
    // Many images have both, for old and new readers.
    if (info?.replacedBy === undefined || memberOf(objectOf(member), info.replacedBy) !== undefined) return;
    return findingOf(member, info, place === 'label');
  },
};

function isOldPrefix(key: string): boolean {
  return (
    key.startsWith('org.label-schema.') ||
    key.startsWith('org.opencontainers.artifact') ||
    key.startsWith('containerd.io/snapshot/overlaybd/fastoci/') ||
    key === 'dev.containers.experimental.metadata'
  );
}

/** Labels may be inherited from base images, where whoever reads the finding cannot change them. */
function findingOf(member: JsonMember, { replacedBy = '', ecosystem }: AnnotationInfo, isLabel: boolean): Finding {
  const isLabelSchema = ecosystem === 'Label Schema';
  const message = isLabelSchema ? messages['label-schema'] : messages.other;
  return findingAtName(member, message({ key: member.name, successor: replacedBy }), {
    ...(isLabel ? { severity: 'hint' as const } : {}),
    ...(isLabelSchema ? { clause: 'annotation-label-schema' } : {}),
    fixes: [{ title: `Rename to ${replacedBy}`, edits: [renameMember(member, replacedBy)], isSafe: false }],
  });
}
