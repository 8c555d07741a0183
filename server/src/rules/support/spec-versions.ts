import type { Finding, ProfileName, RuleMeta } from '../rule.ts';
import type { RuleSettings } from './settings.ts';

/** The clauses that were added after v1.1.1 of the image specification. */
export const clausesAfter111: ReadonlySet<string> = new Set([
  ...['descriptor-size-not-negative', 'digest-blake3-form', 'digest-blake3-lower'],
  ...['layer-whiteout-needs-name', 'json-utf8', 'json-duplicate-names', 'json-number-precision', 'json-i-json'],
]);

/** The clauses that were added in v1.1.0 or v1.1.1. Before, their members and types were like any unknown ones. */
export const clausesOf11: ReadonlySet<string> = new Set([
  ...['manifest-artifact-type-with-empty-config', 'manifest-artifact-type-syntax', 'manifest-layers-zstd-optional'],
  ...['manifest-artifact-type-unknown-accepted', 'manifest-subject-is-descriptor', 'manifest-subject-names-manifest'],
  ...['manifest-config-artifact-portable', 'manifest-unknown-artifact-fallback', 'manifest-config-unique-image-id'],
  ...['empty-descriptor-digest', 'empty-descriptor-size', 'empty-descriptor-data', 'empty-blob-zero-size'],
  ...['artifact-config-type', 'artifact-single-layer', 'artifact-unused-layers', 'artifact-no-blob-shape'],
  ...['artifact-no-config-shape', 'artifact-with-config-shape', 'artifact-config-not-image-type'],
  ...['spec-example-annotation-prefix'],
  ...['index-artifact-type-syntax', 'index-subject-is-descriptor', 'index-first-match-wins'],
  ...['descriptor-data-base64', 'descriptor-data-identical', 'descriptor-data-not-added-late', 'descriptor-data-small'],
  ...['descriptor-artifact-type-syntax', 'descriptor-artifact-type-value'],
  ...['annotation-base-digest-form', 'annotation-base-digest-immediate', 'annotation-base-not-other'],
  ...['annotation-base-name-reference', 'annotation-base-name-qualified', 'annotation-base-pair'],
  ...['media-type-nondistributable', 'layer-nondistributable-not-produced'],
  ...[
    'layer-zstd-suffix',
    'platform-variant-unlisted',
    'config-args-escaped-deprecated',
    'config-reserved-fields',
    'config-variant-table',
    'config-os-features-windows',
  ],
  ...['referrers-is-index', 'referrers-empty-list', 'referrers-artifact-type', 'referrers-artifact-type-from-config'],
  ...['referrers-artifact-type-omitted-for-index', 'referrers-annotations', 'referrers-subject-agrees'],
  ...['referrers-manifest-artifact-type-present', 'referrers-tag-name', 'referrers-tag-target-index'],
  ...['referrers-fallback-no-duplicates', 'referrers-fallback-artifact-type'],
  ...['referrers-fallback-artifact-type-from-config', 'referrers-fallback-annotations', 'dist-subject-may-dangle'],
  ...['dist-manifest-size', 'dist-repository-name-length'],
]);

const isNewerThan: Partial<Record<ProfileName, (clause: string) => boolean>> = {
  'spec-1.0': (clause) => clausesAfter111.has(clause) || clausesOf11.has(clause),
  'spec-1.1': (clause) => clausesAfter111.has(clause),
};

/** Whether a finding only applies to a newer version of the specification than the one in use. */
export type IsNewer = (finding: Finding, meta: RuleMeta) => boolean;

/** For profiles that name a version of the specification; undefined for all others, which use the newest. */
export function newerThan({ profile, levels }: RuleSettings): IsNewer | undefined {
  const isNewer = isNewerThan[profile];
  if (isNewer === undefined) return undefined;
  return ({ clause }, meta) => {
    if (levels.has(meta.id)) return false;
    const clauses = clause === undefined ? meta.clauses : [clause];
    return clauses.length > 0 && clauses.every(isNewer);
  };
}

/** Whether a clause is not in a release yet that most consumers are built for. */
export function isUnreleased(clause: string): boolean {
  return clausesAfter111.has(clause);
}
