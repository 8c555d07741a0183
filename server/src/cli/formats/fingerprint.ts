import type { Diagnostic } from '../../library/diagnostic.ts';
import { crypto } from '../../node/late-modules.ts';

/**
 * Fingerprints for findings that stay the same when lines move: based on path, rule and pointer, plus a counter if
 * these are equal.
 */
export function fingerprintsOf(path: string, diagnostics: readonly Diagnostic[]): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map(({ rule, pointer }) => {
    const key = JSON.stringify([path, rule, pointer]);
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    return crypto().createHash('sha256').update(`${key}${earlier}`).digest('hex').slice(0, 32);
  });
}
