import type { OciDocument } from '../../oci/document.ts';
import { isFileSystemLayerType } from '../../oci/facts/image-layers.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { mediaTypes } from '../../oci/media-type.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { type JsonNode, stringOf, valueOf } from '../../syntax/tree.ts';
import type { DocumentRule, Finding, Fix } from '../rule.ts';
import { descriptorPartsOf, descriptorsByType } from '../support/descriptor-parts.ts';
import { dockerToOciFixes } from '../support/docker-to-oci.ts';
import { dockerAndOciTypes, documentTypes, isForeignLayer, schema2Layers } from '../support/docker-types.ts';
import { findingAtValue, quoted } from '../support/finding.ts';
import { isLayoutIndex } from '../support/index-entries.ts';
import { isUntypedDockerManifest } from '../support/untyped-docker.ts';
import { wordings } from '../support/wording.ts';

/** Without foreign layers: their counterparts are deprecated too, and layer-foreign reports them. */
const counterparts = dockerAndOciTypes.filter(([docker]) => !isForeignLayer(docker));
const toOci = new Map(counterparts);
/** Without the layer types that schema 2 lacks: docker-layer-type reports those. */
const toDocker = new Map(
  counterparts
    .filter(([docker, oci]) => schema2Layers.has(docker) || !isFileSystemLayerType(oci))
    .map(([docker, oci]) => [oci, docker]),
);

const messages = wordings({
  'in-oci': 'Docker media type{more} in an OCI {kind}. Use OCI types throughout.',
  'in-docker': 'OCI media type{more} in a Docker document. Use one family throughout.',
  'all-oci': "`mediaType` is Docker's, but every descriptor has an OCI type. Use {type}.",
});

/** Docker and OCI types in one document usually come from a conversion that stopped halfway. */
export const mediaTypeFamilies: DocumentRule = {
  meta: {
    id: 'media-type-families',
    title: 'Docker and OCI media types are mixed',
    kinds: ['index', 'manifest', 'docker-manifest', 'docker-manifest-list'],
    severity: 'information',
    profile: 'recommended',
    clauses: ['media-type-mixed-families', 'media-type-docker-layer-equal'],
    fixable: true,
    messages,
  },
  reads: ['mediaType'],
  *check(document) {
    const foreign = hasTraits(document.kind, 'docker') ? toDocker : toOci;
    const found = foreignNodesOf(document, foreign);
    const first = found[0];
    // A layout may list images of both families.
    if (first === undefined || (hasTraits(document.kind, 'oci', 'lists-manifests') && isLayoutIndex(document))) return;
    // media-type-missing speaks of that, and takes it for the Docker manifest that it is.
    if (isUntypedDockerManifest(document)) return;
    const own = valueOf(document.root, 'mediaType');
    // If its own media type is of the other family too, that is the mistake: media-type-value reports it.
    if (documentTypes.has(stringOf(own) ?? '') && !document.row?.mediaTypes.includes(stringOf(own) ?? '')) return;
    if (
      own !== undefined &&
      hasTraits(document.kind, 'docker', 'has-layers') &&
      found.length === descriptorPartsOf(document).length
    ) {
      yield allForeign(own);
      return;
    }
    const family = hasTraits(document.kind, 'docker') ? 'Docker' : 'OCI';
    const more = found.length === 1 ? '' : ` (and ${found.length - 1} more)`;
    const message =
      family === 'OCI' ? messages['in-oci']({ more, kind: document.kind ?? '' }) : messages['in-docker']({ more });
    yield findingAtValue(first, message, {
      // An index may list images of both families. In a manifest, Podman, Skopeo and Quay reject the mix.
      ...(hasTraits(document.kind, 'has-layers') ? { severity: 'warning' } : {}),
      clause: 'media-type-mixed-families',
      fixes: [...dockerToOciFixes(document), fixOf(found, foreign, family)],
    });
  },
};

/** If nothing in a Docker manifest is Docker's, its own type is wrong. */
function allForeign(mediaType: JsonNode): Finding {
  const { manifest } = mediaTypes;
  return findingAtValue(mediaType, messages['all-oci']({ type: quoted(manifest) }), {
    severity: 'warning',
    clause: 'media-type-mixed-families',
    fixes: [
      {
        title: `Set mediaType to ${manifest}`,
        edits: [replaceValue(mediaType, JSON.stringify(manifest))],
        isSafe: false,
      },
    ],
  });
}

/** The media types of the other family, except that of `subject`: it points to another document, of either family. */
function foreignNodesOf(document: OciDocument, foreign: ReadonlyMap<string, string>): readonly JsonNode[] {
  return [...foreign.keys()].flatMap((type) =>
    descriptorsByType(document)
      .of(type)
      .filter(({ role }) => role !== 'subject')
      .flatMap(({ mediaType }) => mediaType ?? []),
  );
}

function fixOf(nodes: readonly JsonNode[], meant: ReadonlyMap<string, string>, family: string): Fix {
  const edits = nodes.map((node) => replaceValue(node, JSON.stringify(meant.get(stringOf(node) ?? ''))));
  return { title: `Use ${family} types`, edits, isSafe: false };
}
