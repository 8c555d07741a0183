import extension from '../../client/extension.json' with { type: 'json' };
import { nameableKinds } from '../../server/src/oci/kind.ts';
import { contentRules, documentRules } from '../../server/src/rules/index.ts';
import { profileNames, type RuleMeta } from '../../server/src/rules/rule.ts';
import { ruleUrlOf } from '../../server/src/rules/support/rule-url.ts';
import { ruleLevels } from '../../server/src/rules/support/settings.ts';
import { artifactTypesSchema, mediaTypesSchema } from './config-schema.ts';
import { toolDefinitions } from './tools.ts';

// biome-ignore lint/suspicious/noExplicitAny: the manifest is JSON that VS Code reads.
type PackageManifest = any;

/**
 * Adds the extension's contributions (client/extension.json) to `package.json`, along with the rules, profiles and
 * kinds that the settings editor and completion of VS Code need. This happens when the extension is packed, to keep the
 * manifest of the repository small.
 */
export function extensionManifestOf(ownManifest: PackageManifest): PackageManifest {
  const manifest = { ...ownManifest, ...extension };
  const settings = structuredClone(manifest.contributes.configuration.properties);
  settings['ociManifests.profile'].enum = profileNames;
  const sorted = [...documentRules, ...contentRules].sort((a, b) => (a.meta.id < b.meta.id ? -1 : 1));
  Object.assign(settings['ociManifests.rules'], {
    properties: Object.fromEntries(sorted.map(({ meta }) => [meta.id, settingOf(meta)])),
    additionalProperties: false,
  });
  // The last settings of the page.
  const scoped = { default: {}, scope: 'resource' };
  settings['ociManifests.mediaTypes'] = { ...mediaTypesSchema, ...scoped, order: 98 };
  settings['ociManifests.artifactTypes'] = { ...artifactTypesSchema, ...scoped, order: 99 };
  settings['ociManifests.associations'].additionalProperties = { type: 'string', enum: nameableKinds };
  const configuration = { ...manifest.contributes.configuration, properties: settings };
  return { ...manifest, contributes: { ...manifest.contributes, configuration, ...languageModelToolsOf(manifest) } };
}

/** The tools with their titles for users and descriptions for models. */
function languageModelToolsOf({ contributes }: PackageManifest) {
  const definitions = new Map(toolDefinitions().map((definition) => [definition.name, definition]));
  const languageModelTools = contributes.languageModelTools.map((shown: { readonly name: string }) => {
    const { description, inputSchema } = definitions.get(shown.name.replace('ociManifests_', '')) ?? {};
    return { ...shown, modelDescription: description, inputSchema };
  });
  return { languageModelTools };
}

function settingOf({ id, title, severity, profile }: RuleMeta) {
  const where = profile === 'spec' ? 'in every profile' : `in the profiles from \`${profile}\` on`;
  const markdownDescription = `${title}. Default: ${severity} ${where}. [More about this rule](${ruleUrlOf(id)})`;
  return { type: 'string', enum: ruleLevels, markdownDescription };
}
