import type { Diagnostic } from '../../library/diagnostic.ts';
import { crypto } from '../../node/late-modules.ts';

/**
 * Makes fingerprints for the findings in a file that stay the same when lines move: based on path, rule and pointer, plus
 * a counter if these are equal.
 */
export function fingerprints(path: string): (diagnostic: Pick<Diagnostic, 'rule' | 'pointer'>) => string {
  // By a hash, because hundreds of thousands of pointers would take more memory than the document.
  const seen = new Map<number, number>();
  return ({ rule, pointer }) => {
    const text = JSON.stringify([path, rule, pointer]);
    const key = sha256Of(text).readUIntBE(0, 6);
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    return sha256Of(`${text}${earlier}`).toString('hex', 0, 16);
  };
}

function sha256Of(text: string): Buffer {
  return crypto().createHash('sha256').update(text).digest();
}
