/** A platform as in an index entry or an image config (image-spec image-index.md, `platform`). */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string | undefined;
  readonly osVersion?: string | undefined;
  readonly osFeatures?: readonly string[];
}

/** GOOS values that Go defines, with descriptions. */
export const operatingSystems: Readonly<Record<string, string>> = {
  linux: 'Linux',
  windows: 'Windows; set `os.version` too',
  darwin: 'macOS',
  freebsd: 'FreeBSD',
  netbsd: 'NetBSD',
  openbsd: 'OpenBSD',
  dragonfly: 'DragonFly BSD',
  illumos: 'illumos',
  solaris: 'Oracle Solaris',
  aix: 'IBM AIX',
  zos: 'IBM z/OS (a name kept by Go, ported outside it)',
  plan9: 'Plan 9',
  android: 'Android',
  ios: 'iOS',
  js: 'A JavaScript host for WebAssembly',
  wasip1: 'WebAssembly System Interface, preview 1',
  hurd: 'GNU Hurd (a name kept by Go, never ported)',
  nacl: 'Native Client (no longer in Go)',
};

/** GOARCH values that Go defines, with descriptions. Those after `wasm` are retired or reserved. */
export const architectures: Readonly<Record<string, string>> = {
  amd64: '64-bit x86 (x86-64)',
  arm64: '64-bit ARM (AArch64)',
  arm: '32-bit ARM, version given by the variant',
  386: '32-bit x86 (i386 to i686)',
  ppc64le: '64-bit POWER, little endian',
  s390x: 'IBM Z (64-bit)',
  riscv64: '64-bit RISC-V',
  loong64: '64-bit LoongArch',
  mips64le: '64-bit MIPS, little endian',
  mips64: '64-bit MIPS, big endian',
  mipsle: '32-bit MIPS, little endian',
  mips: '32-bit MIPS, big endian',
  ppc64: '64-bit POWER, big endian',
  wasm: 'WebAssembly (32-bit)',
  amd64p32: '64-bit x86 with 32-bit pointers (no longer in Go)',
  armbe: '32-bit ARM, big endian (a name kept by Go)',
  arm64be: '64-bit ARM, big endian (a name kept by Go)',
  mips64p32: '64-bit MIPS with 32-bit pointers (a name kept by Go)',
  mips64p32le: '64-bit MIPS with 32-bit pointers, little endian (a name kept by Go)',
  ppc: '32-bit POWER (a name kept by Go)',
  riscv: '32-bit RISC-V (a name kept by Go)',
  s390: '31-bit IBM Z (a name kept by Go)',
  sparc: '32-bit SPARC (a name kept by Go)',
  sparc64: '64-bit SPARC (a name kept by Go)',
};

/**
 * BuildKit's os and architecture for entries that are not images (attestations), which keeps clients from selecting
 * them.
 */
export const unknownPlatform = 'unknown';

/** The GOOS/GOARCH pairs that Go supports, by GOOS: `go tool dist list` of Go 1.19 and later. */
export const goPairs: Readonly<Record<string, readonly string[]>> = {
  aix: ['ppc64'],
  android: ['386', 'amd64', 'arm', 'arm64'],
  darwin: ['amd64', 'arm64'],
  dragonfly: ['amd64'],
  freebsd: ['386', 'amd64', 'arm', 'arm64', 'riscv64'],
  illumos: ['amd64'],
  ios: ['amd64', 'arm64'],
  js: ['wasm'],
  linux: [
    ...['amd64', 'arm64', 'arm', '386', 'ppc64le', 's390x', 'riscv64', 'loong64'],
    ...['mips64le', 'mips64', 'mipsle', 'mips', 'ppc64'],
  ],
  netbsd: ['386', 'amd64', 'arm', 'arm64'],
  openbsd: ['386', 'amd64', 'arm', 'arm64', 'mips64', 'ppc64', 'riscv64'],
  plan9: ['386', 'amd64', 'arm'],
  solaris: ['amd64'],
  wasip1: ['wasm'],
  windows: ['386', 'amd64', 'arm', 'arm64'],
};

/** Whether a name is a GOOS value or the marker for non-image entries. */
export function isOperatingSystem(name: string): boolean {
  return Object.hasOwn(operatingSystems, name) || name === unknownPlatform;
}

/** Whether a name is a GOARCH value or the marker for non-image entries. */
export function isArchitecture(name: string): boolean {
  return Object.hasOwn(architectures, name) || name === unknownPlatform;
}
