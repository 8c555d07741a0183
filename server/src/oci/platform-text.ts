import { type JsonNode, stringAt } from '../syntax/tree.ts';

/** Formats a platform for display: `linux/arm64/v8`, `windows/amd64 10.0.20348.2762`. */
export function platformTextOf(node: JsonNode | undefined): string | undefined {
  const parts = ['os', 'architecture', 'variant'].map((name) => stringAt(node, name));
  if (parts[0] === undefined && parts[1] === undefined) return undefined;
  const version = stringAt(node, 'os.version');
  return `${parts.filter(Boolean).join('/')}${version === undefined ? '' : ` ${version}`}`;
}
