/**
 * A gzip writer whose output only depends on its input. The output of `node:zlib` differs between processors and Node
 * versions, and with it the digest of every compressed layer.
 *
 * RFC 1951 with fixed Huffman codes and greedy matching, in the format of RFC 1952. Small, not fast.
 */
const minMatch = 3;
const maxMatch = 258;
const maxDistance = 32768;
const endOfBlock = 256;

/** The content as a gzip file without name and time, with operating system 'unknown'. */
export function toGzip(content: Uint8Array): Uint8Array {
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32Of(content), 0);
  trailer.writeUInt32LE(content.length, 4);
  return Buffer.concat([Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff), deflate(content), trailer]);
}

function deflate(content: Uint8Array): Uint8Array {
  const bits = new Bits();
  bits.write(1, 1); // the last block,
  bits.write(1, 2); // with fixed codes
  const lastSeen = new Map<string, number>();
  for (let at = 0; at < content.length; ) {
    const match = matchAt(content, at, lastSeen);
    const length = match ? match.length : 1;
    if (match) writeMatch(bits, match.length, match.distance);
    else writeSymbol(bits, content[at]!);
    for (let seen = at; seen < at + length; seen++) lastSeen.set(keyAt(content, seen), seen);
    at += length;
  }
  writeSymbol(bits, endOfBlock);
  return bits.toBytes();
}

interface Match {
  readonly length: number;
  readonly distance: number;
}

function matchAt(content: Uint8Array, at: number, lastSeen: ReadonlyMap<string, number>): Match | undefined {
  const start = lastSeen.get(keyAt(content, at));
  if (start === undefined || at - start > maxDistance) return undefined;
  let length = 0;
  while (length < maxMatch && at + length < content.length && content[start + length] === content[at + length])
    length++;
  return length < minMatch ? undefined : { length, distance: at - start };
}

function keyAt(content: Uint8Array, at: number): string {
  return content.subarray(at, at + minMatch).join();
}

function writeMatch(bits: Bits, length: number, distance: number): void {
  const lengthCode = length === maxMatch ? lengthCodes.length - 1 : lengthCodes.findLastIndex((c) => c.base <= length);
  writeSymbol(bits, endOfBlock + 1 + lengthCode);
  bits.write(length - lengthCodes[lengthCode]!.base, lengthCodes[lengthCode]!.extraBits);
  const distanceCode = distanceCodes.findLastIndex((c) => c.base <= distance);
  bits.writeReversed(distanceCode, 5);
  bits.write(distance - distanceCodes[distanceCode]!.base, distanceCodes[distanceCode]!.extraBits);
}

/** RFC 1951 section 3.2.6. */
function writeSymbol(bits: Bits, symbol: number): void {
  if (symbol < 144) bits.writeReversed(0x30 + symbol, 8);
  else if (symbol < 256) bits.writeReversed(0x190 + symbol - 144, 9);
  else if (symbol < 280) bits.writeReversed(symbol - 256, 7);
  else bits.writeReversed(0xc0 + symbol - 280, 8);
}

interface RangeCode {
  readonly base: number;
  readonly extraBits: number;
}

/** RFC 1951 section 3.2.5: each code covers 2^extraBits values; 258 has a length code of its own. */
const lengthCodes: readonly RangeCode[] = [...rangeCodes(28, minMatch, 2), { base: maxMatch, extraBits: 0 }];
const distanceCodes: readonly RangeCode[] = rangeCodes(30, 1, 1);

function rangeCodes(count: number, first: number, shift: number): readonly RangeCode[] {
  const codes: RangeCode[] = [];
  let base = first;
  for (let code = 0; code < count; code++) {
    const extraBits = Math.max(0, (code >> shift) - 1);
    codes.push({ base, extraBits });
    base += 2 ** extraBits;
  }
  return codes;
}

/** Packs bits into bytes starting with the lowest bit. Huffman codes start with their highest bit. */
class Bits {
  readonly #bytes: number[] = [];
  #current = 0;
  #used = 0;

  write(value: number, count: number): void {
    for (let bit = 0; bit < count; bit++) this.#push((value >> bit) & 1);
  }

  writeReversed(code: number, count: number): void {
    for (let bit = count - 1; bit >= 0; bit--) this.#push((code >> bit) & 1);
  }

  toBytes(): Uint8Array {
    return Uint8Array.from(this.#used > 0 ? [...this.#bytes, this.#current] : this.#bytes);
  }

  #push(bit: number): void {
    this.#current |= bit << this.#used++;
    if (this.#used < 8) return;
    this.#bytes.push(this.#current);
    this.#current = 0;
    this.#used = 0;
  }
}

function crc32Of(content: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of content) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
