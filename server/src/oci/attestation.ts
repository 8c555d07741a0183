/**
 * The subject digests claimed by a signature payload or an attestation, as `algorithm:encoded`. Supports Cosign simple
 * signing, in-toto statements, DSSE envelopes around them, and Sigstore bundles around those. Empty for anything else.
 */
export function claimedDigestsOf(text: string): readonly string[] {
  const value = parsed(text);
  const payload = payloadOf(value) ?? payloadOf(memberOf(value, 'dsseEnvelope'));
  const statement = payload === undefined ? value : parsed(payload);
  return [...signedImage(statement), ...subjectsOf(statement)];
}

/** Whether JSON is no payload of Cosign's simple signing, of which it reads one digest. */
export function lacksSignedImage(text: string): boolean {
  const value = parsed(text);
  return value !== undefined && signedImage(value).length === 0;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** The decoded payload of a DSSE envelope. */
function payloadOf(envelope: unknown): string | undefined {
  const [payload, type] = [memberOf(envelope, 'payload'), memberOf(envelope, 'payloadType')];
  if (typeof payload !== 'string' || typeof type !== 'string') return undefined;
  try {
    return new TextDecoder().decode(
      Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0)),
    );
  } catch {
    return undefined;
  }
}

/** `critical.image.docker-manifest-digest` */
function signedImage(payload: unknown): readonly string[] {
  const digest = memberOf(memberOf(memberOf(payload, 'critical'), 'image'), 'docker-manifest-digest');
  return typeof digest === 'string' ? [digest] : [];
}

/** `subject[].digest` */
function subjectsOf(statement: unknown): readonly string[] {
  const subjects = memberOf(statement, 'subject');
  if (!Array.isArray(subjects)) return [];
  return subjects.flatMap((subject: unknown) => {
    const digests = memberOf(subject, 'digest');
    if (typeof digests !== 'object' || digests === null) return [];
    return Object.entries(digests).flatMap(([algorithm, hex]) =>
      typeof hex === 'string' ? [`${algorithm}:${hex}`] : [],
    );
  });
}

export const simpleSigningType = 'application/vnd.dev.cosign.simplesigning.v1+json';

/** Bytes. */
export const maxClaimSize = 4 * 1024 * 1024;

/** Whether content of this media type can claim subjects. */
export function mayClaim(mediaType: string): boolean {
  return (
    mediaType === simpleSigningType ||
    mediaType === 'application/vnd.dsse.envelope.v1+json' ||
    mediaType.startsWith('application/vnd.dev.sigstore.bundle') ||
    (mediaType.startsWith('application/vnd.in-toto') && /\+(?:json|dsse)$/.test(mediaType))
  );
}
