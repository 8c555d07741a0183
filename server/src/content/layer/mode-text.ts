import type { LayerType } from './layer-type.ts';

const letters: Readonly<Record<LayerType, string>> = {
  file: '-',
  folder: 'd',
  link: 'l',
  'hard-link': 'h',
  device: 'c',
  pipe: 'p',
};

/** Type and permissions in the format of `ls` and `tar`: `drwxr-xr-x`. */
export function modeText(type: LayerType, mode: number): string {
  const bits = [...'rwxrwxrwx'].map((letter, at) => ((mode >> (8 - at)) & 1 ? letter : '-'));
  const special: readonly (readonly [bit: number, at: number, letter: string])[] = [
    [0o4000, 2, 's'],
    [0o2000, 5, 's'],
    [0o1000, 8, 't'],
  ];
  for (const [bit, at, letter] of special)
    if ((mode & bit) !== 0) bits[at] = bits[at] === 'x' ? letter : letter.toUpperCase();
  return letters[type] + bits.join('');
}

/** `2024-05-01 12:30:00` in UTC; empty if out of range for a date. */
export function timeText(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19).replace('T', ' ');
}
