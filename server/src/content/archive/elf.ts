/** Bytes of an ELF header that tell what it is for. */
export const elfStart = 20;

/** `e_machine`, by its GOARCH values: for little-endian and big-endian, of 64 bits, then of 32 bits. */
const machines: Readonly<Record<number, readonly (string | undefined)[]>> = {
  3: [undefined, undefined, '386'],
  8: ['mips64le', 'mips64', 'mipsle', 'mips'],
  21: ['ppc64le', 'ppc64'],
  22: [undefined, 's390x'],
  40: [undefined, undefined, 'arm'],
  62: ['amd64', undefined, 'amd64'],
  183: ['arm64'],
  243: ['riscv64'],
  258: ['loong64'],
};

/** The architecture that a program is for, by its first bytes; undefined if unknown, or if it is no ELF program. */
export function architectureOfElf(start: Uint8Array): string | undefined {
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  if (start.length < elfStart || view.getUint32(0) !== 0x7f454c46) return undefined;
  const isLittle = start[5] === 1;
  const type = view.getUint16(16, isLittle);
  // Executables, most of which are position-independent today.
  if (type !== 2 && type !== 3) return undefined;
  return machines[view.getUint16(18, isLittle)]?.[(start[4] === 2 ? 0 : 2) + (isLittle ? 0 : 1)];
}
