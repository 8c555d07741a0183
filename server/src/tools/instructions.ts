import { ruleMetas } from '../rules/rule-metas.ts';

/** General instructions for using the tools. */
export const workingRules = [
  'Never write a digest or size yourself. `describe` computes them, `new` creates documents with them.',
  'Run `lint` on what you wrote: a file, a layout with `verify`, or a text before it is written.',
  'Read `explain_rule` for a finding that is not clear, instead of guessing.',
  'Files below `blobs/` are named by the digest of their bytes. Never reformat them. After editing one, run `rehash`.',
  '`fix`, `rehash` and `new` only report what they would do, unless `dry_run` is false.',
  'Media types, annotations and properties that are not known are allowed. Do not remove them.',
];

const about =
  'Tools for the JSON documents of the OCI image specification: image indexes, manifests, configs and layouts.';

/** The rules that are errors in every profile. */
export function mistakes() {
  return ruleMetas.filter(({ severity, profile }) => severity === 'error' && profile === 'spec');
}

const writing = /dry_run/;

/**
 * The server instructions that a client passes to its model. Some clients truncate them at 2,000 characters. `writes`:
 * whether the tools can write.
 */
export function instructions(writes = true): string {
  const rules = workingRules.filter((rule) => writes || !writing.test(rule)).map((rule) => `- ${rule}\n`);
  const ids = mistakes().map(({ id }) => id);
  return `${about}\n\n${rules.join('')}\nErrors in every profile, for explain_rule: ${ids.join(', ')}.`;
}
