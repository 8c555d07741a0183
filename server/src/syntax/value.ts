import type { JsonDocument } from './parse.ts';
import type { JsonMember, JsonNode } from './tree.ts';
import { childrenOf } from './tree.ts';

/** The plain value of a whole document, by the engine's own parser where the text is faultless: it is several times faster. */
export function documentValueOf({ text, root, faults }: JsonDocument): unknown {
  if (faults.length > 0) return toValue(root);
  try {
    return JSON.parse(text);
  } catch {
    return toValue(root);
  }
}

type Target = { [name: string]: unknown };

/**
 * The plain JavaScript value of a tree, for validators. Values that are not JSON are left out, and those that are said to be;
 * of duplicate names the last counts. Numbers are doubles here: where exactness matters read `writtenOf`. Never recurses.
 */
export function toValue(root: JsonNode | undefined, isLeftOut?: (node: JsonNode) => boolean): unknown {
  if (root === undefined) return undefined;
  const result = emptyOf(root);
  const stack: { node: JsonNode; value: unknown }[] = isContainer(root) ? [{ node: root, value: result }] : [];
  for (let frame = stack.pop(); frame !== undefined; frame = stack.pop()) {
    for (const child of childrenOf(frame.node)) {
      const node: JsonNode | undefined = child.type === 'member' ? child.value : child;
      if (node === undefined || isLeftOut?.(node) === true) continue;
      const value = emptyOf(node);
      if (child.type === 'member') put(frame.value as Target, child, value);
      else (frame.value as unknown[]).push(value);
      if (isContainer(node)) stack.push({ node, value });
    }
  }
  return result;
}

function isContainer(node: JsonNode): boolean {
  return node.type === 'object' || node.type === 'array';
}

/** The value without what is in it: an object or array is empty. */
export function emptyOf(node: JsonNode): unknown {
  switch (node.type) {
    case 'object':
      return {};
    case 'array':
      return [];
    case 'string':
      return node.scalar;
    case 'number':
      return Number(node.scalar);
    case 'boolean':
      return node.scalar === 'true';
    case 'null':
      return null;
    case 'invalid':
      return undefined;
  }
}

function put(target: Target, member: JsonMember, value: unknown): void {
  // Assigning `__proto__` would change the prototype instead of adding a member.
  if (member.name === '__proto__') {
    Object.defineProperty(target, '__proto__', { value, enumerable: true, writable: true, configurable: true });
  } else target[member.name] = value;
}
