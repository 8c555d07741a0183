import { configFileName } from '../config/lint-config.ts';
import { nameOf } from '../content/uris.ts';
import type { LinesOf } from '../features/diagnostics.ts';
import { type LintFinding, lint } from '../lint.ts';
import type { OciDocument } from '../oci/document.ts';
import type { Host } from './host.ts';
import { createProjectConfigs, type ProjectConfig } from './project-configs.ts';
import { createReadings, type Reading } from './readings.ts';
import { type DocumentSettings, documentSettingsOf, type EditorSettings } from './settings.ts';

/** A version of an open document with its findings under the settings of the moment. */
export interface Check extends Reading {
  /** Another one for every check made. */
  readonly id: string;
  readonly settings: DocumentSettings;
  readonly findings: readonly LintFinding[];
  readonly linesOf: LinesOf;
}

/** Checks open documents: again only where text, place, settings or content have changed. */
export interface Checks {
  /** The check of the version that is open now; undefined for what is not open. */
  of(uri: string): Promise<Check | undefined>;
  documentOf(uri: string): Promise<OciDocument | undefined>;
  opened(uri: string): void;
  saved(uri: string): void;
  closed(uri: string): void;
  filesChanged(uris: readonly string[]): void;
}

export function createChecks(host: Host): Checks {
  const readings = createReadings(host.files, host.openText);
  const projects = createProjectConfigs(host.files);
  const settings = new Map<string, KnownSettings>();
  const checks = new Map<string, Check>();
  let made = 0;

  async function settingsOf(uri: string): Promise<DocumentSettings> {
    const [editor, project] = await Promise.all([host.settingsOf(uri), projects.near(uri)]);
    const known = settings.get(uri);
    if (known?.editor === editor && known.project === project) return known.merged;
    const merged = documentSettingsOf(uri, editor, project);
    settings.set(uri, { editor, project, merged });
    return merged;
  }

  async function of(uri: string): Promise<Check | undefined> {
    if (host.openText(uri) === undefined) return undefined;
    const own = await settingsOf(uri);
    const reading = await readings.of(uri, own.associated);
    if (reading === undefined) return undefined;
    const known = checks.get(uri);
    if (known?.document === reading.document && known.settings === own) return known;
    const findings = own.isEnabled ? lint(reading.document, own.rules) : [];
    const check = { ...reading, id: String(++made), settings: own, findings, linesOf: () => undefined };
    checks.set(uri, check);
    return check;
  }

  return {
    of,
    documentOf: async (uri) => (await readings.of(uri, (await settingsOf(uri)).associated))?.document,
    opened() {},
    saved(uri) {
      readings.forgetBytes(uri);
    },
    closed(uri) {
      readings.forget(uri);
      settings.delete(uri);
      checks.delete(uri);
    },
    filesChanged(uris) {
      readings.forgetPlaces();
      for (const uri of uris) readings.forgetBytes(uri);
      if (uris.some((uri) => nameOf(uri) === configFileName)) projects.forget();
    },
  };
}

interface KnownSettings {
  readonly editor: EditorSettings;
  readonly project: ProjectConfig | undefined;
  readonly merged: DocumentSettings;
}
