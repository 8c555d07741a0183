import { URI } from 'vscode-uri';
import { archiveScheme, layerScheme } from '../protocol.ts';
import { below } from './uris.ts';

/** URI schemes for the contents of a file. The path continues below the path of that file. */
export type InsideScheme = typeof archiveScheme | typeof layerScheme;

/** Which of these schemes a URI has, if any. */
export function insideSchemeOf(uri: string): InsideScheme | undefined {
  if (uri.startsWith(`${archiveScheme}:`)) return archiveScheme;
  return uri.startsWith(`${layerScheme}:`) ? layerScheme : undefined;
}

/** Whether a URI denotes something inside another file, which makes it read-only. */
export function isInside(uri: string): boolean {
  return insideSchemeOf(uri) !== undefined;
}

/**
 * The URI for the contents of a file: `file:///a/image.tar` becomes `oci-archive://file/a/image.tar`. The authority
 * holds the original scheme, plus the original authority in hex because editors lowercase authorities.
 */
export function toInside(scheme: InsideScheme, uri: string): string {
  const { scheme: outer, authority, path } = URI.parse(uri);
  const host = authority === '' ? outer : `${outer}_${toHex(authority)}`;
  return URI.from({ scheme, authority: host, path: rooted(path) }).toString();
}

/** Inverse of {@link toInside}, with the rest of the path appended; undefined for other URIs. */
export function toOutside(uri: string): string | undefined {
  if (insideSchemeOf(uri) === undefined) return undefined;
  const { authority, path } = URI.parse(uri);
  const at = authority.indexOf('_');
  const scheme = at < 0 ? authority : authority.slice(0, at);
  const host = at < 0 ? '' : fromHex(authority.slice(at + 1));
  if (!/^[a-z][a-z0-9+.-]*$/.test(scheme) || host === undefined) return undefined;
  // Without an authority that would be one.
  if (host === '' && path.startsWith('//')) return undefined;
  return URI.from({ scheme, authority: host, path: rooted(path) }).toString();
}

/** After an authority a path begins with a slash; not every URI has one. */
function rooted(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}

/** The outermost file that contains something, through any levels of nesting. Other URIs are returned unchanged. */
export function outermost(uri: string): string {
  let outer = uri;
  // Real nesting is never deeper, but a crafted URI may be.
  for (let depth = 0; depth < 4; depth++) {
    const next = toOutside(outer);
    if (next === undefined) return outer;
    outer = next;
  }
  return outer;
}

/** The URI of a file in a layer. */
export function fileUri(layer: string, path: string): string {
  const root = toInside(layerScheme, layer);
  return path === '' ? root : below(root, ...path.split('/'));
}

function toHex(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(hex: string): string | undefined {
  if (!/^(?:[0-9a-f]{2})+$/.test(hex)) return undefined;
  return new TextDecoder().decode(Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)));
}
