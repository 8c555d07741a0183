import { baselineFileName } from '../config/baseline.ts';
import { expectSuffix } from '../config/expectations.ts';
import { configFileName } from '../config/lint-config.ts';
import { outermost } from '../content/inside-uris.ts';
import type { Contents } from '../content/stores/contents.ts';
import { below, folderOf, nameOf } from '../content/uris.ts';
import { lint } from '../lint/lint.ts';
import { type Accepted, nothingAccepted, unaccepted } from '../lint/lint-accepted.ts';
import { together } from '../lint/lint-with-content.ts';
import type { OciDocument } from '../oci/document.ts';
import type { LinePosition } from '../syntax/lines.ts';
import { createAcceptedFindings } from './accepted.ts';
import type { Check } from './check.ts';
import { createContentChecks } from './content-checks.ts';
import { createEmbedding, type EmbeddedChecks, partAt } from './embedded-checks.ts';
import type { Host } from './host.ts';
import { pathBelow } from './paths.ts';
import { createProjectConfigs, type ProjectConfig } from './project-configs.ts';
import { createReadings } from './readings.ts';
import { type DocumentSettings, documentSettingsOf, type EditorSettings } from './settings.ts';
import { sourceOf } from './shown.ts';

/** Checks open documents: again only where text, place, settings or content have changed. */
export interface Checks {
  /** The check of the version that is open now; undefined for what is not open. */
  of(uri: string): Promise<Check | undefined>;
  /** The checks of what stands in a text of another language, which has no check of its own; undefined for other texts. */
  embeddedIn(uri: string): Promise<EmbeddedChecks | undefined>;
  /** The check of the document around a place. */
  at(uri: string, position: LinePosition): Promise<Check | undefined>;
  settingsOf(uri: string): Promise<DocumentSettings>;
  /** What is said about the findings of a document. */
  acceptedIn(uri: string): Promise<Accepted>;
  /** The configuration file that counts for a document, or would: at the top of its folder of the workspace. */
  configUriOf(uri: string): Promise<string>;
  documentOf(uri: string): Promise<OciDocument | undefined>;
  opened(uri: string): void;
  saved(uri: string): void;
  closed(uri: string): void;
  filesChanged(uris: readonly string[]): void;
}

/** No editor shows more, and nobody reads so many. */
export const mostOfRule = 1000;

export function createChecks(host: Host, contents: Contents): Checks {
  const contentChecks = createContentChecks(contents, host.changed, host.isTold !== false);
  const readings = createReadings(contents, host.openText);
  const projects = createProjectConfigs(host);
  const acceptedFindings = createAcceptedFindings(host.files);
  const embedding = createEmbedding(host);
  const settings = new Map<string, KnownSettings>();
  const checks = new Map<string, Check>();
  let made = 0;

  async function settingsOf(uri: string): Promise<DocumentSettings> {
    const source = outermost(sourceOf(uri));
    const [editor, project] = await Promise.all([host.settingsOf(source), projects.near(source)]);
    const known = settings.get(uri);
    if (known?.editor === editor && known.project === project) return known.merged;
    const merged = documentSettingsOf(source, editor, project);
    settings.set(uri, { editor, project, merged });
    return merged;
  }

  async function acceptedIn(uri: string): Promise<Accepted> {
    const source = sourceOf(uri);
    return acceptedFindings.of(source, await projects.near(outermost(source)));
  }

  async function embeddedIn(uri: string): Promise<EmbeddedChecks | undefined> {
    return embedding.of(uri, await settingsOf(uri), () => acceptedIn(uri));
  }

  async function of(uri: string): Promise<Check | undefined> {
    if (host.openText(uri) === undefined || (await embeddedIn(uri)) !== undefined) return undefined;
    const own = await settingsOf(uri);
    const reading = await readings.of(uri, own);
    if (reading === undefined) return undefined;
    const { document } = reading;
    const isChecked = own.isEnabled && document.kind !== undefined;
    const [ofContent, accepted] = isChecked
      ? await Promise.all([contentChecks.of(uri, document, own.rules), acceptedIn(uri)])
      : [[], nothingAccepted];
    // Closed meanwhile, nothing of it is to be kept.
    if (host.openText(uri) === undefined) return undefined;
    const known = checks.get(uri);
    const isSame = known?.document === document && known.settings === own && known.accepted === accepted;
    if (isSame && known.ofContent === ofContent) return known;
    const isRead = known?.document === document && known.settings === own;
    const ofText = isRead ? known.ofText : isChecked ? lint(document, own.rules, mostOfRule) : [];
    const found = together(ofText, ofContent);
    const findings = unaccepted(document, found, accepted);
    const check = { ...reading, id: String(++made), settings: own, accepted, findings, ofText, ofContent };
    checks.set(uri, check);
    return check;
  }

  function filesChanged(uris: readonly string[]): void {
    contentChecks.filesChanged();
    readings.forgetPlaces();
    for (const uri of uris) readings.forgetBytes(uri);
    if (uris.some((uri) => nameOf(uri) === configFileName)) projects.forget();
    if (uris.some(saysWhatIsAccepted)) acceptedFindings.forget();
  }

  return {
    of,
    settingsOf,
    acceptedIn,
    async configUriOf(uri) {
      const known = (await projects.near(uri))?.uri;
      const top = host.folders().find((folder) => pathBelow(folder, uri) !== undefined) ?? folderOf(uri);
      return known ?? below(top, configFileName);
    },
    embeddedIn,
    async at(uri, position) {
      const embedded = await embeddedIn(uri);
      return embedded === undefined ? of(uri) : partAt(embedded, position);
    },
    async documentOf(uri) {
      if ((await embeddedIn(uri)) !== undefined) return undefined;
      return (await readings.of(uri, await settingsOf(uri)))?.document;
    },
    opened(uri) {
      if (host.openText(uri) !== undefined) readings.prepare(uri);
    },
    // Not every editor tells of files that changed: what it saved itself is known all the same.
    saved: (uri) => filesChanged([uri]),
    closed(uri) {
      readings.forget(uri);
      contentChecks.closed(uri);
      settings.delete(uri);
      checks.delete(uri);
      embedding.closed(uri);
    },
    filesChanged,
  };
}

function saysWhatIsAccepted(uri: string): boolean {
  return uri.endsWith(expectSuffix) || nameOf(uri) === baselineFileName;
}

interface KnownSettings {
  readonly editor: EditorSettings;
  readonly project: ProjectConfig | undefined;
  readonly merged: DocumentSettings;
}
