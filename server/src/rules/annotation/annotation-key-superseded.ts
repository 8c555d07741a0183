import type { AnnotationInfo } from '../../oci/facts/annotation-info.ts';
import { annotationInfoOf } from '../../oci/facts/annotations.ts';
import { renameMember } from '../../syntax/edit.ts';
import { type JsonMember, memberOf, objectOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { findingAtName } from '../support/finding.ts';
import { annotatedKinds } from '../support/written-annotations.ts';

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
  },
  reads: ['annotations'],
  concernsKey: isOldPrefix,
  checkAnnotation({ member, place }) {
    const info = annotationInfoOf(member.name);
    // Many images have both, for readers old and new.
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

/** Labels come down from base images, where nobody who reads the finding can change them. */
function findingOf(member: JsonMember, { replacedBy = '', ecosystem }: AnnotationInfo, isLabel: boolean): Finding {
  const isLabelSchema = ecosystem === 'Label Schema';
  const whose = isLabelSchema ? 'deprecated with Label Schema' : 'superseded';
  return findingAtName(member, `\`${member.name}\` is ${whose}. Use \`${replacedBy}\`.`, {
    ...(isLabel ? { severity: 'hint' as const } : {}),
    ...(isLabelSchema ? { clause: 'annotation-label-schema' } : {}),
    fixes: [{ title: `Rename to ${replacedBy}`, edits: [renameMember(member, replacedBy)], isSafe: false }],
  });
}
