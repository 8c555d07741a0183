import type { OciDocument } from '../../oci/document.ts';
import { insertMember, insertMembers, valueLike } from '../../syntax/edit.ts';
import { memberOf, membersOf, stringOf, valueOf } from '../../syntax/tree.ts';
import type { ContentReading, ContentRule, Fix } from '../rule.ts';
import { descriptorPartsOf } from '../support/descriptor-parts.ts';
import { findingAtSpan, headOf } from '../support/finding.ts';
import { isImageEntry, isLayoutIndex } from '../support/index-entries.ts';
import { documentBehind, targetDocumentOf } from '../support/target-documents.ts';
import { wording } from '../support/wording.ts';

/** What registries show of an image. Of a multi-platform image, GHCR reads it from the index. */
const shownKeys = ['description', 'source', 'licenses'].map((name) => `org.opencontainers.image.${name}`);

const message = wording('Only labels of the configs say {names}. Registries read the annotations of the index.');

/** Builders write labels into configs. For a multi-platform image, registries read the annotations of the index. */
export const indexAnnotationsMissing: ContentRule = {
  meta: {
    id: 'index-annotations-missing',
    title: 'Labels of the configs are not on the index',
    kinds: ['index'],
    severity: 'hint',
    profile: 'portable',
    clauses: [],
    fixable: true,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    const { document } = reading;
    const { root } = document;
    if (root === undefined || isLayoutIndex(document) || memberOf(root, 'artifactType') !== undefined) return;
    const images = new Set(
      descriptorPartsOf(document)
        .filter(isImageEntry)
        .map(({ node }) => node),
    );
    if (images.size < 2) return;
    const labels: ReadonlyMap<string, string>[] = [];
    for (const target of reading.targets.filter(({ written }) => images.has(written.node))) {
      const manifest = await targetDocumentOf(target, reading, signal);
      const config = manifest && (await configLabels(manifest, reading, signal));
      if (config !== undefined) labels.push(config);
    }
    const shared = sharedLabels(labels).filter(([key]) => memberOf(valueOf(root, 'annotations'), key) === undefined);
    if (shared.length === 0) return;
    const names = shared.map(([key]) => `\`${key.replace(/^.*\./, '')}\``).join(', ');
    yield findingAtSpan(root, headOf(root), message({ names }), { fixes: [fixOf(document, shared)] });
  },
};

async function configLabels(
  manifest: OciDocument,
  reading: ContentReading,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, string> | undefined> {
  const written = manifest.descriptors.find(({ role }) => role === 'config');
  const config = await documentBehind(written, manifest, reading, signal);
  if (config === undefined) return undefined;
  const members = membersOf(valueOf(valueOf(config.root, 'config'), 'Labels'));
  return new Map(
    members.flatMap(({ name, value }) => {
      const text = stringOf(value);
      return text && shownKeys.includes(name) ? [[name, text] as const] : [];
    }),
  );
}

/** Labels that all configs have with the same value. */
function sharedLabels(labels: readonly ReadonlyMap<string, string>[]): readonly (readonly [string, string])[] {
  const [first, ...others] = labels;
  return [...(first ?? [])].filter(([key, text]) => others.every((other) => other.get(key) === text));
}

function fixOf({ json, root }: OciDocument, labels: readonly (readonly [string, string])[]): Fix {
  const title = 'Add them as annotations of the index';
  const annotations = valueOf(root, 'annotations');
  const object = annotations ?? root;
  if (object === undefined) return { title, edits: [], isSafe: false };
  const edits =
    annotations === undefined
      ? [
          insertMember(json, object, 'annotations', valueLike(json, object, Object.fromEntries(labels)), [
            'subject',
            'manifests',
          ]),
        ]
      : insertMembers(
          json,
          annotations,
          labels.map(([key, text]) => [key, JSON.stringify(text)] as const),
        );
  return { title, edits: [edits].flat(), isSafe: false };
}
