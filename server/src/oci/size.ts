/** The maximum size in a descriptor: a signed 64-bit integer (image-spec descriptor.md, "Properties"). */
const maxSize = 9223372036854775807n;

/**
 * The largest integer that readers with double-precision numbers (JavaScript, jq) keep exact: 2^53 - 1 (RFC 7493
 * section 2.2).
 */
export const maxExactSize = 9007199254740991n;

/** Parses a size exactly: plain decimal digits only, so `1e3`, `12.0` and `-1` are undefined. */
export function readSize(written: string | undefined): bigint | undefined {
  if (written === undefined || !/^(?:0|[1-9][0-9]{0,18})$/.test(written)) return undefined;
  const size = BigInt(written);
  return size <= maxSize ? size : undefined;
}

/** Parses an int64 the way Go does: plain decimal digits with an optional minus sign. */
export function readInt64(written: string): bigint | undefined {
  if (!/^-?(?:0|[1-9][0-9]{0,18})$/.test(written)) return undefined;
  const value = BigInt(written);
  return value <= maxSize && value >= -maxSize - 1n ? value : undefined;
}
