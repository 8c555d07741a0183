import { refNameKey } from '../../oci/annotation-keys.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { stringOf, valueOf } from '../../syntax/tree.ts';
import type { ContentRule } from '../rule.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { targetDocumentOf } from '../support/target-documents.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  sig: 'Tag {tag} is that of a Cosign signature, but no layer is a signature.',
  att: 'Tag {tag} is that of Cosign attestations, but no layer is an attestation.',
});

const types: Readonly<Record<keyof typeof messages, RegExp>> = {
  sig: /^application\/vnd\.dev\.(?:cosign\.simplesigning|sigstore\.bundle)\./,
  att: /^application\/(?:vnd\.dsse\.envelope|vnd\.in-toto|vnd\.dev\.sigstore\.bundle)\b/,
};

/** Cosign downloads every layer behind such a tag, and fails to verify what it then reads (cosign, pkg/oci/remote). */
export const signatureTag: ContentRule = {
  meta: {
    id: 'signature-tag',
    title: 'Tag of a signature does not point to one',
    kinds: ['index'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  async *checkContent(reading, signal) {
    for (const target of reading.targets) {
      const name = valueOf(valueOf(target.written.node, 'annotations'), refNameKey);
      const tag = stringOf(name)?.replace(/^.*:/, '') ?? '';
      const kind = /^sha(?:256|512)-[0-9a-f]{64,128}\.(sig|att)$/.exec(tag)?.[1] as keyof typeof messages | undefined;
      if (name === undefined || kind === undefined) continue;
      const document = await targetDocumentOf(target, reading, signal);
      if (document === undefined || !hasTraits(document.kind, 'has-layers')) continue;
      if (layersOf(document).some(({ type = '' }) => types[kind].test(type))) continue;
      yield findingAtValue(name, messages[kind]({ tag: quoted(tag, 24) }));
    }
  },
};
