/** A valid index with one entry. */
export const soundIndex = `{
  "schemaVersion": 2,
  "mediaType": "application/vnd.oci.image.index.v1+json",
  "manifests": [
    {
      "mediaType": "application/vnd.oci.image.manifest.v1+json",
      "digest": "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
      "size": 2
    }
  ]
}
`;

/** The same with two mistakes. */
export const wrongIndex = soundIndex.replace('44136fa', '44136FA').replace('"size": 2', '"size": -1');

/** Its findings. */
export const wrongIndexProblems = [
  'error digest-form under "sha256:44136FA355b3678a1146ad…',
  'error descriptor-size under -1',
];
