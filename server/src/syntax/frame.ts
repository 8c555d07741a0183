import { type JsonNode, startOf } from './tree.ts';

/** The text of an object around some of the values directly in it: one piece more than values. */
export type Frame = readonly string[];

/** `values` in the order of the text. */
export function frameOf(text: string, object: JsonNode, values: readonly JsonNode[]): Frame {
  const start = startOf(object);
  const pieces: string[] = [];
  let at = 0;
  for (const value of values) {
    pieces.push(text.slice(start + at, start + value.at));
    at = value.at + value.length;
  }
  return [...pieces, text.slice(start + at, start + object.length)];
}

/** Whether an object has exactly this text around these values. */
export function hasFrame(frame: Frame, text: string, object: JsonNode, values: readonly JsonNode[]): boolean {
  const start = startOf(object);
  let at = 0;
  for (let i = 0; i < frame.length; i++) {
    const piece = frame[i] ?? '';
    const value = values[i];
    if (at + piece.length !== (value?.at ?? object.length) || !text.startsWith(piece, start + at)) return false;
    if (value !== undefined) at = value.at + value.length;
  }
  return frame.length === values.length + 1;
}
