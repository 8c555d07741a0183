/** JSON that is obsolete, or foreign although its name or properties resemble our formats. */
import type { BrokenSample } from './broken.ts';
import * as sound from './sound.ts';

export const strangers: readonly BrokenSample[] = [
  {
    file: 'docker-schema1.json',
    severity: 'warning',
    fault: 'a Docker manifest of schema version 1, which nobody should write or serve any more',
    content: {
      schemaVersion: 1,
      name: 'library/pilot',
      tag: '0.9',
      architecture: 'amd64',
      fsLayers: [
        { blobSum: sound.digestFor('upper schema 1 layer') },
        { blobSum: sound.digestFor('lower schema 1 layer') },
      ],
      history: [{ v1Compatibility: v1Compatibility('upper', 'lower') }, { v1Compatibility: v1Compatibility('lower') }],
    },
  },
  {
    file: 'web-app.manifest.json',
    severity: 'nothing',
    fault: 'none: the manifest of a web application is left alone',
    content: {
      name: 'Tide tables',
      short_name: 'Tides',
      start_url: '/',
      display: 'standalone',
      background_color: '#0b3d5c',
      icons: [{ src: '/icons/192.png', sizes: '192x192', type: 'image/png' }],
    },
  },
];

function v1Compatibility(layer: string, parent?: string): string {
  return JSON.stringify({
    id: idFor(layer),
    ...(parent && { parent: idFor(parent) }),
    created: '2015-11-03T12:00:00Z',
    container_config: { Cmd: ['/bin/sh', '-c', `#(nop) ADD ${layer}.tar /`] },
  });
}

function idFor(layer: string): string {
  return sound.digestFor(`${layer} schema 1 image`).slice('sha256:'.length);
}
