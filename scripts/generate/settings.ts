import { nameableKinds } from '../../server/src/oci/kind.ts';
import { contentRules, documentRules } from '../../server/src/rules/index.ts';
import { profileNames, type RuleMeta } from '../../server/src/rules/rule.ts';
import { ruleUrlOf } from '../../server/src/rules/support/rule-url.ts';
import { ruleLevels } from '../../server/src/rules/support/settings.ts';
import { artifactTypesSchema, mediaTypesSchema } from './config-schema.ts';

// biome-ignore lint/suspicious/noExplicitAny: the manifest is JSON that VS Code reads.
type PackageManifest = any;

/**
 * A `package.json` with what VS Code's settings editor and completion must know of rules, profiles and kinds: 100 rules
 * would drown what people write there, so it is put in when the extension is packed.
 */
export function withSettings(manifest: PackageManifest): PackageManifest {
  const settings = structuredClone(manifest.contributes.configuration.properties);
  settings['ociManifests.profile'].enum = profileNames;
  Object.assign(settings['ociManifests.rules'], {
    properties: Object.fromEntries([...documentRules, ...contentRules].map(({ meta }) => [meta.id, settingOf(meta)])),
    additionalProperties: false,
  });
  const scoped = { default: {}, scope: 'resource' };
  settings['ociManifests.mediaTypes'] = { ...mediaTypesSchema, ...scoped };
  settings['ociManifests.artifactTypes'] = { ...artifactTypesSchema, ...scoped };
  settings['ociManifests.associations'].additionalProperties = { type: 'string', enum: nameableKinds };
  const configuration = { ...manifest.contributes.configuration, properties: settings };
  return { ...manifest, contributes: { ...manifest.contributes, configuration } };
}

function settingOf({ id, title, severity, profile }: RuleMeta) {
  const where = profile === 'spec' ? 'in every profile' : `in the profiles from \`${profile}\` on`;
  const markdownDescription = `${title} ([rule](${ruleUrlOf(id)}); ${severity} ${where}).`;
  return { type: 'string', enum: ruleLevels, markdownDescription };
}
