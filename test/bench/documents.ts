/** An image index with this many entries, minified as in registries. 11,000 entries are about 3.8 MB. */
export function indexOf(entries: number, indent = 0): string {
  const platforms = ['amd64', 'arm64', 's390x', 'ppc64le', 'riscv64'];
  const manifests = Array.from({ length: entries }, (_, i) => ({
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    digest: `sha256:${i.toString(16).padStart(64, '0')}`,
    size: 1000 + (i % 700),
    platform: { architecture: platforms[i % platforms.length], os: 'linux' },
    annotations: {
      'com.example.build.number': `${i}`,
      'com.example.build.name': `nightly build number ${i} of the suite`,
    },
  }));
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  return JSON.stringify({ schemaVersion: 2, mediaType, manifests }, null, indent);
}
