import { late } from '../../syntax/late.ts';
import { ownEntry } from '../../syntax/own-entry.ts';
import { architectures, operatingSystems } from './platforms.ts';

/** The GOARCH value for another name of an architecture. `variant` is set if the name implies one. */
export interface ArchitectureMeant {
  readonly architecture: string;
  readonly variant?: string;
}

// Names used by uname, Debian, RPM, Docker Hub, GNU, LLVM and Node.
const plainNames = late(
  (): Readonly<Record<string, string>> => ({
    ...{ x86_64: 'amd64', 'x86-64': 'amd64', x64: 'amd64', 'windows-amd64': 'amd64' },
    ...{ x86: '386', i386: '386', i486: '386', i586: '386', i686: '386', ia32: '386' },
    ...{ aarch64: 'arm64', aarch64_be: 'arm64be' },
    ...{ ppc64el: 'ppc64le', powerpc64le: 'ppc64le', powerpc64: 'ppc64', powerpc: 'ppc' },
    ...{ mips64el: 'mips64le', mipsel: 'mipsle' },
    ...{ loongarch64: 'loong64', loong: 'loong64', riscv64gc: 'riscv64', rv64: 'riscv64', wasm32: 'wasm' },
  }),
);

const namesWithVariant = late(
  (): Readonly<Record<string, readonly [string, string]>> => ({
    ...{ arm64v8: ['arm64', 'v8'], armv8: ['arm64', 'v8'], armv8l: ['arm', 'v8'] },
    ...{
      armhf: ['arm', 'v7'],
      armv7: ['arm', 'v7'],
      armv7l: ['arm', 'v7'],
      armv7hl: ['arm', 'v7'],
      arm32v7: ['arm', 'v7'],
    },
    ...{ armel: ['arm', 'v6'], armv6: ['arm', 'v6'], armv6l: ['arm', 'v6'], arm32v6: ['arm', 'v6'] },
    ...{ armv5: ['arm', 'v5'], arm32v5: ['arm', 'v5'] },
    ...{ amd64v2: ['amd64', 'v2'], amd64v3: ['amd64', 'v3'], amd64v4: ['amd64', 'v4'] },
  }),
);

const systemNames = late(
  (): Readonly<Record<string, string>> => ({
    ...{ macos: 'darwin', macosx: 'darwin', osx: 'darwin', 'mac os': 'darwin', mac: 'darwin' },
    ...{ win: 'windows', win32: 'windows', win64: 'windows', windows_nt: 'windows' },
    ...{ ubuntu: 'linux', debian: 'linux', alpine: 'linux', fedora: 'linux', rhel: 'linux', 'gnu/linux': 'linux' },
    ...{ sunos: 'solaris', wasi: 'wasip1' },
  }),
);

/** Names for "any architecture". Such an entry should omit the platform. */
const anyNames: ReadonlySet<string> = new Set(['noarch', 'all', 'any', 'none', 'universal', '*']);

/** The GOARCH value meant by another name; undefined if ambiguous. */
export function architectureMeantBy(name: string): ArchitectureMeant | undefined {
  const written = name.trim().toLowerCase();
  if (written !== name && Object.hasOwn(architectures, written)) return { architecture: written };
  const plain = ownEntry(plainNames(), written);
  if (plain !== undefined) return { architecture: plain };
  const [architecture, variant] = ownEntry(namesWithVariant(), written) ?? [];
  return architecture === undefined || variant === undefined ? ofPlatform(written) : { architecture, variant };
}

/** The architecture in a platform as command lines take it, such as `linux/arm64` or `arm/v7`. */
function ofPlatform(written: string): ArchitectureMeant | undefined {
  const parts = written.split('/', 4);
  if (Object.hasOwn(operatingSystems, parts[0] ?? '')) parts.shift();
  const [architecture = '', variant] = parts;
  if (!written.includes('/') || parts.length > 2 || !Object.hasOwn(architectures, architecture)) return undefined;
  if (variant !== undefined && !/^v[0-9]/.test(variant)) return undefined;
  return variant === undefined ? { architecture } : { architecture, variant };
}

/** The GOOS value meant by another name; undefined if ambiguous. */
export function operatingSystemMeantBy(name: string): string | undefined {
  const written = name.trim().toLowerCase();
  if (written !== name && Object.hasOwn(operatingSystems, written)) return written;
  return ownEntry(systemNames(), written);
}

/** Whether a name means "any architecture". */
export function isAnyPlatformName(name: string): boolean {
  return anyNames.has(name.toLowerCase());
}
