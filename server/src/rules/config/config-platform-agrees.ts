import type { OciDocument } from '../../oci/document.ts';
import { platformKeyOf } from '../../oci/facts/normalized-platform.ts';
import { hasTraits } from '../../oci/kinds.ts';
import { replaceValue } from '../../syntax/edit.ts';
import { pointerOf } from '../../syntax/pointer.ts';
import { type JsonNode, spanOf, stringAt, valueOf } from '../../syntax/tree.ts';
import type { ContentRule, Related } from '../rule.ts';
import { findingAtValue } from '../support/finding.ts';
import { documentBehind, targetDocumentOf } from '../support/target-documents.ts';
import { wording } from '../support/wording.ts';

const message = wording('Platform mismatch: entry has {entry}, config has {config}.');

/** The platform of an entry is that of its image's config (derived from image-index.md and config.md). */
export const configPlatformAgrees: ContentRule = {
  meta: {
    id: 'config-platform-agrees',
    title: 'Platform differs from the image config',
    kinds: ['index', 'docker-manifest-list'],
    severity: 'warning',
    profile: 'recommended',
    clauses: ['config-platform-agrees'],
    fixable: true,
    messages: { default: message },
  },
  async *checkContent(reading, signal) {
    for (const target of reading.targets) {
      const platform = valueOf(target.written.node, 'platform');
      const written = platform && platformAt(platform);
      if (platform === undefined || written === undefined || isAttestation(target.written.node)) continue;
      const manifest = await targetDocumentOf(target, reading, signal);
      const config = manifest && (await configOf(manifest));
      const actual = config && platformAt(config.root);
      if (config?.root === undefined || actual === undefined || platformKeyOf(actual) === platformKeyOf(written))
        continue;
      const [node, value] = differenceOf(platform, config.root);
      yield findingAtValue(node, message({ entry: textOf(written), config: textOf(actual) }), {
        clause: 'config-platform-agrees',
        related: configPlace(config, textOf(actual)),
        fixes:
          value === undefined
            ? []
            : [{ title: `Replace with ${value}`, edits: [replaceValue(node, JSON.stringify(value))], isSafe: false }],
      });
    }

    async function configOf(manifest: OciDocument): Promise<OciDocument | undefined> {
      const descriptor = manifest.descriptors.find(({ role }) => role === 'config');
      const config = await documentBehind(descriptor, manifest, reading, signal);
      return hasTraits(config?.kind, 'is-image-config') ? config : undefined;
    }
  },
};

type Parts = { readonly os: string; readonly architecture: string; readonly variant?: string };

function platformAt(node: JsonNode | undefined): Parts | undefined {
  const os = stringAt(node, 'os');
  const architecture = stringAt(node, 'architecture');
  const variant = stringAt(node, 'variant');
  if (!os || !architecture) return undefined;
  return { os, architecture, ...(variant ? { variant } : {}) };
}

function textOf({ os, architecture, variant }: Parts): string {
  return variant === undefined ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
}

/** BuildKit lists attestations next to images, with the platform unknown/unknown. */
function isAttestation(entry: JsonNode): boolean {
  return stringAt(valueOf(entry, 'annotations'), 'vnd.docker.reference.type') !== undefined;
}

/** The one member that differs and its right value; the whole platform if that is not one that can be replaced. */
function differenceOf(platform: JsonNode, config: JsonNode): readonly [JsonNode, string | undefined] {
  const [name, ...others] = ['os', 'architecture', 'variant'].filter(
    (one) => stringAt(platform, one) !== stringAt(config, one),
  );
  const node = name === undefined || others.length > 0 ? undefined : valueOf(platform, name);
  return name === undefined || node === undefined ? [platform, undefined] : [node, stringAt(config, name)];
}

function configPlace({ uri, root, json: { lines } }: OciDocument, text: string): readonly Related[] {
  const node = valueOf(root, 'architecture');
  if (node === undefined) return [];
  return [{ uri, lines, span: spanOf(node), pointer: pointerOf(node), message: `Config is for ${text}.` }];
}
