/** Writes SBOMs in SPDX 2.3 JSON. */

export interface SpdxPackage {
  /** Unique in the document: letters, digits, `.` and `-`. */
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** A package URL, https://github.com/package-url/purl-spec. */
  readonly purl: string;
  /** The OCI digest of the package's content, if it has one. */
  readonly digest?: string;
}

export interface SpdxDocument {
  readonly name: string;
  readonly created: string;
  readonly described: SpdxPackage;
  readonly related: readonly { readonly how: 'CONTAINS' | 'DEPENDS_ON'; readonly package: SpdxPackage }[];
}

export function toSpdx({ name, created, described, related }: SpdxDocument): unknown {
  return {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name,
    documentNamespace: `https://harbourmaster.example.com/spdx/${name}`,
    creationInfo: { created, creators: ['Organization: Example Harbour Company', 'Tool: harbour-build-2.6.0'] },
    packages: [described, ...related.map((relation) => relation.package)].map(toSpdxPackage),
    relationships: [
      relationship('SPDXRef-DOCUMENT', 'DESCRIBES', spdxId(described)),
      ...related.map(({ how, package: other }) => relationship(spdxId(described), how, spdxId(other))),
    ],
  };
}

function toSpdxPackage(item: SpdxPackage): unknown {
  return {
    SPDXID: spdxId(item),
    name: item.name,
    versionInfo: item.version,
    downloadLocation: 'NOASSERTION',
    filesAnalyzed: false,
    licenseConcluded: item.license,
    licenseDeclared: item.license,
    copyrightText: 'NOASSERTION',
    ...(item.digest && { checksums: [{ algorithm: 'SHA256', checksumValue: item.digest.replace('sha256:', '') }] }),
    externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: item.purl }],
  };
}

function relationship(spdxElementId: string, relationshipType: string, relatedSpdxElement: string): unknown {
  return { spdxElementId, relationshipType, relatedSpdxElement };
}

function spdxId({ name }: SpdxPackage): string {
  return `SPDXRef-Package-${name}`;
}
