import { type JsonNode, stringAt } from '../../syntax/tree.ts';

/** Whether paths and users follow the rules of Windows, or no known ones. */
export function isForWindows(root: JsonNode | undefined): boolean {
  return stringAt(root, 'os')?.toLowerCase() === 'windows';
}
