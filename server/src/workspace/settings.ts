import { globOf } from '../config/glob.ts';
import type { Association } from '../config/lint-config.ts';
import type { PathLevels } from '../config/path-rules.ts';
import { readConfig } from '../config/read-config.ts';
import { type Kind, kinds } from '../oci/kind.ts';
import { type OwnTypes, ownTypesOf } from '../oci/own-types.ts';
import { type ProfileName, profileNames } from '../rules/rule.ts';
import { ruleIds } from '../rules/rule-metas.ts';
import { defaultRuleSettings, type RuleLevel, type RuleSettings, ruleLevels } from '../rules/support/settings.ts';
import { pathOf } from './paths.ts';
import type { ProjectConfig } from './project-configs.ts';

/** Enabled lenses. */
export interface LensSettings {
  readonly document: boolean;
  readonly descriptors: boolean;
}

/** Enabled inlay hints. */
export interface HintSettings {
  /** Human-readable size after a size in bytes. */
  readonly sizes: boolean;
  /** Platform or name after a digest. */
  readonly names: boolean;
}

/** Editor settings for one document. */
export interface EditorSettings {
  /** Whether diagnostics are enabled. */
  readonly isEnabled: boolean;
  readonly profile: ProfileName;
  readonly levels: ReadonlyMap<string, RuleLevel>;
  /** In source order; the last match wins. */
  readonly associations: readonly Association[];
  readonly lenses: LensSettings;
  readonly hints: HintSettings;
  /** The documents to check that are not open. */
  readonly workspaceDiagnostics: 'layouts' | 'all' | 'off';
  /** Whether to offer updating the layout when an edited blob is saved. */
  readonly offersUpdate: boolean;
  /** Custom media types and artifact types. */
  readonly ownTypes?: OwnTypes;
  /** Whether to search strings in Go tests for documents. */
  readonly hasGoStrings: boolean;
  /** Whether the editor reports syntax errors in JSON documents itself. */
  readonly isSyntaxElsewhere: boolean;
}

/** The effective settings of one document, merged from all sources. */
export interface DocumentSettings {
  readonly isEnabled: boolean;
  readonly rules: RuleSettings;
  /** The kind that the user associated with its path. */
  readonly associated: Kind | undefined;
  readonly lenses: LensSettings;
  readonly hints: HintSettings;
  /** Whether to offer updating the layout when an edited blob is saved. */
  readonly offersUpdate: boolean;
  readonly ownTypes?: OwnTypes;
  readonly hasGoStrings: boolean;
  readonly isSyntaxElsewhere: boolean;
}

/** Reads the editor's settings section `ociManifests`. Invalid values are ignored. */
export function readEditorSettings(sent: unknown, isSyntaxElsewhere = false): EditorSettings {
  const editor = toObject(sent);
  const { validate, profile, rules, associations, codeLens, inlayHints, goStrings, mediaTypes, artifactTypes } = editor;
  const ownTypes = ownTypesOf(mediaTypes, artifactTypes);
  const lens = toObject(codeLens);
  const hint = toObject(inlayHints);
  return {
    isEnabled: toObject(validate).enable !== false,
    profile: profileNames.find((name) => name === profile) ?? defaultRuleSettings.profile,
    levels: new Map(entriesOf(rules, ruleLevels)),
    associations: entriesOf(associations, kinds).map(([glob, kind]) => ({ glob, kind })),
    lenses: { document: lens.document !== false, descriptors: lens.descriptors !== false },
    hints: { sizes: hint.sizes !== false, names: hint.names !== false },
    workspaceDiagnostics: scopes.find((scope) => scope === editor.workspaceDiagnostics) ?? 'layouts',
    offersUpdate: editor.offerUpdateOnSave !== false,
    ...(ownTypes === undefined ? {} : { ownTypes }),
    hasGoStrings: goStrings === true,
    isSyntaxElsewhere,
  };
}

const scopes = ['layouts', 'all', 'off'] as const;

/** Faults in the editor's settings, as sentences, with the same messages as for the configuration file. */
export function settingsFaultsOf(sent: unknown): readonly string[] {
  const { profile, rules, associations, mediaTypes, artifactTypes } = toObject(sent);
  const config = { extends: profile, rules, associations, mediaTypes, artifactTypes };
  const given = Object.entries(config).filter(([, value]) => value !== undefined && value !== null);
  const text = JSON.stringify(Object.fromEntries(given));
  return readConfig(text, ruleIds).faults.map(({ message }) => message);
}

/** Merges editor settings with the project's configuration file, which takes precedence so that editor and CI agree. */
export function documentSettingsOf(
  uri: string,
  editor: EditorSettings,
  project: ProjectConfig | undefined,
): DocumentSettings {
  const { isEnabled, associations, lenses, hints, offersUpdate, hasGoStrings, isSyntaxElsewhere, ownTypes } = editor;
  return {
    isEnabled: isEnabled && !project?.isIgnored(uri),
    rules: rulesOf(editor, project?.levelsOf(uri)),
    associated: project?.kindOf(uri) ?? associatedKindOf(uri, associations),
    lenses,
    hints,
    offersUpdate,
    ...withOwnTypes(project?.config.ownTypes ?? ownTypes),
    hasGoStrings: project?.config.goStrings ?? hasGoStrings,
    isSyntaxElsewhere,
  };
}

const merged = new WeakMap<EditorSettings, WeakMap<object, RuleSettings>>();
const noLevels = {};

/** Returns the identical object for equal settings, because the plan of a check is cached by it. */
function rulesOf(editor: EditorSettings, own: PathLevels | undefined): RuleSettings {
  const known = merged.get(editor) ?? new WeakMap<object, RuleSettings>();
  merged.set(editor, known);
  const { profile, levels } = editor;
  const rules = known.get(own ?? noLevels) ?? {
    profile: own?.profile ?? profile,
    levels: own === undefined ? levels : new Map([...levels, ...own.levels]),
  };
  known.set(own ?? noLevels, rules);
  return rules;
}

function withOwnTypes(ownTypes: OwnTypes | undefined): Pick<DocumentSettings, 'ownTypes'> {
  return ownTypes === undefined ? {} : { ownTypes };
}

/** Globs match the end of the path, because user settings do not belong to a folder. */
function associatedKindOf(uri: string, associations: readonly Association[]): Kind | undefined {
  if (associations.length === 0) return undefined;
  const path = pathOf(uri).replace(/^\//, '');
  return associations.findLast(({ glob }) => globOf(glob.startsWith('/') ? glob : `**/${glob}`)?.(path))?.kind;
}

/** The entries of an object whose values are known words. */
function entriesOf<T extends string>(value: unknown, known: readonly T[]): [string, T][] {
  return Object.entries(toObject(value)).filter((entry): entry is [string, T] => known.includes(entry[1] as T));
}

function toObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
