import { grouped } from '../../protocol/counted.ts';
import { stringOf } from '../../syntax/tree.ts';
import type { DocumentRule } from '../rule.ts';
import { findingAtValue } from '../support/finding.ts';

/** A sixteenth of the 4 MiB that registries are expected to take; some take no more than a quarter of those. */
const limit = 256 * 1024;

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
  },
  checkDescriptor({ data: { value: data } = {} }) {
    const length = stringOf(data)?.length ?? 0;
    if (data === undefined || length <= limit) return;
    const kilobytes = grouped(Math.round((length * 3) / 4 / 1024));
    const message = `\`data\` embeds ${kilobytes} KiB. Registries limit whole documents, mostly to 4 MiB. Store it as a blob.`;
    return findingAtValue(data, message, { clause: 'descriptor-data-small' });
  },
};
