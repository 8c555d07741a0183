import { baselineFileName } from '../config/baseline.ts';
import { expectSuffix } from '../config/expectations.ts';
import { configFileName } from '../config/lint-config.ts';
import { outermost } from '../content/inside-uris.ts';
import { below, folderOf, nameOf } from '../content/uris.ts';
import type { Accepted } from '../lint/lint-accepted.ts';
import { createAcceptedFindings } from './accepted.ts';
import type { Host } from './host.ts';
import { pathBelow } from './paths.ts';
import { createProjectConfigs, type ProjectConfig } from './project-configs.ts';
import { type DocumentSettings, documentSettingsOf, type EditorSettings } from './settings.ts';
import { sourceOf } from './shown.ts';

/** Effective settings of documents, open or not, from the editor, the project and files next to them. */
export interface SettingsOfDocuments {
  /** Returns the identical object until settings change. */
  settingsOf(uri: string): Promise<DocumentSettings>;
  /** The accepted findings of a document. Returns the identical object until a file changes. */
  acceptedIn(uri: string): Promise<Accepted>;
  /** The URI of the configuration file for a document, or of the one to create: at the top of its workspace folder. */
  configUriOf(uri: string): Promise<string>;
  closed(uri: string): void;
  /** Call when the editor's settings have changed. */
  settingsChanged(): void;
  filesChanged(uris: readonly string[]): void;
}

export function createDocumentSettings(host: Host): SettingsOfDocuments {
  const projects = createProjectConfigs(host);
  const acceptedFindings = createAcceptedFindings(host.files);
  const locations = new Map<string, Location>();

  function locationOf(uri: string): Location {
    const known = locations.get(uri);
    if (known !== undefined) return known;
    const source = sourceOf(uri);
    const location: Location = { source, outer: outermost(source) };
    locations.set(uri, location);
    return location;
  }

  function projectOf(location: Location): Promise<ProjectConfig | undefined> {
    location.project ??= projects.near(location.outer);
    return location.project;
  }

  async function merge(location: Location): Promise<DocumentSettings> {
    const [editor, project] = await Promise.all([host.settingsOf(location.outer), projectOf(location)]);
    const { merged } = location;
    if (merged?.editor === editor && merged.project === project) return merged.settings;
    const settings = documentSettingsOf(location.outer, editor, project);
    location.merged = { editor, project, settings };
    return settings;
  }

  return {
    settingsOf(uri) {
      const location = locationOf(uri);
      location.settings ??= merge(location);
      return location.settings;
    },
    acceptedIn(uri) {
      const location = locationOf(uri);
      location.accepted ??= projectOf(location).then((project) => acceptedFindings.of(location.source, project));
      return location.accepted;
    },
    async configUriOf(uri) {
      const known = (await projects.near(uri))?.uri;
      const top = host.folders().find((folder) => pathBelow(folder, uri) !== undefined) ?? folderOf(uri);
      return known ?? below(top, configFileName);
    },
    closed: (uri) => void locations.delete(uri),
    settingsChanged() {
      for (const location of locations.values()) location.settings = undefined;
    },
    filesChanged(uris) {
      const isConfigChanged = uris.some((uri) => nameOf(uri) === configFileName);
      const isAcceptanceChanged = uris.some(saysWhatIsAccepted);
      if (isConfigChanged) projects.forget();
      if (isAcceptanceChanged) acceptedFindings.forget();
      for (const location of locations.values()) {
        if (isConfigChanged) Object.assign(location, { project: undefined, settings: undefined });
        if (isConfigChanged || isAcceptanceChanged) location.accepted = undefined;
      }
    },
  };
}

function saysWhatIsAccepted(uri: string): boolean {
  return uri.endsWith(expectSuffix) || nameOf(uri) === baselineFileName;
}

/** Cached data about a document's location. Caching promises lets concurrent requests share the work. */
interface Location {
  readonly source: string;
  /** The file on disk that contains it. */
  readonly outer: string;
  project?: Promise<ProjectConfig | undefined> | undefined;
  settings?: Promise<DocumentSettings> | undefined;
  accepted?: Promise<Accepted> | undefined;
  /** Kept when settings are requested again, because they may be the same. */
  merged?: Merged;
}

/** The inputs of merged settings. */
interface Merged {
  readonly editor: EditorSettings;
  readonly project: ProjectConfig | undefined;
  readonly settings: DocumentSettings;
}
