import type { JsonDocument } from './parse.ts';
import type { JsonMember, JsonNode } from './tree.ts';
import { childrenOf } from './tree.ts';

/**
 * The plain value of a whole document. If there are no faults, JSON.parse is several times faster than converting the
 * tree.
 */
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
 * Converts a tree to a plain JavaScript value, for validators. Omits invalid values. Of duplicate names, the last wins.
 * Numbers become doubles; use `writtenOf` where precision matters. `itemsShown`: by array, the items to convert, if not
 * all. Never recurses.
 */
export function toValue(root: JsonNode | undefined, itemsShown?: ReadonlyMap<JsonNode, readonly JsonNode[]>): unknown {
  if (root === undefined) return undefined;
  const result = emptyOf(root);
  const stack: { node: JsonNode; value: unknown }[] = isContainer(root) ? [{ node: root, value: result }] : [];
  for (let frame = stack.pop(); frame !== undefined; frame = stack.pop()) {
    for (const child of itemsShown?.get(frame.node) ?? childrenOf(frame.node)) {
      const node: JsonNode | undefined = child.type === 'member' ? child.value : child;
      if (node === undefined) continue;
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

/** A value without its children: objects and arrays are empty. */
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
