import { grouped } from '../protocol/counted.ts';

/** A human-readable size: exact below 1,000 bytes, otherwise three digits and a decimal unit, as registries show it. */
export function humanSize(size: number | bigint): string {
  let value = Number(size);
  if (value < 1000) return `${value} B`;
  for (const unit of ['kB', 'MB', 'GB', 'TB']) {
    value /= 1000;
    if (value < 999.5 || unit === 'TB') return `${toThreeDigits(value)} ${unit}`;
  }
  return `${size} B`;
}

function toThreeDigits(value: number): string {
  if (value < 9.995) return value.toFixed(2).replace(/(?:\.0|(?<=\.[1-9]))0$/, '');
  return value < 99.95 ? value.toFixed(1).replace(/\.0$/, '') : value.toFixed(0);
}

/** An exact number of bytes with thousands separators. */
export function exactSize(size: number | bigint): string {
  return `${grouped(size)} B`;
}
