import type { Content } from '../stores/content-store.ts';
import { contentReader, streamReader } from './byte-reader.ts';
import type { Compression } from './compression.ts';
import { readTar } from './tar.ts';
import { cleanPathOf } from './tar-path.ts';
import { uncompressed } from './uncompressed.ts';

/** Which of some paths a layer has. */
export interface PresentPaths {
  readonly present: ReadonlySet<string>;
  /** Those of which a parent folder is a symbolic link, so that they may be anywhere. */
  readonly linked: ReadonlySet<string>;
}

/**
 * Which of some paths a layer has. Reads the layer once more,
 * in the memory of the paths alone. Rejects like {@link uncompressed}.
 */
export async function presentPaths(
  paths: ReadonlySet<string>,
  content: Content,
  compression: Compression,
  signal?: AbortSignal,
): Promise<PresentPaths> {
  const [present, linked] = [new Set<string>(), new Set<string>()];
  const behind = pathsBehind(paths);
  const reader =
    compression === 'none' ? contentReader(content, signal) : streamReader(uncompressed(content, compression, signal));
  try {
    for await (const part of readTar(reader)) {
      if ('fault' in part) break;
      const path = cleanPathOf(part.path);
      if (paths.has(path)) present.add(path);
      if (part.type === '2') for (const one of behind.get(path) ?? []) linked.add(one);
    }
  } finally {
    await reader.close();
  }
  return { present, linked };
}

/** The paths below each of their parents. Paths have at most 4096 bytes and are few. */
function pathsBehind(paths: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const behind = new Map<string, string[]>();
  for (const path of paths) {
    for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
      const parent = path.slice(0, at);
      const before = behind.get(parent);
      if (before === undefined) behind.set(parent, [path]);
      else before.push(path);
    }
  }
  return behind;
}
