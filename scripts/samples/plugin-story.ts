/**
 * The package of `samples/package-index`: Tidewatch, a plugin for Harbourmaster (a tool that decides which images may
 * run), released for four platforms with the schema of its settings. All of it is fictional.
 */
import type { Annotations, Platform } from './layout.ts';

export const version = '1.4.0';
export const created = '2025-09-16T08:30:00Z';
export const repository = 'registry.example.com/harbourmaster/plugins/tidewatch';

export const artifactTypes = {
  package: 'application/vnd.example.plugin.package.v1',
  plugin: 'application/vnd.example.plugin.v1',
  schema: 'application/vnd.example.plugin.schema.v1',
  sbom: 'application/spdx+json',
  signature: 'application/vnd.dev.sigstore.bundle.v0.3+json',
} as const;

export interface PluginBuild {
  /** The platform in file names: `linux-amd64`. */
  readonly name: string;
  readonly platform: Platform;
  /** The run-time dependencies of this build, with versions. */
  readonly requires: Readonly<Record<string, string>>;
}

export const builds: readonly PluginBuild[] = [
  { name: 'linux-amd64', platform: { architecture: 'amd64', os: 'linux' }, requires: { jq: '1.7.1' } },
  { name: 'linux-arm64', platform: { architecture: 'arm64', os: 'linux', variant: 'v8' }, requires: { jq: '1.7.1' } },
  {
    name: 'windows-amd64',
    platform: { architecture: 'amd64', os: 'windows', 'os.version': '10.0.20348.4171' },
    requires: { pwsh: '7.5.2' },
  },
  { name: 'darwin-arm64', platform: { architecture: 'arm64', os: 'darwin' }, requires: { jq: '1.8.1' } },
];

/** Annotations of every document of the release. */
export function releaseAnnotations(title: string, description: string): Annotations {
  return {
    'org.opencontainers.image.title': title,
    'org.opencontainers.image.description': description,
    'org.opencontainers.image.version': version,
    'org.opencontainers.image.created': created,
    'org.opencontainers.image.licenses': 'Apache-2.0',
    'org.opencontainers.image.source': 'https://git.example.com/harbourmaster/tidewatch',
    'org.opencontainers.image.revision': '7d3c1f0b9a5e46f2b8d7c60e1a94f35d2c8e7b61',
  };
}
