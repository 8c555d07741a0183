import { bytesOf } from '../../content/stores/content-store.ts';
import { kindOfMediaType } from '../../oci/kinds.ts';
import { placeOf } from '../../syntax/tree.ts';
import type { ContentRule } from '../rule.ts';
import { findingAtValue } from '../support/finding.ts';
import { contentOf } from '../support/target-documents.ts';
import { wording } from '../support/wording.ts';

const message = wording('Media type says JSON, but the content is not JSON. Convert it or change the type.');

/** In bytes. Configs are small, and larger content would take time. */
const maxSize = 1024 * 1024;

/** The suffix of a media type names its syntax (RFC 6838, section 4.2.8). Documents of OCI have rules of their own. */
export const mediaTypeJson: ContentRule = {
  meta: {
    id: 'media-type-json',
    title: 'Content is not JSON as its media type says',
    kinds: ['manifest', 'docker-manifest', 'artifact-manifest', 'oras-artifact-manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    if (reading.depth !== 'all') return;
    for (const target of reading.targets) {
      const { written, value, verdict } = target;
      const content = verdict.state === 'same' ? contentOf(target) : undefined;
      if (content === undefined || content.size === 0 || content.size > maxSize) continue;
      if (!/[+/]json$/.test(value.mediaType) || kindOfMediaType(value.mediaType) !== undefined) continue;
      if (isJson(await bytesOf(content, signal))) continue;
      // Tools read the config first, and fail on it.
      const severity = written.role === 'config' ? 'warning' : 'information';
      yield findingAtValue(placeOf(written.node, 'mediaType'), message, { severity });
    }
  },
};

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
}
