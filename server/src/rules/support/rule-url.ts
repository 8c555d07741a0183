import { expectationUnmet } from './expectation-unmet.ts';

const pages = 'https://github.com/oci-manifests/oci-manifests/blob/main/docs/rules';

const configurationPage =
  'https://github.com/oci-manifests/oci-manifests/blob/main/docs/configuration.md#expected-findings';

/** The page that explains a rule: what a diagnostic's link opens. */
export function ruleUrlOf(id: string): string {
  // It is about what people say of findings, so it stands with the other ways to say so.
  if (id === expectationUnmet.id) return configurationPage;
  return `${pages}/${id}.md`;
}
