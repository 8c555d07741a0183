/** `samples/README.md`: what each sample shows, with links to blobs whose names nobody can remember. */
import { brokenSamples } from './broken.ts';
import { type Files, toBytes } from './files.ts';
import type { ImageLayoutSample } from './image-layout.ts';
import { blobPath, type Descriptor } from './layout.ts';
import type { PackageIndexSample } from './package-index.ts';

export function readme(packages: PackageIndexSample, image: ImageLayoutSample): Files {
  return new Map([['README.md', toBytes(`${introduction}\n${wholeSamples(packages, image)}\n${brokenTable()}`)]]);
}

const introduction = `# Samples

Documents to open, hover over and change. \`npm run samples\` writes them, byte for byte the same
everywhere. Only the digests, the sizes and the signature in them are real.
`;

function wholeSamples(packages: PackageIndexSample, image: ImageLayoutSample): string {
  const inPackage = linkTo('package-index');
  const inImage = linkTo('image-layout');
  const [gzip, zstd, plain] = image.images as [Descriptor, Descriptor, Descriptor];
  return `| folder | shows |
| --- | --- |
| [\`package-index\`](package-index/index.json) | An OCI layout with one package: its \
${inPackage('index', packages.packageIndex)} has an \`artifactType\` of its own and ties together a plugin for each \
platform, the schema of its settings and a bill of materials a plugin. Beside it, with the whole package as their \
\`subject\`, a ${inPackage('bill of materials', packages.sbom)} and a \
${inPackage('signature', packages.signature)} (its manifest minified; [\`package-index.pub\`](package-index.pub) \
verifies it). |
| [\`image-layout\`](image-layout/index.json) | An OCI layout with a container ${inImage('image', image.index)} for \
${inImage('linux/amd64', gzip)} (layers with gzip), ${inImage('linux/arm64/v8', zstd)} (zstd) and \
${inImage('linux/arm/v7', plain)} (plain tar), with a whiteout in the upper layer and provenance for each platform. |
| [\`single\`](single/index.json) | A descriptor, an index, a manifest and a config outside any layout; each names the \
next by digest. |
| [\`broken\`](broken) | One fault per file, see below. |
`;
}

function linkTo(folder: string): (label: string, target: Descriptor) => string {
  return (label, { digest }) => `[${label}](${blobPath(folder, digest)})`;
}

function brokenTable(): string {
  const rows = brokenSamples.map(
    ({ file, severity, fault }) => `| [\`${file}\`](broken/${file}) | ${severity} | ${fault} |`,
  );
  return `## Broken

Apart from its one fault, each of these is a sound document.

| file | severity | fault |
| --- | --- | --- |
${rows.join('\n')}
`;
}
