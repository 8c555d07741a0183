import { globOf } from '../config/glob.ts';
import { type Kind, kinds } from '../oci/kind.ts';
import { type Profile, profiles } from '../rules/rule.ts';
import { type RuleLevel, ruleLevels } from '../rules/settings.ts';
import type { DocumentSettings } from '../service.ts';

/** The section of the editor's settings that is ours. */
export const settingsSection = 'ociManifests';

type Json = Readonly<Record<string, unknown>>;

/** Reads what an editor sends as settings for a document. Whatever is not as it should be counts as not set. */
export function readSettings(sent: unknown, path: string): DocumentSettings {
  const settings = toObject(sent);
  const profile = profiles.find((name) => name === settings.profile);
  const associated = associatedKind(toObject(settings.associations), path);
  return {
    isEnabled: toObject(settings.validate).enable !== false,
    rules: { profile: profile ?? ('recommended' satisfies Profile), levels: readLevels(toObject(settings.rules)) },
    ...(associated === undefined ? {} : { associated }),
  };
}

function readLevels(rules: Json): ReadonlyMap<string, RuleLevel> {
  return new Map(
    Object.entries(rules).filter((entry): entry is [string, RuleLevel] => ruleLevels.includes(entry[1] as RuleLevel)),
  );
}

/** Of several globs that fit, the last counts. */
function associatedKind(associations: Json, path: string): Kind | undefined {
  const fitting = Object.entries(associations).filter(([pattern]) => globOf(pattern)?.(path) ?? false);
  const kind = fitting.at(-1)?.[1];
  return kinds.find((name) => name === kind);
}

function toObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}
