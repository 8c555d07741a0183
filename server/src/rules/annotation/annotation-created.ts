import { dateTimeMeantBy, isDateTime } from '../../oci/date-time.ts';
import type { DocumentRule } from '../rule.ts';
import { dateTimeFixesOf, dateTimeRemedyFor } from '../support/date-time-fix.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { wording } from '../support/wording.ts';
import { annotatedKinds } from '../support/written-annotations.ts';

const created = 'org.opencontainers.image.created';

const message = wording('Invalid timestamp {timestamp}: {remedy}.');

/** The creation time is an RFC 3339 timestamp (annotations.md, "Pre-Defined Annotation Keys"). */
export const annotationCreated: DocumentRule = {
  meta: {
    id: 'annotation-created',
    title: 'Creation time is not an RFC 3339 timestamp',
    kinds: annotatedKinds,
    severity: 'warning',
    profile: 'spec',
    clauses: ['annotation-created-rfc3339'],
    fixable: true,
    messages: { default: message },
  },
  reads: ['annotations'],
  concernsKey: (key) => key === created,
  checkAnnotation({ value, text }) {
    if (value === undefined || text === undefined || isDateTime(text)) return;
    const meant = dateTimeMeantBy(text);
    return findingAtValue(value, message({ timestamp: quoted(text), remedy: dateTimeRemedyFor(meant) }), {
      clause: 'annotation-created-rfc3339',
      fixes: dateTimeFixesOf(value, meant),
    });
  },
};
