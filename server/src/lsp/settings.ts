import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { type EditorSettings, readEditorSettings, settingsFaultsOf } from '../workspace/settings.ts';
import type { Abilities } from './abilities.ts';
import { askedTogether } from './asked-together.ts';

/** The section of the editor's settings that is ours. */
const section = 'ociManifests';

/** The section of VS Code's own that says whether it reports the syntax errors of JSON documents. */
const jsonSection = 'json.validate.enable';

/** Most folders are set alike; a client that says something else of each file is read again. */
const maxReadings = 100;

/** Nobody waits longer for settings before anything is shown, in milliseconds. */
const patience = 2000;

/** The settings of the client, live: asked for where it answers, else what it sent last. */
export interface ClientSettings {
  /** The same object until something was set. */
  of(uri: string): Promise<EditorSettings>;
  /** Asks the client to tell of changes, once it is ready for requests. */
  register(): Promise<void>;
  forget(uri: string): void;
}

/** Listens for changes, and tells of each. */
export function clientSettings(
  connection: Connection,
  abilities: Abilities,
  changed: () => void,
  warn: (message: string) => void,
): ClientSettings {
  const known = new Map<string, Promise<EditorSettings>>();
  const reportsSyntax = abilities.options.syntaxErrorsReportedElsewhere === true;
  let sent = readEditorSettings(undefined, reportsSyntax);

  const sections = reportsSyntax ? [section, jsonSection] : [section];

  const ask = askedTogether(async (uris: readonly string[]) => {
    const items = uris.flatMap((scopeUri) => sections.map((name) => ({ scopeUri, section: name })));
    const answers: readonly unknown[] = await connection.workspace.getConfiguration(items);
    return uris.map((_, at) => {
      const own = at * sections.length;
      return read(answers[own], reportsSyntax && answers[own + 1] !== false);
    });
  });

  const readings = new Map<string, EditorSettings>();

  /** The same object for the same settings, to which much is kept that was worked out under them. */
  function read(own: unknown, isSyntaxElsewhere: boolean): EditorSettings {
    const key = JSON.stringify([own ?? null, isSyntaxElsewhere]);
    const known = readings.get(key);
    if (known !== undefined) return known;
    const [fault, ...others] = settingsFaultsOf(own);
    if (fault !== undefined)
      warn(`Settings, ${section}: ${fault}${others.length > 0 ? ` And ${others.length} more.` : ''}`);
    const settings = readEditorSettings(own, isSyntaxElsewhere);
    if (readings.size < maxReadings) readings.set(key, settings);
    return settings;
  }

  /** What the client answers; where that takes long, what is known without, until it comes. */
  function inTime(uri: string): Promise<EditorSettings> {
    const answer = ask(uri).then(
      (settings) => settings ?? sent,
      () => sent,
    );
    return new Promise((done) => {
      const timer = setTimeout(() => {
        done(sent);
        const early = known.get(uri);
        void answer.then(() => {
          if (early === undefined || known.get(uri) !== early) return;
          known.set(uri, answer);
          changed();
        });
      }, patience);
      void answer.then((settings) => {
        clearTimeout(timer);
        done(settings);
      });
    });
  }

  connection.onDidChangeConfiguration((params: { readonly settings?: unknown } | null) => {
    const settings = params?.settings;
    if (!abilities.answersConfiguration) sent = read(sectionOf(settings), reportsSyntax);
    known.clear();
    readings.clear();
    changed();
  });
  return {
    async register() {
      if (!abilities.registersConfiguration) return;
      await connection.client.register(DidChangeConfigurationNotification.type, { section: sections });
    },
    of(uri) {
      if (!abilities.answersConfiguration) return Promise.resolve(sent);
      const found = known.get(uri) ?? inTime(uri);
      known.set(uri, found);
      return found;
    },
    forget: (uri) => void known.delete(uri),
  };
}

function sectionOf(settings: unknown): unknown {
  return typeof settings === 'object' && settings !== null ? (settings as Record<string, unknown>)[section] : undefined;
}
