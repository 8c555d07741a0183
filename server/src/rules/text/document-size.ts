import { grouped } from '../../protocol/counted.ts';
import type { DocumentRule } from '../rule.ts';
import { wording } from '../support/wording.ts';

/** 4 MiB: what clients and registries are expected to take (distribution-spec, "Pushing Manifests"). */
const expectedLimit = 4 * 1024 * 1024;

const message = wording('Document has {size} bytes. Registries need not accept more than {limit}.');

export const documentSize: DocumentRule = {
  meta: {
    id: 'document-size',
    title: 'Document is larger than 4 MiB',
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
    clauses: ['dist-manifest-size'],
    fixable: false,
    messages: { default: message },
  },
  *check(document) {
    const { json } = document;
    // A UTF-16 unit is at least one byte and at most three: most texts need no counting.
    if (json.text.length * 3 <= expectedLimit || document.byteLength <= expectedLimit) return;
    const { byteLength } = document;
    yield {
      span: { start: 0, end: Math.min(1, json.text.length) },
      pointer: '',
      clause: 'dist-manifest-size',
      message: message({ size: grouped(byteLength), limit: grouped(expectedLimit) }),
    };
  },
};
