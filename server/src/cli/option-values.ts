import { CliError } from './cli-error.ts';

export const units = { B: 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3, TiB: 1024 ** 4 };

export function readCount(name: string, text: string): number {
  if (!/^[0-9]{1,9}$/.test(text)) throw invalid(name, text, ': expected an integer');
  return Number(text);
}

export function readSize(name: string, text: string): number {
  const size = sizeOf(text);
  if (size === undefined) throw invalid(name, text, ': expected a size, for example 64GiB');
  return size;
}

function invalid(name: string, text: string, why: string): CliError {
  return new CliError(`invalid value ${quote(text)} for ${name}${why}`);
}

export function oneOf<T extends string>(name: string, known: readonly T[], text: string): T {
  const match = known.find((value) => value === text);
  if (match === undefined) throw invalid(name, text, ` (expected ${known.join(', ')})`);
  return match;
}

export function quote(text: string): string {
  return JSON.stringify(text);
}

/** Bytes of `512MiB`; undefined if it is not a size. */
function sizeOf(text: string): number | undefined {
  const [, number, unit = 'B'] = /^([0-9]{1,12})(B|KiB|MiB|GiB|TiB)?$/.exec(text) ?? [];
  if (number === undefined) return undefined;
  return Number(number) * (Object.entries(units).find(([known]) => known === unit)?.[1] ?? 1);
}
