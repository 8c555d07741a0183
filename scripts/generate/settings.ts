import { readFile, writeFile } from 'node:fs/promises';
import { kinds } from '../../server/src/oci/kind.ts';
import { contentRules, documentRules } from '../../server/src/rules/index.ts';
import { profileNames, type RuleMeta } from '../../server/src/rules/rule.ts';
import { ruleUrlOf } from '../../server/src/rules/rule-url.ts';
import { ruleLevels } from '../../server/src/rules/settings.ts';
import { artifactTypesSchema, mediaTypesSchema } from './config-schema.ts';

const packageFile = new URL('../../package.json', import.meta.url);

/** Writes into `package.json` what VS Code's settings editor and completion must know of rules, profiles and kinds. */
export async function generateSettings(): Promise<void> {
  await writeFile(packageFile, withSettings(await readFile(packageFile, 'utf8')));
}

/** The text of a `package.json` with the settings made from the lists of this program; the rest stays. */
export function withSettings(packageText: string): string {
  const manifest = JSON.parse(packageText);
  const settings = manifest.contributes.configuration.properties;
  settings['ociManifests.profile'].enum = profileNames;
  Object.assign(settings['ociManifests.rules'], {
    properties: Object.fromEntries([...documentRules, ...contentRules].map(({ meta }) => [meta.id, settingOf(meta)])),
    additionalProperties: false,
  });
  const scoped = { default: {}, scope: 'resource' };
  settings['ociManifests.mediaTypes'] = { ...mediaTypesSchema, ...scoped };
  settings['ociManifests.artifactTypes'] = { ...artifactTypesSchema, ...scoped };
  settings['ociManifests.associations'].additionalProperties = { type: 'string', enum: associableKinds };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Docker's schema 1 is only recognised: nobody writes it any more. */
const associableKinds = kinds.filter((kind) => kind !== 'docker-schema1');

function settingOf({ id, title, severity, profile }: RuleMeta) {
  const where = profile === 'spec' ? 'in every profile' : `in the profiles from \`${profile}\` on`;
  const markdownDescription = `${title} ([rule](${ruleUrlOf(id)}); ${severity} ${where}).`;
  return { type: 'string', enum: ruleLevels, markdownDescription };
}
