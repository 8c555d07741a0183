import { type Connection, DidChangeConfigurationNotification } from 'vscode-languageserver';
import { inNextTurn } from '../content/turns.ts';
import { type EditorSettings, readEditorSettings, settingsFaultsOf } from '../workspace/settings.ts';
import type { Abilities } from './abilities.ts';
import { batched } from './batched.ts';

/** Our settings section. */
const section = 'ociManifests';

/** VS Code's setting for whether it reports syntax errors in JSON documents. */
const jsonSection = 'json.validate.enable';

/** Most folders have the same settings. A client with different settings for every file causes evictions. */
const maxReadings = 100;

/** How long to wait for settings before using defaults, in milliseconds, unless the client says. */
const usualPatience = 2000;

/** The client's current settings: requested if it supports that, otherwise those that it sent last. */
export interface ClientSettings {
  /** Returns the identical object until settings change. */
  of(uri: string): Promise<EditorSettings>;
  /** Registers for change notifications, once the client accepts requests. */
  register(): Promise<void>;
  forget(uri: string): void;
}

/** Listens for changes and reports them. */
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

  const ask = batched(async (uris: readonly string[]) => {
    const items = uris.flatMap((scopeUri) => sections.map((name) => ({ scopeUri, section: name })));
    const answers: readonly unknown[] = await connection.workspace.getConfiguration(items);
    return uris.map((_, at) => {
      const own = at * sections.length;
      return read(answers[own], reportsSyntax && answers[own + 1] !== false);
    });
  });

  const readings = new Map<string, EditorSettings>();

  /** Returns the identical object for equal settings, because many caches are keyed by it. */
  function read(own: unknown, isSyntaxElsewhere: boolean): EditorSettings {
    const key = JSON.stringify([own ?? null, isSyntaxElsewhere]);
    const known = readings.get(key);
    if (known !== undefined) return known;
    const settings = readEditorSettings(own, isSyntaxElsewhere);
    if (readings.size < maxReadings) readings.set(key, settings);
    // Documents wait for the settings, nobody for this.
    inNextTurn(() => warnOfFaults(own));
    return settings;
  }

  function warnOfFaults(own: unknown): void {
    const [fault, ...others] = settingsFaultsOf(own);
    if (fault === undefined) return;
    warn(`Settings, ${section}: ${fault}${others.length > 0 ? ` And ${others.length} more.` : ''}`);
  }

  /** The client's response; if it takes too long, what is known without it until it arrives. */
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
      }, abilities.patience ?? usualPatience);
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
