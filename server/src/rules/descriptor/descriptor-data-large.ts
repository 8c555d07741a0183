import { grouped } from '../../protocol/counted.ts';
import { stringOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue } from '../support/finding.ts';
import { wording } from '../support/wording.ts';

/** A sixteenth of the 4 MiB that registries are expected to accept. Some accept only a quarter of that. */
const limit = 256 * 1024;

const message = wording(
  '`data` embeds {size} KiB. Registries limit whole documents, mostly to 4 MiB. Store it as a blob.',
);

/** Embedded content makes the document large, and some registries refuse large documents (descriptor.md, `data`, SHOULD). */
export const descriptorDataLarge: DocumentRule = {
  meta: {
    id: 'descriptor-data-large',
    title: 'Embedded `data` is large',
    kinds: ['index', 'manifest', 'descriptor'],
    severity: 'information',
    profile: 'spec',
    clauses: ['descriptor-data-small'],
    fixable: false,
    messages: { default: message },
  },
  reads: ['data'],
  needs: 'data',
  checkDescriptor({ data: { value: data } = {} }) {
    const length = stringOf(data)?.length ?? 0;
    if (data === undefined || length <= limit) return;
    const size = grouped(Math.round((length * 3) / 4 / 1024));
    return findingAtValue(data, message({ size }), { clause: 'descriptor-data-small' });
  },
};
