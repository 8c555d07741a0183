/** A digest whose grammar holds: `algorithm:encoded` (image-spec descriptor.md, "Digests"). */
export interface Digest {
  readonly algorithm: string;
  readonly encoded: string;
}

/** An algorithm that the specification registers; the encoded part is lower-case hex of this many characters. */
export interface RegisteredAlgorithm {
  readonly name: string;
  readonly hexLength: number;
}

/** The registered algorithms. blake3 was registered after v1.1.1 (pull 1240). */
export const registeredAlgorithms: readonly RegisteredAlgorithm[] = [
  { name: 'sha256', hexLength: 64 },
  { name: 'sha512', hexLength: 128 },
  { name: 'blake3', hexLength: 64 },
];

const grammar = /^([a-z0-9]+(?:[+._-][a-z0-9]+)*):([A-Za-z0-9=_-]+)$/;

/** What nearly all digests are: seen at one look. */
const usual = /^sha256:[0-9a-f]{64}$/;

/** No digest of a real algorithm is anywhere near this long; longer text is never matched against the grammar. */
const maxLength = 1024;

/** Why a text is not a usable digest. */
export type DigestProblem =
  | 'no-colon'
  | 'empty-algorithm'
  | 'bad-algorithm'
  | 'empty-encoded'
  | 'bad-encoded'
  | 'too-long'
  | 'upper-case'
  | 'wrong-length'
  | 'not-hex';

/** Reads a digest: the two parts where the grammar and, for a registered algorithm, the encoded form hold. */
export function readDigest(text: string | undefined): Digest | undefined {
  if (text === undefined || digestProblemOf(text) !== undefined) return undefined;
  const colon = text.indexOf(':');
  return { algorithm: text.slice(0, colon), encoded: text.slice(colon + 1) };
}

/** What is wrong with a digest, or undefined. An unregistered algorithm is nothing wrong. */
export function digestProblemOf(text: string): DigestProblem | undefined {
  if (usual.test(text)) return undefined;
  if (text.length > maxLength) return 'too-long';
  const [, algorithm, encoded] = grammar.exec(text) ?? [];
  if (algorithm === undefined || encoded === undefined) return grammarProblemOf(text);
  return encodedProblemOf(algorithm, encoded);
}

/** The algorithm of a well-formed digest; undefined where the grammar does not hold. */
export function algorithmOf(text: string | undefined): string | undefined {
  return text === undefined || text.length > maxLength ? undefined : grammar.exec(text)?.[1];
}

/** The registered algorithm of this name. */
export function registeredAlgorithmOf(name: string): RegisteredAlgorithm | undefined {
  return registeredAlgorithms.find((algorithm) => algorithm.name === name);
}

function grammarProblemOf(text: string): DigestProblem {
  const colon = text.indexOf(':');
  if (colon < 0) return 'no-colon';
  if (colon === 0) return 'empty-algorithm';
  if (!/^[a-z0-9]+(?:[+._-][a-z0-9]+)*$/.test(text.slice(0, colon))) return 'bad-algorithm';
  return colon === text.length - 1 ? 'empty-encoded' : 'bad-encoded';
}

function encodedProblemOf(name: string, encoded: string): DigestProblem | undefined {
  const algorithm = registeredAlgorithmOf(name);
  if (algorithm === undefined) return undefined;
  if (!/^[0-9a-fA-F]*$/.test(encoded)) return 'not-hex';
  if (encoded.length !== algorithm.hexLength) return 'wrong-length';
  return /[A-F]/.test(encoded) ? 'upper-case' : undefined;
}

/** A digest that is short enough to read: its algorithm and twelve digits. */
export function shortDigest(digest: string): string {
  const colon = digest.indexOf(':');
  return digest.length - colon > 13 ? `${digest.slice(0, colon + 13)}…` : digest;
}
