import { dateTimeMeantBy, isDateTime } from '../../oci/date-time.ts';
import type { DocumentRule } from '../rule.ts';
import { dateTimeFixesOf, dateTimeRemedyFor } from '../support/date-time-fix.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { annotatedKinds, annotationsOf } from '../support/written-annotations.ts';

const keys = ['org.opencontainers.image.created'];

/** The moment of creation is written by RFC 3339 (annotations.md, "Pre-Defined Annotation Keys"). */
export const annotationCreated: DocumentRule = {
  meta: {
    id: 'annotation-created',
    title: 'Creation time is not an RFC 3339 timestamp',
    kinds: annotatedKinds,
    severity: 'warning',
    profile: 'spec',
    clauses: ['annotation-created-rfc3339'],
    fixable: true,
  },
  *check(document) {
    for (const { value, text } of annotationsOf(document, keys)) {
      if (isDateTime(text)) continue;
      const meant = dateTimeMeantBy(text);
      const message = `Invalid timestamp ${quoted(text)}: ${dateTimeRemedyFor(meant)}.`;
      yield findingAtValue(value, message, {
        clause: 'annotation-created-rfc3339',
        fixes: dateTimeFixesOf(value, meant),
      });
    }
  },
};
