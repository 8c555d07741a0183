import type { Diagnostic } from 'vscode-languageserver-types';
import type { Layout } from '../content/layout/layout.ts';
import type { Contents } from '../content/stores/contents.ts';
import { workspaceFiles } from '../content/stores/workspace-files.ts';
import { toDiagnostics } from '../features/diagnostics.ts';
import { type Checks, mostOfRule } from '../workspace/checks.ts';
import type { Host } from '../workspace/host.ts';
import { checkFile } from './file-checks.ts';

/** The findings of a file that is not open. */
export interface FileDiagnosis {
  readonly uri: string;
  /** Another one only where something may have changed. */
  readonly resultId: string;
  /** Absent: they are those of the result that the asker has. */
  readonly diagnostics?: readonly Diagnostic[];
}

/** Looks at documents that nobody has opened, one after the other. */
export interface WorkspaceDiagnoses {
  /** `known`: the results that the asker has, by URI. What is open is left out: it has findings of its own. */
  of(known: ReadonlyMap<string, string>, signal: AbortSignal): AsyncIterable<FileDiagnosis>;
  /** Files or settings have changed: nothing that was found before is known to hold. */
  changed(): void;
}

export function createWorkspaceDiagnoses(
  host: Host,
  contents: Contents,
  checks: Checks,
  layouts: () => Promise<readonly Layout[]>,
): WorkspaceDiagnoses {
  const listFiles = workspaceFiles(contents.files, host.folders);
  let generation = 0;
  /** The last result that was told whole. */
  let answered: string | undefined;

  async function urisOf(scope: 'layouts' | 'all'): Promise<readonly string[]> {
    const graphs = (await layouts()).map((layout) => contents.graphOf(layout).catch(() => undefined));
    const inLayouts = (await Promise.all(graphs)).flatMap((graph) => graph?.documents ?? []);
    const others =
      scope === 'all' ? (await listFiles()).map(({ uri }) => uri).filter((uri) => uri.endsWith('.json')) : [];
    return [...new Set([...inLayouts, ...others])];
  }

  async function diagnose(uri: string, signal: AbortSignal): Promise<readonly Diagnostic[] | undefined> {
    const facts = { settings: await checks.settingsOf(uri), accepted: await checks.acceptedIn(uri) };
    const check = await checkFile(uri, contents, facts, mostOfRule, signal).catch(() => undefined);
    signal.throwIfAborted();
    return check && toDiagnostics(check.document, check.findings);
  }

  return {
    async *of(known, signal) {
      const [folder] = host.folders();
      const scope = folder === undefined ? 'off' : (await host.settingsOf(folder)).workspaceDiagnostics;
      const resultId = `${generation} ${scope}`;
      // Editors ask every few seconds: as long as nothing has changed, not even the folders are looked at.
      if (answered === resultId && [...known.values()].every((before) => before === resultId)) return;
      const uris = scope === 'off' ? [] : await urisOf(scope);
      for (const uri of uris) {
        if (host.openText(uri) !== undefined) continue;
        signal.throwIfAborted();
        if (known.get(uri) === resultId) yield { uri, resultId };
        else {
          // Whoever types is answered first.
          await new Promise((done) => setTimeout(done, 0));
          const diagnostics = await diagnose(uri, signal);
          if (diagnostics !== undefined) yield { uri, resultId, diagnostics };
        }
      }
      // What is no longer looked at has no findings any more.
      const looked = new Set(uris);
      for (const [uri, before] of known) {
        if (!looked.has(uri) && before !== resultId) yield { uri, resultId, diagnostics: [] };
      }
      answered = resultId;
    },
    changed() {
      generation++;
    },
  };
}
