/** The BuildKit attestation of how an image was built: an unsigned in-toto statement with SLSA provenance. */
import { created, repository, version } from './image-story.ts';
import type { Descriptor } from './layout.ts';

const source = `https://git.example.com/harbourmaster/signal-server.git#v${version}`;
export const provenanceType = 'https://slsa.dev/provenance/v1';

/** `image` is the descriptor of the manifest for one platform. */
export function provenance({ digest, platform }: Descriptor): unknown {
  const name = [platform?.os, platform?.architecture, platform?.variant].filter(Boolean).join('/');
  const [algorithm, encoded] = digest.split(':') as [string, string];
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [
      {
        name: `pkg:docker/${repository}@${version}?platform=${encodeURIComponent(name)}`,
        digest: { [algorithm]: encoded },
      },
    ],
    predicateType: provenanceType,
    predicate: {
      buildDefinition: {
        buildType: 'https://github.com/moby/buildkit/blob/master/docs/attestations/slsa-definitions.md',
        externalParameters: {
          configSource: { uri: source, path: 'Dockerfile' },
          request: { frontend: 'dockerfile.v0', args: { platform: name } },
        },
        internalParameters: { builderPlatform: 'linux/amd64' },
        resolvedDependencies: [
          {
            uri: source,
            digest: { sha1: '41c8e2d07f9ab35d6e1b2f84c07a95e3d1f6b8a2' },
          },
        ],
      },
      runDetails: {
        builder: { id: 'https://ci.example.com/harbourmaster/builders/release' },
        metadata: {
          invocationId: 'https://ci.example.com/harbourmaster/signal-server/runs/812',
          startedOn: '2025-09-18T14:03:11Z',
          finishedOn: created,
        },
      },
    },
  };
}
