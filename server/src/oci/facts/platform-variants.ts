import { late } from '../../syntax/late.ts';

/** Known variants of an architecture. */
export interface VariantRow {
  /** Known values, oldest first. Most correspond to Go's GOARM, GOARM64, GOAMD64 and so on. */
  readonly values: readonly string[];
  /** The variant that containerd assumes if none is given. */
  readonly default?: string;
  /** Pattern of plausible future values, where the specification's table ends in an ellipsis. */
  readonly next?: RegExp;
}

/**
 * Variants by architecture. The specification's own table lacks `arm/v5`, which is in use, and most of the values
 * behind its ellipses.
 */
export const variantTable: Readonly<Record<string, VariantRow>> = {
  arm: { values: ['v5', 'v6', 'v7', 'v8'], default: 'v7' },
  arm64: {
    values: [
      ...['v8', 'v8.1', 'v8.2', 'v8.3', 'v8.4', 'v8.5', 'v8.6', 'v8.7', 'v8.8', 'v8.9'],
      ...['v9', 'v9.1', 'v9.2', 'v9.3', 'v9.4', 'v9.5', 'v9.6', 'v9.7'],
    ],
    default: 'v8',
    next: /^v[89](?:\.[1-9][0-9]?)?$/,
  },
  // v4 is the highest level of the x86-64 psABI.
  amd64: { values: ['v1', 'v2', 'v3', 'v4'], default: 'v1' },
  ppc64le: { values: ['power8', 'power9', 'power10'], next: /^power[0-9]{1,2}$/ },
  riscv64: { values: ['rva20u64', 'rva22u64', 'rva23u64'], next: /^rva[0-9]{2}u64$/ },
};

/** Common misspellings of variants, by architecture. */
const mistakes = late(
  (): Readonly<Record<string, Readonly<Record<string, string>>>> => ({
    arm: {
      ...{ '5': 'v5', '6': 'v6', '7': 'v7', '8': 'v8', armv5: 'v5', armv6: 'v6', armv7: 'v7', armv8: 'v8' },
      ...{ v6l: 'v6', v7l: 'v7', v7a: 'v7', v7hf: 'v7', v6hf: 'v6', armhf: 'v7', armv7l: 'v7', armv6l: 'v6' },
    },
    arm64: { '8': 'v8', 'v8.0': 'v8', armv8: 'v8', v8a: 'v8', '9': 'v9', '9.0': 'v9', 'v9.0': 'v9', armv9: 'v9' },
    amd64: {
      ...{ '1': 'v1', '2': 'v2', '3': 'v3', '4': 'v4' },
      ...{
        'x86-64-v2': 'v2',
        'x86-64-v3': 'v3',
        'x86-64-v4': 'v4',
        x86_64_v2: 'v2',
        x86_64_v3: 'v3',
        amd64v2: 'v2',
        amd64v3: 'v3',
      },
    },
    ppc64le: { '8': 'power8', '9': 'power9', '10': 'power10', p8: 'power8', p9: 'power9', p10: 'power10' },
    riscv64: { rva20: 'rva20u64', rva22: 'rva22u64', rva23: 'rva23u64' },
  }),
);

/** Whether a variant is valid for its architecture: either listed or a plausible future value. */
export function isVariantOf(architecture: string, variant: string): boolean {
  const row = ownOf(variantTable, architecture);
  return row !== undefined && (row.values.includes(variant) || row.next?.test(variant) === true);
}

/** The known variants of an architecture; undefined if there are none. */
export function variantRowOf(architecture: string): VariantRow | undefined {
  return ownOf(variantTable, architecture);
}

/** The architectures that have a variant with this name. */
export function architecturesWith(variant: string): readonly string[] {
  return Object.keys(variantTable).filter((architecture) => variantTable[architecture]?.values.includes(variant));
}

/** The variant that was probably meant; undefined if ambiguous. */
export function variantMeantBy(architecture: string, variant: string): string | undefined {
  const written = variant.toLowerCase();
  if (written !== variant && isVariantOf(architecture, written)) return written;
  const meant = ownOf(mistakes(), architecture);
  return meant && ownOf(meant, written);
}

function ownOf<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
