/** Faults of a single descriptor or its platform. */
import { createHash } from 'node:crypto';
import type { BrokenSample } from './broken.ts';
import { digestOf, toBase64, toBytes } from './files.ts';
import * as sound from './sound.ts';

const [firstEntry, secondEntry] = sound.entries;
const [firstLayer, secondLayer] = sound.layers;

export const brokenDescriptors: readonly BrokenSample[] = [
  {
    file: 'size-negative.json',
    severity: 'error',
    fault: '`size` of an index entry is -1',
    content: indexWith({ ...firstEntry, size: -1 }),
  },
  {
    file: 'size-quoted.json',
    severity: 'error',
    fault: '`size` of a layer is a string',
    content: manifestWith({ ...firstLayer, size: '3208942' }),
  },
  {
    file: 'size-beyond-2-53.json',
    severity: 'warning',
    fault: '`size` of a layer is 2^53 + 1, which many readers round',
    // JSON.stringify cannot write this number either.
    content: withSize('9007199254740993'),
  },
  {
    file: 'size-beyond-int64.json',
    severity: 'error',
    fault: '`size` of a layer is 2^63, one too large for a signed 64-bit integer',
    content: withSize('9223372036854775808'),
  },
  {
    file: 'digest-uppercase.json',
    severity: 'error',
    fault: 'the hex digits of a digest are upper-case',
    content: indexWith({ ...firstEntry, digest: `sha256:${hexOf(firstEntry.digest).toUpperCase()}` }),
  },
  {
    file: 'digest-short.json',
    severity: 'error',
    fault: 'a sha256 digest has 63 digits',
    content: manifestWith({ ...firstLayer, digest: firstLayer.digest.slice(0, -1) }),
  },
  {
    file: 'digest-unknown-algorithm.json',
    severity: 'information',
    fault: 'none: sha3-256 is not registered, but any algorithm of the right form is allowed',
    content: manifestWith({
      ...firstLayer,
      digest: `sha3-256:${createHash('sha3-256').update('a layer').digest('hex')}`,
    }),
  },
  {
    file: 'data-not-base64.json',
    severity: 'error',
    fault: '`data` is the text itself instead of its base64 form',
    content: { ...embedded('Ahoy!'), data: 'Ahoy!' },
  },
  {
    file: 'data-digest-differs.json',
    severity: 'error',
    fault: '`data` is not the content that `digest` names',
    content: { ...embedded('Ahoy!\n'), digest: digestOf('Avast\n') },
  },
  {
    file: 'data-size-differs.json',
    severity: 'error',
    fault: '`data` holds six bytes and `size` says seven',
    content: { ...embedded('Ahoy!\n'), size: 7 },
  },
  {
    file: 'empty-descriptor-wrong-size.json',
    severity: 'error',
    fault: 'the empty descriptor has size 3 instead of 2',
    content: { ...sound.artifact, config: { ...sound.emptyDescriptor, size: 3 } },
  },
  {
    file: 'platform-mistake.json',
    severity: 'warning',
    fault: 'a platform has the architecture `x86_64`; OCI calls it `amd64`',
    content: indexWith({ ...firstEntry, platform: { architecture: 'x86_64', os: 'linux' } }),
  },
];

function indexWith(entry: unknown): unknown {
  return { ...sound.index, manifests: [entry, secondEntry] };
}

function manifestWith(layer: unknown): unknown {
  return { ...sound.manifest, layers: [layer, secondLayer] };
}

function withSize(digits: string): string {
  return `${JSON.stringify(sound.manifest, null, 2).replace(`"size": ${firstLayer.size}`, `"size": ${digits}`)}\n`;
}

function embedded(text: string): object {
  const content = toBytes(text);
  return { mediaType: 'text/plain', digest: digestOf(content), size: content.length, data: toBase64(content) };
}

function hexOf(digest: string): string {
  return digest.slice(digest.indexOf(':') + 1);
}
