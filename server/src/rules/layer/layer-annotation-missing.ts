import type { OciDocument } from '../../oci/document.ts';
import { type JsonNode, memberOf, stringAt, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding } from '../rule.ts';
import { layersOf } from '../support/descriptor-parts.ts';
import { findingAtValue, findingMissing, inBackticks } from '../support/finding.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  missing: '{key} is missing, which {tool} needs.',
  empty: '{key} is empty, but {tool} needs it.',
});

interface Need {
  /** The type of the layers that need it. Absent: all layers. */
  readonly layer?: string;
  readonly keys: readonly string[];
  /** Whether the empty text is as good as none. */
  readonly isFilled?: boolean;
  readonly tool: string;
  readonly applies?: (document: OciDocument) => boolean;
}

const tektonKeys = ['dev.tekton.image.apiVersion', 'dev.tekton.image.kind', 'dev.tekton.image.name'];

const needs: readonly Need[] = [
  {
    layer: 'application/vnd.dev.cosign.simplesigning.v1+json',
    keys: ['dev.cosignproject.cosign/signature'],
    isFilled: true,
    tool: 'Cosign',
  },
  {
    layer: 'application/vnd.in-toto+json',
    keys: ['in-toto.io/predicate-type'],
    tool: 'docker buildx',
    applies: isBuildkitAttestation,
  },
  { keys: tektonKeys, tool: 'Tekton', applies: isTektonBundle },
];

/** Tools keep what they need of a layer in its annotations (cosign, pkg/oci; buildx, util/imagetools; tekton, bundle resolver). */
export const layerAnnotationMissing: DocumentRule = {
  meta: {
    id: 'layer-annotation-missing',
    title: 'Layer lacks the annotation that its readers need',
    kinds: ['manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  reads: ['mediaType', 'annotations'],
  *check(document) {
    for (const { node, type, annotations } of layersOf(document)) {
      const need = needs.find(({ layer = type, applies }) => layer === type && applies?.(document) !== false);
      // The schema reports annotations that are no object.
      if (need === undefined || (annotations !== undefined && annotations.type !== 'object')) continue;
      const key = need.keys.find((one) => memberOf(annotations, one) === undefined);
      if (key === undefined) {
        if (need.isFilled === true) yield* emptyOnes(annotations, need);
        continue;
      }
      const said = messages.missing({ key: inBackticks(key), tool: need.tool });
      yield annotations === undefined
        ? findingMissing(node, 'annotations', said)
        : findingMissing(annotations, key, said);
    }
  },
};

function* emptyOnes(annotations: JsonNode | undefined, { keys, tool }: Need): Iterable<Finding> {
  for (const key of keys) {
    const value = valueOf(annotations, key);
    if (value !== undefined && stringOf(value) === '')
      yield findingAtValue(value, messages.empty({ key: inBackticks(key), tool }));
  }
}

/** Others store in-toto statements as well, and find them by their artifact type. */
function isBuildkitAttestation({ root }: OciDocument): boolean {
  if (stringAt(root, 'artifactType') === 'application/vnd.docker.attestation.manifest.v1+json') return true;
  return stringAt(valueOf(root, 'config'), 'mediaType') === 'application/vnd.oci.image.config.v1+json';
}

function isTektonBundle(document: OciDocument): boolean {
  return layersOf(document).some(({ annotations }) =>
    tektonKeys.some((key) => memberOf(annotations, key) !== undefined),
  );
}
