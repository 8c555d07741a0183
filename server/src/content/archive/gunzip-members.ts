import { type FlateError, FlateErrorCode, Gunzip } from 'fflate/browser';

/** Whether all bytes but trailing zeros were read. */
export interface Tail {
  isReached: boolean;
}

/**
 * Decompresses a series of members where the platform takes only one. Does not check CRC-32, because the digest of the blob
 * covers its bytes.
 */
export async function* gunzipMembers(steps: AsyncIterable<Uint8Array>, tail: Tail): AsyncIterable<Uint8Array> {
  const unpacked: Uint8Array[] = [];
  let [size, last]: [number, Uint8Array] = [0, new Uint8Array(0)];
  const members = new Gunzip((piece) => {
    size += piece.length;
    unpacked.push(piece);
  });
  members.onmember = () => {
    size = 0;
  };
  for await (const step of steps) {
    const isRead = pushed(members, step, tail);
    yield* unpacked.splice(0);
    last = new Uint8Array([...last, ...step.subarray(-lastSize)]).slice(-lastSize);
    if (!isRead) break;
  }
  pushed(members, new Uint8Array(0), tail, true);
  yield* unpacked.splice(0);
  if (!endsWithSize(last, size)) throw new Error('unexpected end of file');
}

/** The smallest member: a header of ten bytes and a trailer of eight. */
const lastSize = 18;

/** A member ends with the length of its content, in four bytes; zeros may follow. */
function endsWithSize(last: Uint8Array, size: number): boolean {
  if (last.length < lastSize) return false;
  const view = new DataView(last.buffer, last.byteOffset, last.length);
  for (let at = last.length - 4; at >= 0; at--) {
    if (view.getUint32(at, true) === size % 2 ** 32) return true;
    if (last[at + 3] !== 0) return false;
  }
  return false;
}

/** Whether a step was read; false where it is of zeros after the last member. */
function pushed(members: Gunzip, step: Uint8Array, tail: Tail, isLast = false): boolean {
  try {
    members.push(step, isLast);
    return true;
  } catch (error) {
    if (tail.isReached && (error as FlateError).code === FlateErrorCode.InvalidHeader) return false;
    throw error;
  }
}
