import type { Severity } from '../../rules/rule.ts';

type Paint = (text: string) => string;

/** ANSI colors, or plain text if colors are off. */
export interface Colors {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly underline: Paint;
  readonly green: Paint;
  readonly bySeverity: Readonly<Record<Severity, Paint>>;
}

export function colorsOf(hasColor: boolean): Colors {
  const paint = (start: number, end: number): Paint =>
    hasColor ? (text) => `\u001b[${start}m${text}\u001b[${end}m` : (text) => text;
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    underline: paint(4, 24),
    green: paint(32, 39),
    bySeverity: { error: paint(31, 39), warning: paint(33, 39), information: paint(36, 39), hint: paint(35, 39) },
  };
}
