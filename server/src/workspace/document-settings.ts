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

/** What the editor, the project and the files beside a document say of it, whether it is open or not. */
export interface SettingsOfDocuments {
  /** The same object as long as nothing was set anew. */
  settingsOf(uri: string): Promise<DocumentSettings>;
  /** What is said about the findings of a document; the same object as long as no file has changed. */
  acceptedIn(uri: string): Promise<Accepted>;
  /** The configuration file that counts for a document, or would: at the top of its folder of the workspace. */
  configUriOf(uri: string): Promise<string>;
  closed(uri: string): void;
  filesChanged(uris: readonly string[]): void;
}

export function createDocumentSettings(host: Host): SettingsOfDocuments {
  const projects = createProjectConfigs(host);
  const acceptedFindings = createAcceptedFindings(host.files);
  const merged = new Map<string, Merged>();
  return {
    async settingsOf(uri) {
      const source = outermost(sourceOf(uri));
      const [editor, project] = await Promise.all([host.settingsOf(source), projects.near(source)]);
      const known = merged.get(uri);
      if (known?.editor === editor && known.project === project) return known.settings;
      const settings = documentSettingsOf(source, editor, project);
      merged.set(uri, { editor, project, settings });
      return settings;
    },
    async acceptedIn(uri) {
      const source = sourceOf(uri);
      return acceptedFindings.of(source, await projects.near(outermost(source)));
    },
    async configUriOf(uri) {
      const known = (await projects.near(uri))?.uri;
      const top = host.folders().find((folder) => pathBelow(folder, uri) !== undefined) ?? folderOf(uri);
      return known ?? below(top, configFileName);
    },
    closed: (uri) => void merged.delete(uri),
    filesChanged(uris) {
      if (uris.some((uri) => nameOf(uri) === configFileName)) projects.forget();
      if (uris.some(saysWhatIsAccepted)) acceptedFindings.forget();
    },
  };
}

function saysWhatIsAccepted(uri: string): boolean {
  return uri.endsWith(expectSuffix) || nameOf(uri) === baselineFileName;
}

/** What settings were put together from. */
interface Merged {
  readonly editor: EditorSettings;
  readonly project: ProjectConfig | undefined;
  readonly settings: DocumentSettings;
}
