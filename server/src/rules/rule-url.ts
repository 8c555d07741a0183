const pages = 'https://github.com/oci-manifests/oci-manifests/blob/main/test/rules';

/** The page that explains a rule: what a diagnostic's link opens. */
export function ruleUrlOf(id: string): string {
  return `${pages}/${id}.md`;
}
