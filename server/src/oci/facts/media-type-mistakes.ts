import { late } from '../../syntax/late.ts';

/** A common mistake in a media type and its correction. */
export interface MediaTypeMistake {
  readonly from: string;
  readonly to: string;
}

// biome-ignore format: a row reads best when it is short
const mistakes: readonly MediaTypeMistake[] = [
  { from: 'application/vnd.oci.image.layer.v1.tar.gzip', to: 'application/vnd.oci.image.layer.v1.tar+gzip' },
  { from: 'application/vnd.oci.image.layer.v1.tar.gz', to: 'application/vnd.oci.image.layer.v1.tar+gzip' },
  { from: 'application/vnd.oci.image.layer.v1.tar+gz', to: 'application/vnd.oci.image.layer.v1.tar+gzip' },
  { from: 'application/vnd.oci.image.layer.v1.tar.zstd', to: 'application/vnd.oci.image.layer.v1.tar+zstd' },
  { from: 'application/vnd.oci.image.layer.tar+gzip', to: 'application/vnd.oci.image.layer.v1.tar+gzip' },
  { from: 'application/vnd.oci.image.layer.v1+tar+gzip', to: 'application/vnd.oci.image.layer.v1.tar+gzip' },
  { from: 'application/vnd.docker.image.rootfs.diff.tar+gzip', to: 'application/vnd.docker.image.rootfs.diff.tar.gzip' },
  { from: 'application/vnd.docker.image.rootfs.diff.tar+zstd', to: 'application/vnd.docker.image.rootfs.diff.tar.zstd' },
  { from: 'application/vnd.oci.image.manifest.v1', to: 'application/vnd.oci.image.manifest.v1+json' },
  { from: 'application/vnd.oci.image.index.v1', to: 'application/vnd.oci.image.index.v1+json' },
  { from: 'application/vnd.oci.image.config.v1', to: 'application/vnd.oci.image.config.v1+json' },
  { from: 'application/vnd.oci.empty.v1', to: 'application/vnd.oci.empty.v1+json' },
  { from: 'application/vnd.oci.image.manifest+json', to: 'application/vnd.oci.image.manifest.v1+json' },
  { from: 'application/vnd.oci.image.index+json', to: 'application/vnd.oci.image.index.v1+json' },
  { from: 'application/vnd.oci.image.config+json', to: 'application/vnd.oci.image.config.v1+json' },
  { from: 'application/vnd.oci.empty+json', to: 'application/vnd.oci.empty.v1+json' },
  { from: 'application/vnd.oci.image.index.v2+json', to: 'application/vnd.oci.image.index.v1+json' },
  { from: 'application/vnd.oci.image.config.v2+json', to: 'application/vnd.oci.image.config.v1+json' },
  { from: 'application/vnd.oci.image.manifest.v2+json', to: 'application/vnd.oci.image.manifest.v1+json' },
  { from: 'application/vnd.oci.image.manifest.list.v1+json', to: 'application/vnd.oci.image.index.v1+json' },
  { from: 'application/vnd.oci.image.serialization.v1+json', to: 'application/vnd.oci.image.config.v1+json' },
  { from: 'application/vnd.oci.image.serialization.config.v1+json', to: 'application/vnd.oci.image.config.v1+json' },
  { from: 'application/vnd.oci.image.serialization.rootfs.tar.gzip', to: 'application/vnd.oci.image.layer.v1.tar+gzip' },
  { from: 'application/vnd.oci.image.rootfs.tar.gzip', to: 'application/vnd.oci.image.layer.v1.tar+gzip' },
  { from: 'application/vnd.oci.scratch.v1+json', to: 'application/vnd.oci.empty.v1+json' },
  { from: 'application/vnd.docker.distribution.manifest.list.v1+json', to: 'application/vnd.docker.distribution.manifest.list.v2+json' },
  { from: 'application/vnd.cncf.helm.chart.config.v1+json', to: 'application/vnd.cncf.helm.config.v1+json' },
  { from: 'application/vnd.dev.cosign.bundle.v0.3+json', to: 'application/vnd.dev.sigstore.bundle.v0.3+json' },
  { from: 'application/spdx', to: 'application/spdx+json' },
];

/** Misspelled top-level types found in published lists and guides. */
const prefixMistakes = ['appliciation/', 'applicaiton/', 'aplication/', 'appplication/', '/application/'];

const mistakesByType = late(() => new Map(mistakes.map((mistake) => [mistake.from, mistake])));

/** All known mistakes, for tests and completion. */
export const mediaTypeMistakes: readonly MediaTypeMistake[] = mistakes;

/** The known mistake that a media type matches, if any. */
export function mediaTypeMistakeOf(type: string): MediaTypeMistake | undefined {
  const known = mistakesByType().get(type);
  if (known !== undefined || type.startsWith('application/')) return known;
  const prefix = prefixMistakes.find((candidate) => type.startsWith(candidate));
  return prefix === undefined ? undefined : { from: type, to: `application/${type.slice(prefix.length)}` };
}
