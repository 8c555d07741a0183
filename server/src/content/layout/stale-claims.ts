import { claimedDigestsOf, maxClaimSize, mayClaim } from '../../oci/attestation.ts';
import { toDigestText } from '../../oci/descriptor.ts';
import { bytesOf, type Content } from '../stores/content-store.ts';
import type { Identity } from './rehash-edits.ts';

/** A signature or attestation whose subject now has a different digest. Only the signer can create a new one. */
export interface StaleClaim {
  readonly uri: string;
  readonly before: string;
  readonly now: string;
}

/** Collects the claims of a layout's signatures and attestations. */
export function createClaims() {
  const claims: { readonly uri: string; readonly digests: readonly string[] }[] = [];
  return {
    /** Records a blob's claims if it is a signature or attestation. */
    async note(mediaType: string, content: Content, signal: AbortSignal | undefined): Promise<void> {
      if (!mayClaim(mediaType) || content.size > maxClaimSize || content.uri === undefined) return;
      const digests = claimedDigestsOf(new TextDecoder().decode(await bytesOf(content, signal)));
      if (digests.length > 0) claims.push({ uri: content.uri, digests });
    },
    /** Signatures and attestations with an outdated digest, each once. */
    staleBy(actualOf: (digest: string) => Identity | undefined): readonly StaleClaim[] {
      return claims.flatMap(({ uri, digests }) => {
        for (const before of digests) {
          const actual = actualOf(before);
          const now = actual === undefined ? before : toDigestText(actual.digest);
          if (now !== before) return [{ uri, before, now }];
        }
        return [];
      });
    },
  };
}
