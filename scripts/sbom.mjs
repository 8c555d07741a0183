// The SBOM of the programs: an SPDX 2.3 document of the bundled packages.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagesOf } from './notices.mjs';

/** The document as text. `created` is in seconds since 1970. */
export function sbomOf(root, inputs, created) {
  const { version, license, repository } = manifestIn(root);
  const packages = packagesOf(inputs).map((folder) => manifestIn(join(root, folder)));
  const own = spdxPackage({ name: 'oci-lint', version, license });
  const others = unique(packages.map(spdxPackage));
  const content = JSON.stringify([own, others]);
  const document = {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: `oci-lint-${version}`,
    documentNamespace: `${repository.url.replace(/\.git$/, '')}/sbom/${createHash('sha256').update(content).digest('hex')}`,
    creationInfo: {
      created: new Date(created * 1000).toISOString().replace(/\.\d+Z$/, 'Z'),
      creators: ['Tool: oci-manifests-build'],
    },
    packages: [own, ...others],
    relationships: [
      relationship('SPDXRef-DOCUMENT', 'DESCRIBES', own.SPDXID),
      ...others.map(({ SPDXID }) => relationship(own.SPDXID, 'CONTAINS', SPDXID)),
    ],
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function spdxPackage({ name, version, license }) {
  return {
    name,
    SPDXID: `SPDXRef-${`${name}-${version}`.replaceAll(/[^A-Za-z0-9.-]/g, '-')}`,
    versionInfo: version,
    downloadLocation: 'NOASSERTION',
    filesAnalyzed: false,
    licenseConcluded: license,
    licenseDeclared: license,
    copyrightText: 'NOASSERTION',
    externalRefs: [
      {
        referenceCategory: 'PACKAGE-MANAGER',
        referenceType: 'purl',
        referenceLocator: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      },
    ],
  };
}

/** A package may be installed in several places. */
function unique(packages) {
  return [...new Map(packages.map((one) => [one.SPDXID, one])).values()];
}

function relationship(spdxElementId, relationshipType, relatedSpdxElement) {
  return { spdxElementId, relationshipType, relatedSpdxElement };
}

function manifestIn(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
