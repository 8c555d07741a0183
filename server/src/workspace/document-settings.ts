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
  const places = new Map<string, Place>();

  function placeOf(uri: string): Place {
    const known = places.get(uri);
    if (known !== undefined) return known;
    const source = sourceOf(uri);
    const place: Place = { source, outer: outermost(source) };
    places.set(uri, place);
    return place;
  }

  function projectOf(place: Place): Promise<ProjectConfig | undefined> {
    place.project ??= projects.near(place.outer);
    return place.project;
  }

  async function merge(place: Place): Promise<DocumentSettings> {
    const [editor, project] = await Promise.all([host.settingsOf(place.outer), projectOf(place)]);
    const { merged } = place;
    if (merged?.editor === editor && merged.project === project) return merged.settings;
    const settings = documentSettingsOf(place.outer, editor, project);
    place.merged = { editor, project, settings };
    return settings;
  }

  return {
    settingsOf(uri) {
      const place = placeOf(uri);
      place.settings ??= merge(place);
      return place.settings;
    },
    acceptedIn(uri) {
      const place = placeOf(uri);
      place.accepted ??= projectOf(place).then((project) => acceptedFindings.of(place.source, project));
      return place.accepted;
    },
    async configUriOf(uri) {
      const known = (await projects.near(uri))?.uri;
      const top = host.folders().find((folder) => pathBelow(folder, uri) !== undefined) ?? folderOf(uri);
      return known ?? below(top, configFileName);
    },
    closed: (uri) => void places.delete(uri),
    settingsChanged() {
      for (const place of places.values()) place.settings = undefined;
    },
    filesChanged(uris) {
      const isConfigChanged = uris.some((uri) => nameOf(uri) === configFileName);
      const isAcceptanceChanged = uris.some(saysWhatIsAccepted);
      if (isConfigChanged) projects.forget();
      if (isAcceptanceChanged) acceptedFindings.forget();
      for (const place of places.values()) {
        if (isConfigChanged) Object.assign(place, { project: undefined, settings: undefined });
        if (isConfigChanged || isAcceptanceChanged) place.accepted = undefined;
      }
    },
  };
}

function saysWhatIsAccepted(uri: string): boolean {
  return uri.endsWith(expectSuffix) || nameOf(uri) === baselineFileName;
}

/** Cached data about a document's location. Caching promises lets concurrent requests share the work. */
interface Place {
  readonly source: string;
  /** The file on disk that contains it. */
  readonly outer: string;
  project?: Promise<ProjectConfig | undefined> | undefined;
  settings?: Promise<DocumentSettings> | undefined;
  accepted?: Promise<Accepted> | undefined;
  /** Kept when settings are asked for again, because they may turn out to be the same. */
  merged?: Merged;
}

/** The inputs of merged settings. */
interface Merged {
  readonly editor: EditorSettings;
  readonly project: ProjectConfig | undefined;
  readonly settings: DocumentSettings;
}
