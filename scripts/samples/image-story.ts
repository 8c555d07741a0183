/**
 * The image of `samples/image-layout`: Harbourmaster's signal server on a fictional distribution, Quayside Linux. Three
 * layers: the system, the program, and a last one that deletes and replaces files of the others.
 */
import type { Platform } from './layout.ts';
import type { TarEntry } from './tar.ts';

export const version = '2.3.1';
export const created = '2025-09-18T14:05:00Z';
export const baseCreated = '2025-09-02T06:00:00Z';
export const repository = 'registry.example.com/harbourmaster/signal-server';

export interface ImageBuild {
  readonly platform: Platform;
  /** The compression of this platform's layers. Each platform uses another one, to show all three. */
  readonly compression: 'gzip' | 'zstd' | 'none';
  /** The distribution's name for the architecture. */
  readonly machine: string;
}

export const builds: readonly ImageBuild[] = [
  { platform: { architecture: 'amd64', os: 'linux' }, compression: 'gzip', machine: 'x86_64' },
  { platform: { architecture: 'arm64', os: 'linux', variant: 'v8' }, compression: 'zstd', machine: 'aarch64' },
  { platform: { architecture: 'arm', os: 'linux', variant: 'v7' }, compression: 'none', machine: 'armv7' },
];

export interface Layer {
  readonly created: string;
  readonly createdBy: string;
  readonly entries: readonly TarEntry[];
}

export function layersOf({ machine }: ImageBuild): readonly Layer[] {
  return [
    { created: baseCreated, createdBy: `ADD quayside-4.2-${machine}.tar.gz / # buildkit`, entries: system(machine) },
    { created, createdBy: 'COPY rootfs/ / # buildkit', entries: program },
    { created, createdBy: `RUN /bin/sh -c ${correctionsCommand} # buildkit`, entries: corrections },
  ];
}

function system(machine: string): readonly TarEntry[] {
  return [
    { path: 'etc/' },
    { path: 'etc/os-release', linkTo: '../usr/lib/os-release' },
    { path: 'etc/passwd', content: 'root:x:0:0:root:/root:/bin/sh\nsignal:x:4004:4004::/srv:/bin/false\n' },
    { path: 'etc/group', content: 'root:x:0:\nsignal:x:4004:\n' },
    { path: 'etc/quayside/' },
    { path: 'etc/quayside/machine', content: `${machine}\n` },
    { path: 'usr/' },
    { path: 'usr/lib/' },
    {
      path: 'usr/lib/os-release',
      content: 'ID=quayside\nNAME="Quayside Linux"\nVERSION_ID=4.2\nHOME_URL=https://quayside.example.com/\n',
    },
    { path: 'usr/share/' },
    { path: 'usr/share/doc/' },
    { path: 'usr/share/doc/quayside/' },
    { path: 'usr/share/doc/quayside/NEWS', content: '4.2: smaller, and no documentation in images.\n' },
  ];
}

const program: readonly TarEntry[] = [
  { path: 'etc/' },
  { path: 'etc/signals.conf', content: 'listen=8080\nstorm=black ball\n' },
  { path: 'usr/' },
  { path: 'usr/bin/' },
  {
    path: 'usr/bin/signal-server',
    mode: 0o755,
    content: `#!/bin/sh
# Answers every request with the signals that fly from the mast.
exec httpd -f -p "\${SIGNAL_PORT:-8080}" -h /srv "$@"
`,
  },
  { path: 'srv/' },
  { path: 'srv/index.html', content: '<!doctype html>\n<title>Signals</title>\n<p>All clear.\n' },
];

const correctionsCommand = 'rm -r /usr/share/doc/quayside && echo fog=bell >> /etc/signals.conf';

/** The whiteout precedes its siblings, so that a reader never has to go back. */
const corrections: readonly TarEntry[] = [
  { path: 'etc/' },
  { path: 'etc/signals.conf', content: 'listen=8080\nstorm=black ball\nfog=bell\n' },
  { path: 'usr/' },
  { path: 'usr/share/' },
  { path: 'usr/share/doc/' },
  { path: 'usr/share/doc/.wh.quayside' },
];
