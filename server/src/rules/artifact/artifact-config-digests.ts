import type { Target } from '../../content/stores/targets.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import { shortDigest } from '../../oci/digest.ts';
import type { OciDocument } from '../../oci/document.ts';
import { counted } from '../../protocol/counted.ts';
import { itemsOf, type JsonNode, placeOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { ContentReading, ContentRule, Finding } from '../rule.ts';
import { findingAtValue } from '../support/finding.ts';
import { contentOf } from '../support/target-documents.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  none: 'The config has no `{name}`, which lists the layers of {artifact}.',
  count: '`{name}` of the config has {entries}, the manifest has {layers}.',
  other: '`{name}` of the config has {entry} in place of layer {index}.',
});

interface Listing {
  readonly artifact: string;
  readonly name: string;
  /** Absent: the list is of uncompressed layers, and only its length is compared. */
  readonly isOfDigests?: boolean;
  readonly listIn: (root: JsonNode | undefined) => JsonNode | undefined;
}

/** By the type of the config. */
const listings: ReadonlyMap<string, Listing> = new Map([
  [
    'application/vnd.wasm.config.v0+json',
    {
      artifact: 'a component',
      name: 'layerDigests',
      isOfDigests: true,
      listIn: (root) => valueOf(root, 'layerDigests'),
    },
  ],
  [
    'application/vnd.cncf.model.config.v1+json',
    { artifact: 'a model', name: 'modelfs.diffIds', listIn: (root) => valueOf(valueOf(root, 'modelfs'), 'diffIds') },
  ],
]);

/** Configs that list the layers once more, as that of an image does (Wasm OCI Artifact layout, ModelPack specification). */
export const artifactConfigDigests: ContentRule = {
  meta: {
    id: 'artifact-config-digests',
    title: 'Config of an artifact lists other layers',
    kinds: ['manifest'],
    severity: 'information',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  async *checkContent(reading, signal) {
    const config = reading.targets.find(({ written }) => written.role === 'config');
    const listing = config && listings.get(config.value.mediaType);
    if (config === undefined || listing === undefined || config.verdict.state !== 'same') return;
    const document = await documentIn(config, reading, signal);
    if (document?.root?.type !== 'object') return;
    const digest = placeOf(config.written.node, 'digest');
    const list = listing.listIn(document.root);
    const finding = list === undefined ? missing(digest, listing) : disagreement(digest, list, listing, reading);
    if (finding !== undefined) yield finding;
  },
};

async function documentIn(
  target: Target,
  { contents }: ContentReading,
  signal: AbortSignal | undefined,
): Promise<OciDocument | undefined> {
  const content = contentOf(target);
  return content && contents.documentOf(content, target.value.mediaType, signal);
}

function missing(digest: JsonNode, { artifact, name }: Listing): Finding {
  return findingAtValue(digest, messages.none({ name, artifact }));
}

function disagreement(
  digest: JsonNode,
  list: JsonNode,
  { name, isOfDigests = false }: Listing,
  { targets, document }: ContentReading,
): Finding | undefined {
  const entries = itemsOf(list).map(stringOf);
  const layers = document.descriptors.filter(({ role }) => role === 'layer');
  if (entries.length !== layers.length) {
    const counts = { entries: counted(entries.length, 'entry', 'entries'), layers: counted(layers.length, 'layer') };
    return findingAtValue(digest, messages.count({ name, ...counts }));
  }
  if (!isOfDigests) return undefined;
  for (const { written, value } of targets) {
    const entry = written.role === 'layer' ? entries[written.position] : undefined;
    if (entry === undefined || entry === toDigestText(value.digest)) continue;
    return findingAtValue(digest, messages.other({ name, entry: shortDigest(entry), index: written.position }));
  }
  return undefined;
}
