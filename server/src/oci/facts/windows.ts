/** A Windows build for which base images exist. */
export interface WindowsBuild {
  readonly build: number;
  /** The product name, and the tag of Microsoft's base images. */
  readonly name: string;
  readonly tag?: string;
}

/** Builds that have or had base images. Hosts before 20348 need the exact build; later hosts also run the last LTSC. */
export const windowsBuilds: readonly WindowsBuild[] = [
  { build: 14393, name: 'Windows Server 2016', tag: 'ltsc2016' },
  { build: 16299, name: 'Windows Server 1709', tag: '1709' },
  { build: 17134, name: 'Windows Server 1803', tag: '1803' },
  { build: 17763, name: 'Windows Server 2019', tag: 'ltsc2019' },
  { build: 18362, name: 'Windows Server 1903', tag: '1903' },
  { build: 18363, name: 'Windows Server 1909', tag: '1909' },
  { build: 19041, name: 'Windows Server 2004', tag: '2004' },
  { build: 19042, name: 'Windows Server 20H2', tag: '20H2' },
  { build: 20348, name: 'Windows Server 2022', tag: 'ltsc2022' },
  { build: 25398, name: 'Windows Server 23H2' },
  { build: 26100, name: 'Windows Server 2025', tag: 'ltsc2025' },
];

/** `10.0.<build>`, optionally with a revision, which matching ignores. */
const versionForm = /^[0-9]+\.[0-9]+\.([0-9]+)(?:\.[0-9]+)?$/;

/** Whether containerd can parse an `os.version`. It treats anything else as 0.0.0. */
export function isWindowsVersion(version: string): boolean {
  return versionForm.test(version);
}

/** The known build that an `os.version` refers to. */
export function windowsBuildOf(version: string): WindowsBuild | undefined {
  const build = Number(versionForm.exec(version)?.[1]);
  return windowsBuilds.find((row) => row.build === build);
}

/** Values of `os.features`, by os. The specification only defines `win32k`. */
export const osFeatures: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  windows: { win32k: 'The image needs win32k.sys, which Nano Server lacks.' },
  linux: {
    erofs: 'Layers are in native EROFS form, so that only hosts with that support choose the image (containerd).',
    'nydus.remoteimage.v1': 'The image is in Nydus form.',
  },
};
