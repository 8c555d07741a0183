import { emptyContent } from './empty.ts';

/** Content so short and common that its digest is recognized anywhere. */
export interface WellKnownContent {
  readonly text: string;
  /** A name for the content, for use within a sentence. */
  readonly title: string;
  readonly digests: readonly string[];
}

/** The empty object, as specified and as written by `echo` and editors; and the empty file. */
export const wellKnownContents: readonly WellKnownContent[] = [
  {
    text: '{}',
    title: '{}',
    digests: Object.values(emptyContent.digests),
  },
  {
    text: '{}\n',
    title: '{} with a line break',
    digests: [
      'sha256:ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356',
      'sha512:ca4b6defb8adcc010050bc8b1bb8f8092c4928b8a0fba32146abcfb256e4d91672f88ca2cdf6210e754e5b8ac5e23fb023806ccd749ac8b701f79a691f03c87a',
      'blake3:a7c4d54776fcb179f048728766a52d75dc450cc2a5072b7e2c238aa9b2cff3b6',
    ],
  },
  {
    text: '{}\r\n',
    title: '{} with a CRLF line break',
    digests: [
      'sha256:e3566b3a06430868d71e9287dfd6c6c520a3da027aabea01951d407ee131dc2f',
      'sha512:7bbf6dac485c9e59d02edabc91ff5b15bc1319cef6905c0077ee16e3b1f572b61bff85f2400bc0f5b4aeab0260bd5d68787d72c7a688d79192952f7957a44de3',
      'blake3:9f2dfcebc3f6836872404e0a9ef0b285909ce17ed5b8077c77b95ba82eef2fef',
    ],
  },
  {
    text: '',
    title: 'empty content',
    digests: [
      'sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      'sha512:cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e',
      'blake3:af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262',
    ],
  },
];

const byDigest: ReadonlyMap<string, WellKnownContent> = new Map(
  wellKnownContents.flatMap((content) => content.digests.map((digest) => [digest, content])),
);

/** The known content with this digest. */
export function wellKnownContentOf(digest: string | undefined): WellKnownContent | undefined {
  return digest === undefined ? undefined : byDigest.get(digest);
}
