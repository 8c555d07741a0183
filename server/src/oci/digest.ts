/** A digest that matches the grammar `algorithm:encoded` (image-spec descriptor.md, "Digests"). */
export interface Digest {
  readonly algorithm: string;
  readonly encoded: string;
}

/** An algorithm registered by the specification. The encoded part is lowercase hex of this length. */
export interface RegisteredAlgorithm {
  readonly name: string;
  readonly hexLength: number;
}

/** The registered algorithms. blake3 was added after v1.1.1 (image-spec pull request 1240). */
export const registeredAlgorithms: readonly RegisteredAlgorithm[] = [
  { name: 'sha256', hexLength: 64 },
  { name: 'sha512', hexLength: 128 },
  { name: 'blake3', hexLength: 64 },
];

const grammar = /^([a-z0-9]+(?:[+._-][a-z0-9]+)*):([A-Za-z0-9=_-]+)$/;

/** Fast path for nearly all digests. */
const usual = /^sha256:[0-9a-f]{64}$/;

/** Far beyond any real algorithm. Longer text is rejected before it reaches the regular expression. */
const maxLength = 1024;

/** Why a text is not a valid digest. */
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

/** Parses a digest; undefined if it violates the grammar or the encoding of a registered algorithm. */
export function readDigest(text: string | undefined): Digest | undefined {
  if (text === undefined || digestProblemOf(text) !== undefined) return undefined;
  const colon = text.indexOf(':');
  return { algorithm: text.slice(0, colon), encoded: text.slice(colon + 1) };
}

/** What is wrong with a digest, if anything. Unregistered algorithms are valid. */
export function digestProblemOf(text: string): DigestProblem | undefined {
  if (usual.test(text)) return undefined;
  if (text.length > maxLength) return 'too-long';
  const [, algorithm, encoded] = grammar.exec(text) ?? [];
  if (algorithm === undefined || encoded === undefined) return grammarProblemOf(text);
  return encodedProblemOf(algorithm, encoded);
}

/** The algorithm of a digest; undefined if the text does not match the grammar. */
export function algorithmOf(text: string | undefined): string | undefined {
  return text === undefined || text.length > maxLength ? undefined : grammar.exec(text)?.[1];
}

/** The registered algorithm with this name. */
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

/** Shortens a digest for display: the algorithm and the first twelve digits. */
export function shortDigest(digest: string): string {
  const colon = digest.indexOf(':');
  return digest.length - colon > 13 ? `${digest.slice(0, colon + 13)}…` : digest;
}
