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
  filesChanged(uris: readonly string[]): void;
}

export function createDocumentSettings(host: Host): SettingsOfDocuments {
  const projects = createProjectConfigs(host);
  const acceptedFindings = createAcceptedFindings(host.files);
  const places = new Map<string, Place>();

  function placeOf(uri: string): Place & Required<Pick<Place, 'project'>> {
    const source = places.get(uri)?.source ?? sourceOf(uri);
    const place: Place = places.get(uri) ?? { source, outer: outermost(source) };
    places.set(uri, place);
    place.project ??= projects.near(place.outer);
    return Object.assign(place, { project: place.project });
  }

  return {
    async settingsOf(uri) {
      const place = placeOf(uri);
      const [editor, project] = await Promise.all([host.settingsOf(place.outer), place.project]);
      const { merged } = place;
      if (merged?.editor === editor && merged.project === project) return merged.settings;
      const settings = documentSettingsOf(place.outer, editor, project);
      place.merged = { editor, project, settings };
      return settings;
    },
    async acceptedIn(uri) {
      const { source, project } = placeOf(uri);
      return acceptedFindings.of(source, await project);
    },
    async configUriOf(uri) {
      const known = (await projects.near(uri))?.uri;
      const top = host.folders().find((folder) => pathBelow(folder, uri) !== undefined) ?? folderOf(uri);
      return known ?? below(top, configFileName);
    },
    closed: (uri) => void places.delete(uri),
    filesChanged(uris) {
      if (uris.some((uri) => nameOf(uri) === configFileName)) {
        projects.forget();
        for (const place of places.values()) place.project = undefined;
      }
      if (uris.some(saysWhatIsAccepted)) acceptedFindings.forget();
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
  merged?: Merged;
}

/** The inputs of merged settings. */
interface Merged {
  readonly editor: EditorSettings;
  readonly project: ProjectConfig | undefined;
  readonly settings: DocumentSettings;
}
