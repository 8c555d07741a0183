import { expectationUnmet } from './expectation-unmet.ts';

const pages = 'https://github.com/oci-manifests/oci-manifests/blob/main/docs/rules';

const configurationPage =
  'https://github.com/oci-manifests/oci-manifests/blob/main/docs/configuration.md#expected-findings';

/** The URL of a rule's page, which the link of a diagnostic opens. */
export function ruleUrlOf(id: string): string {
  // That rule is about accepted findings, which another page explains.
  if (id === expectationUnmet.id) return configurationPage;
  return `${pages}/${id}.md`;
}
