/** Content of the empty descriptor: the two bytes `{}` (image-spec manifest.md, "Guidance for an Empty Descriptor"). */
export const emptyContent = {
  mediaType: 'application/vnd.oci.empty.v1+json',
  size: 2n,
  data: 'e30=',
  digests: {
    sha256: 'sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    sha512:
      'sha512:27c74670adb75075fad058d5ceaf7b20c4e7786c83bae8a32f626f9782af34c9a33c2046ef60fd2a7878d378e29fec851806bbd9a67878f3a9f1cda4830763fd',
    blake3: 'blake3:6e46dd10defc9b56c29a6ec56b508c21f54c08192194e4df25bf36f0c9c3c279',
  },
} as const;
