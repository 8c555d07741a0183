import { readSmallFile } from '../../content/files.ts';
import { blobUriOf, type Layout } from '../../content/layout/layout.ts';
import { isContent } from '../../content/stores/content-store.ts';
import { fileContentOf } from '../../content/stores/file-content.ts';
import { below, folderOf } from '../../content/uris.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import { type Digest, readDigest, shortDigest } from '../../oci/digest.ts';
import { type OciDocument, readDocumentBytes } from '../../oci/document.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import { itemsOf, type JsonNode, membersOf, spanOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { ContentReading, ContentRule, Finding } from '../rule.ts';
import { findingAtStart, findingAtValue, quoted } from '../support/finding.ts';
import { checkSavedLayers, savedLayerTexts } from '../support/saved-layers.ts';
import { wordings } from '../support/wording.ts';

const messages = wordings({
  'not-a-path': '{path} is not a path in this {place}.',
  missing: '{path} does not exist in this {place}.',
  'no-images': 'No images are listed. docker load loads nothing.',
  'other-type': '`{name}` must be {type}. docker load cannot read this list.',
  'no-config': '`Config` is missing. Name the file of the image config.',
  'bad-tag': '{tag} is not a tag that docker load accepts. Use NAME:TAG in lower case.',
  'tag-twice': 'Duplicate tag {tag}: docker load keeps the last image.',
  repositories: '`repositories` has layer {id}… for {name}, which does not exist in this {place}.',
  'no-manifest': 'No manifest in `index.json` has the config {digest}.',
  'other-layer': 'The OCI manifest with this config has layer {index} {digest}.',
  'other-count': 'The OCI manifest with this config has {layers}.',
  ...savedLayerTexts,
});

/**
 * `docker load` reads the `manifest.json` that `docker save` leaves in a layout before it looks at `index.json`
 * (moby, image/tarexport): what it names is there, and is what the OCI manifest names.
 */
export const dockerSaveMismatch: ContentRule = {
  meta: {
    id: 'docker-save-mismatch',
    title: 'manifest.json of docker save does not match the layout',
    kinds: ['docker-save'],
    severity: 'warning',
    profile: 'recommended',
    clauses: [],
    fixable: false,
    messages,
  },
  async *checkContent(reading, signal) {
    const { document, layout, depth } = reading;
    // Before Docker 25 there was no layout, but an archive of configs and layers, and this list.
    const root = layout?.root ?? (document.hints.path === 'docker-save' ? folderOf(document.uri) : undefined);
    if (root === undefined) return;
    yield* await missingRepositories(root, reading);
    yield* imagesFaults(document.root);
    for (const image of itemsOf(document.root)) {
      if ([...typeFaults(image)].length > 0) continue;
      const [config, layers] = [valueOf(image, 'Config'), itemsOf(valueOf(image, 'Layers'))];
      const missing: Finding[] = [];
      for (const node of config === undefined ? layers : [config, ...layers]) {
        const finding = await missingFile(node, root, reading);
        if (finding !== undefined) missing.push(finding);
      }
      yield* missing;
      if (missing.length > 0 || config === undefined) continue;
      if (layout !== undefined) yield* await disagreements(config, layers, layout, reading);
      else if (depth === 'all') yield* checkSavedLayers({ config, layers }, root, reading, signal);
    }
  },
};

/** What `docker load` trips over in the list itself (moby, image/tarexport/load.go). */
function* imagesFaults(list: JsonNode | undefined): Iterable<Finding> {
  const images = itemsOf(list);
  if (images.length === 0 && list?.type === 'array') yield findingAtValue(list, messages['no-images']);
  const seen = new Set<string>();
  for (const image of images) {
    if (image.type !== 'object') continue;
    yield* typeFaults(image);
    if (valueOf(image, 'Config') === undefined && valueOf(image, 'config') === undefined)
      yield findingAtValue(image, messages['no-config']);
    for (const node of itemsOf(valueOf(image, 'RepoTags'))) {
      const tag = stringOf(node);
      if (tag === undefined) continue;
      if (!isSavedTag(tag)) yield findingAtValue(node, messages['bad-tag']({ tag: quoted(tag) }));
      else if (seen.has(tag)) yield findingAtValue(node, messages['tag-twice']({ tag: quoted(tag) }));
      seen.add(tag);
    }
  }
}

/** Values that Go's decoder rejects. It reads null as an empty value. */
function* typeFaults(image: JsonNode): Iterable<Finding> {
  for (const [name, isArray] of [
    ['Config', false],
    ['RepoTags', true],
    ['Layers', true],
  ] as const) {
    const value = valueOf(image, name);
    if (value === undefined || value.type === 'null') continue;
    const odd =
      isArray && value.type === 'array'
        ? itemsOf(value).find(isNoText)
        : isArray || isNoText(value)
          ? value
          : undefined;
    if (odd === undefined) continue;
    const type = isArray ? 'an array of strings' : 'a string';
    yield findingAtValue(odd, messages['other-type']({ name, type }));
  }
}

function isNoText({ type }: JsonNode): boolean {
  return type !== 'string' && type !== 'null';
}

/** `name:tag`, as in distribution/reference. The registry may be in upper case and have a port. */
function isSavedTag(text: string): boolean {
  const [, name = '', tag = ''] = /^(.+):([\w][\w.-]{0,127})$/.exec(text) ?? [];
  const path = name.includes('/') ? name.slice(name.indexOf('/') + 1) : name;
  return tag !== '' && !/[A-Z@\s]/.test(path) && !name.includes('@');
}

function placeOf(layout: Layout | undefined): string {
  return layout === undefined ? 'archive' : 'layout';
}

async function missingFile(
  node: JsonNode,
  root: string,
  { contents, layout }: ContentReading,
): Promise<Finding | undefined> {
  const path = stringOf(node);
  if (path === undefined) return undefined;
  const steps = path.split('/');
  const place = placeOf(layout);
  // Nothing outside the layout is looked at.
  if (path.startsWith('/') || steps.some((step) => step === '' || step === '.' || step === '..'))
    return findingAtValue(node, messages['not-a-path']({ path: quoted(path), place }));
  const stat = await contents.files.stat(below(root, ...steps));
  return stat === undefined ? findingAtValue(node, messages.missing({ path: quoted(path), place })) : undefined;
}

/**
 * `repositories`, which older versions of Docker read, names the last layer of each tag: by its blob, or by the folder that
 * it was in before Docker 25 (moby, image/tarexport/save.go).
 */
async function missingRepositories(
  root: string,
  { contents: { files }, layout }: ContentReading,
): Promise<readonly Finding[]> {
  const uri = below(root, 'repositories');
  const bytes = await readSmallFile(files, uri, maxRepositories);
  const { root: list, lines } = bytes === undefined ? { root: undefined } : readDocumentBytes(uri, bytes, {}).json;
  const found: Finding[] = [];
  for (const repository of membersOf(list)) {
    for (const tag of membersOf(repository.value)) {
      const id = stringOf(tag.value) ?? '';
      if (!/^[0-9a-f]{64}$/.test(id)) continue;
      const places = [below(root, 'blobs', 'sha256', id), below(root, id)];
      const stats = await Promise.all(places.map((place) => files.stat(place)));
      if (stats.some((stat) => stat !== undefined)) continue;
      const name = quoted(`${repository.name}:${tag.name}`);
      const message = messages.repositories({ id: id.slice(0, 12), name, place: placeOf(layout) });
      const place = {
        uri,
        ...(lines === undefined ? {} : { lines }),
        span: tag.value === undefined ? { start: 0, end: 0 } : spanOf(tag.value),
      };
      const related = [
        { ...place, pointer: tag.value === undefined ? '' : pointerOf(tag.value), message: 'The layer' },
      ];
      found.push(findingAtStart(message, { related }));
    }
  }
  return found;
}

/** In bytes. */
const maxRepositories = 1024 * 1024;

/** The digest that a path of the form `blobs/<algorithm>/<encoded>` names. */
function digestOf(node: JsonNode | undefined): Digest | undefined {
  const parts = /^blobs\/([^/]+)\/([^/]+)$/.exec(stringOf(node) ?? '');
  return parts === null ? undefined : readDigest(`${parts[1]}:${parts[2]}`);
}

async function disagreements(
  config: JsonNode,
  layers: readonly JsonNode[],
  layout: Layout,
  reading: ContentReading,
): Promise<readonly Finding[]> {
  const digest = digestOf(config);
  // Before Docker 25 the files had names of their own.
  if (digest === undefined || layers.some((layer) => digestOf(layer) === undefined)) return [];
  const manifest = await manifestWithConfig(toDigestText(digest), reading);
  if (manifest === undefined) {
    return [findingAtValue(config, messages['no-manifest']({ digest: shortDigest(toDigestText(digest)) }))];
  }
  const named = manifest.descriptors.filter(({ role }) => role === 'layer').map(({ value }) => value?.digest);
  const at = layers.findIndex((layer, i) => textOf(digestOf(layer)) !== textOf(named[i]));
  if (at < 0 && layers.length === named.length) return [];
  const node = layers[at] ?? config;
  const expected = named[at];
  const message =
    expected === undefined
      ? messages['other-count']({ layers: `${named.length} ${named.length === 1 ? 'layer' : 'layers'}` })
      : messages['other-layer']({ index: at, digest: shortDigest(toDigestText(expected)) });
  const related = [{ uri: manifest.uri, span: { start: 0, end: 0 }, pointer: '/layers', message: 'The OCI manifest' }];
  return [findingAtValue(node, message, { related })];

  function textOf(one: Digest | undefined): string | undefined {
    return one && blobUriOf(layout, one);
  }
}

/** The manifest, among those of the layout, that names a config. */
async function manifestWithConfig(
  digest: string,
  { layout, contents }: ContentReading,
): Promise<OciDocument | undefined> {
  if (layout === undefined) return undefined;
  const mention = (await contents.graphOf(layout)).mentionsOf(digest).find(({ role }) => role === 'config');
  const content = mention && (await fileContentOf(contents.files, mention.uri));
  if (!isContent(content)) return undefined;
  return contents.documentOf(content, undefined).catch(() => undefined);
}
