import { type JsonNode, stringAt } from '../../syntax/tree.ts';

/** Whether paths and users follow the rules of Windows, or unknown ones. */
export function isForWindows(root: JsonNode | undefined): boolean {
  return stringAt(root, 'os')?.toLowerCase() === 'windows';
}
