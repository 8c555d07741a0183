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

/** Which lenses are wanted. */
export interface LensSettings {
  readonly document: boolean;
  readonly descriptors: boolean;
}

/** Which hints are wanted. */
export interface HintSettings {
  /** The size for people, after a size in bytes. */
  readonly sizes: boolean;
  /** The platform or name, after a digest. */
  readonly names: boolean;
}

/** What the user set in the editor, for one document. */
export interface EditorSettings {
  /** Whether anything is reported at all. */
  readonly isEnabled: boolean;
  readonly profile: ProfileName;
  readonly levels: ReadonlyMap<string, RuleLevel>;
  /** In the order written; where several fit, the last counts. */
  readonly associations: readonly Association[];
  readonly lenses: LensSettings;
  readonly hints: HintSettings;
  /** Which documents are checked that are not open. */
  readonly workspaceDiagnostics: 'layouts' | 'all' | 'off';
  /** Whether to offer, when an edited blob is saved, to update its layout. */
  readonly offersUpdate: boolean;
  /** The types that the user made known. */
  readonly ownTypes?: OwnTypes;
  /** Documents in the strings of Go tests are looked at. */
  readonly hasGoStrings: boolean;
  /** The editor reports the syntax errors of JSON documents by itself. */
  readonly isSyntaxElsewhere: boolean;
}

/** What holds for one document, from wherever it was set. */
export interface DocumentSettings {
  readonly isEnabled: boolean;
  readonly rules: RuleSettings;
  /** The kind that the user gave to its path. */
  readonly associated: Kind | undefined;
  readonly lenses: LensSettings;
  readonly hints: HintSettings;
  /** Whether to offer, when an edited blob is saved, to update its layout. */
  readonly offersUpdate: boolean;
  readonly ownTypes?: OwnTypes;
  readonly hasGoStrings: boolean;
  readonly isSyntaxElsewhere: boolean;
}

/** Reads the value of the editor's section `ociManifests`. What is not as it should be counts as not set. */
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

/** What the editor's section has that says nothing we know, each a sentence: the same that the configuration file is told. */
export function settingsFaultsOf(sent: unknown): readonly string[] {
  const { profile, rules, associations, mediaTypes, artifactTypes } = toObject(sent);
  const config = { extends: profile, rules, associations, mediaTypes, artifactTypes };
  const told = Object.entries(config).filter(([, value]) => value !== undefined && value !== null);
  const text = JSON.stringify(Object.fromEntries(told));
  return readConfig(text, ruleIds).faults.map(({ message }) => message);
}

/** The editor's settings, and over them what the project's configuration file says: so that editor and CI agree. */
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

/** The same object for the same settings: what a check runs is worked out once for each. */
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

/** A glob is about the end of the path, because the settings of a user belong to no folder. */
function associatedKindOf(uri: string, associations: readonly Association[]): Kind | undefined {
  if (associations.length === 0) return undefined;
  const path = pathOf(uri).replace(/^\//, '');
  return associations.findLast(({ glob }) => globOf(glob.startsWith('/') ? glob : `**/${glob}`)?.(path))?.kind;
}

/** The entries of an object whose value is one of the known words. */
function entriesOf<T extends string>(value: unknown, known: readonly T[]): [string, T][] {
  return Object.entries(toObject(value)).filter((entry): entry is [string, T] => known.includes(entry[1] as T));
}

function toObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
