/** Signs a digest like Cosign 3: an in-toto statement in a DSSE envelope in a Sigstore bundle. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { toBase64, toBytes, toCompactJson } from './files.ts';

export const signPredicateType = 'https://sigstore.dev/cosign/sign/v1';
const payloadType = 'application/vnd.in-toto+json';

/** The bundle, signed with Ed25519, whose signatures are deterministic. */
export function toSignatureBundle(name: string, digest: string): unknown {
  const [algorithm, encoded] = digest.split(':') as [string, string];
  const payload = toCompactJson({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name, digest: { [algorithm]: encoded } }],
    predicateType: signPredicateType,
    predicate: {},
  });
  const signature = sign(null, preAuthenticationEncoding(payload), sampleKey());
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: { publicKey: { hint: keyHint() } },
    dsseEnvelope: { payload: toBase64(payload), payloadType, signatures: [{ sig: toBase64(signature), keyid: '' }] },
  };
}

/** The key that verifies the bundle. */
export function publicKeyPem(): string {
  return createPublicKey(sampleKey()).export({ type: 'spki', format: 'pem' }).toString();
}

/** Protects nothing and is public on purpose: anyone can derive it from this line. */
function sampleKey(): KeyObject {
  const seed = createHash('sha256').update('The key of a sample; it vouches for nothing.').digest();
  const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  return createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });
}

function keyHint(): string {
  const spki = createPublicKey(sampleKey()).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('base64');
}

/** What DSSE signs: type and payload, each prefixed by its length. */
function preAuthenticationEncoding(payload: Uint8Array): Uint8Array {
  return Buffer.concat([toBytes(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `), payload]);
}
