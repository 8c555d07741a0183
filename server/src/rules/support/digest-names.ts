/** Hashes of other formats and other spellings of SHA-2, by name without punctuation. */
const others: ReadonlyMap<string, string> = new Map([
  ['md5', 'sha256'],
  ['sha', 'sha256'],
  ['sha1', 'sha256'],
  ['sha224', 'sha256'],
  ['sha2256', 'sha256'],
  ['sha2512', 'sha512'],
  ['sha256', 'sha256'],
  ['sha512', 'sha512'],
]);

/** The algorithm to use instead of an unsupported one. Undefined for any other algorithm. */
export function algorithmMeantBy(algorithm: string): string | undefined {
  if (algorithm === 'sha256' || algorithm === 'sha512') return undefined;
  return others.get(algorithm.replace(/[+._-]/g, ''));
}
