import { type ProfileName, profiles, type RuleMeta, type Severity } from '../rule.ts';

/** The level of a rule: a severity, or off. */
export type RuleLevel = Severity | 'off';

export const ruleLevels: readonly RuleLevel[] = ['error', 'warning', 'information', 'hint', 'off'];

/** Which rules run, and with what severity. The same for the editor and the command line. */
export interface RuleSettings {
  readonly profile: ProfileName;
  /** By rule id; overrides the profile. */
  readonly levels: ReadonlyMap<string, RuleLevel>;
}

export const defaultRuleSettings: RuleSettings = { profile: 'recommended', levels: new Map() };

/** Whether a rule runs under these settings. */
export function isOn(meta: RuleMeta, settings: RuleSettings): boolean {
  const level = settings.levels.get(meta.id);
  if (level !== undefined) return level !== 'off';
  const { profile } = settings;
  const set = profile === 'spec-1.0' || profile === 'spec-1.1' ? 'spec' : profile;
  return profiles.indexOf(meta.profile) <= profiles.indexOf(set);
}

/** Whether a rule applies to documents of this kind. */
export function appliesTo({ meta }: { readonly meta: RuleMeta }, kind: RuleMeta['kinds'][number] | undefined): boolean {
  return meta.kinds === 'any' || (kind !== undefined && meta.kinds.includes(kind as never));
}

/** The severity of a finding: set by the user, or else its own, or else the rule's. */
export function severityOf(meta: RuleMeta, own: Severity | undefined, settings: RuleSettings): Severity {
  const level = settings.levels.get(meta.id);
  if (level !== undefined && level !== 'off') return level;
  const isPortable = settings.profile === 'portable' || settings.profile === 'strict';
  return own ?? (isPortable ? (meta.portableSeverity ?? meta.severity) : meta.severity);
}
