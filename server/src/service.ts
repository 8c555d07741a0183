import type { Diagnostic } from 'vscode-languageserver-types';
import { insideFiles } from './content/inside-files.ts';
import { isRefusal } from './content/stores/content-store.ts';
import { type Contents, createContents } from './content/stores/contents.ts';
import { createMoments } from './content/stores/moments.ts';
import { stoppable } from './content/stores/stoppable.ts';
import { workspaceFiles } from './content/stores/workspace-files.ts';
import { completionsOf } from './features/completion/completions.ts';
import { contentLinksOf, definitionOf, referencesOf } from './features/content-links.ts';
import { toDiagnostics, toWantedHints } from './features/diagnostics.ts';
import { hoverOf } from './features/hover.ts';
import { lensCommandOf, lensesOf, withKnownTexts } from './features/lenses.ts';
import { wantedOf } from './lint/lint-accepted.ts';
import type { LintFinding } from './lint/lint-finding.ts';
import { createActions } from './service/actions.ts';
import { compareFiles } from './service/compare.ts';
import { configDiagnosisOf } from './service/config-diagnosis.ts';
import { formattedText } from './service/formatted.ts';
import { graphAround } from './service/graph.ts';
import { createInside } from './service/inside.ts';
import { createNavigation } from './service/navigation.ts';
import { newChoices, newSorts } from './service/new-choices.ts';
import { newDocument } from './service/new-documents.ts';
import { isChangedBlob, rehashAround } from './service/rehash.ts';
import { createRelations } from './service/relations.ts';
import { createRenames } from './service/renames.ts';
import { isReportedElsewhere } from './service/reported-elsewhere.ts';
import type { Service } from './service/service-types.ts';
import { createUpdates } from './service/updates.ts';
import { createView } from './service/view.ts';
import { createWorkspaceDiagnoses } from './service/workspace-diagnoses.ts';
import { pointerOf } from './syntax/pointer.ts';
import type { Check } from './workspace/check.ts';
import { createChecks } from './workspace/checks.ts';
import type { Host } from './workspace/host.ts';
import { createUsedTypes } from './workspace/used-types.ts';
import { workspaceLayouts } from './workspace/workspace-layouts.ts';

/** Makes the facade over what the front end brings. */
export function createService(given: Host): Service {
  const files = insideFiles(given.files, given.startHash, () => contents.forgetPlaces());
  const host = { ...given, files };
  const moments = createMoments(host.hearsOfFiles === true);
  const contents: Contents = createContents(files, host.startHash, host.folders, host.hashFile, undefined, moments);
  const checks = createChecks(host, contents);
  const layouts = workspaceLayouts(host, contents);
  const navigation = createNavigation(host, contents, checks, layouts);
  const actions = createActions(host, contents, checks);
  const usedTypes = createUsedTypes(contents);
  const workspace = createWorkspaceDiagnoses(host, contents, checks, layouts);
  return {
    async diagnose(uri) {
      const ofConfig = configDiagnosisOf(uri, host);
      // Where the editor checks JSON by schemas, it has the one of this file.
      if (ofConfig !== undefined)
        return (await checks.settingsOf(uri)).isSyntaxElsewhere ? { ...ofConfig, diagnostics: [] } : ofConfig;
      const embedded = await checks.embeddedIn(uri);
      if (embedded !== undefined) {
        const diagnostics = embedded.parts.flatMap((part) => diagnosticsOf(part, part.findings));
        return { version: embedded.version, resultId: embedded.id, diagnostics };
      }
      const check = await checks.of(uri);
      if (check === undefined) return undefined;
      const reported = check.findings.filter((finding) => !isReportedElsewhere(finding, check));
      return { version: check.version, resultId: check.id, diagnostics: diagnosticsOf(check, reported) };
    },

    diagnoseWorkspace: workspace.of,
    settingsChanged: workspace.changed,

    async status(uri) {
      const check = await checks.of(uri);
      if (check === undefined) return undefined;
      const { row, why } = check.document;
      const count = (severity: string) => check.findings.filter((finding) => finding.severity === severity).length;
      const kind = row === undefined ? {} : { kind: row.title, why: why! };
      return { uri, ...kind, errors: count('error'), warnings: count('warning') };
    },

    codeActions: actions.at,
    editLeft: actions.editLeft,
    editOfFile: actions.editOfFile,
    formatted: (uri) => formattedText(uri, host, contents),

    async hover(uri, position, signal) {
      const document = (await checks.at(uri, position))?.document;
      return document && hoverOf(document, document.json.lines.offsetAt(position), stoppable(contents, signal));
    },

    async codeLenses(uri, part, signal) {
      const looked = stoppable(contents, signal);
      const document = await checks.documentOf(uri);
      if (document === undefined) return [];
      const lenses = await lensesOf(document, (await checks.settingsOf(uri)).lenses, uri, looked);
      return withKnownTexts(lenses, document, looked, part);
    },

    async lensCommand(data, part, signal) {
      const document = await checks.documentOf(data.uri);
      return document && lensCommandOf(document, data, stoppable(contents, signal), part);
    },

    async completions(uri, position, takesSnippets, signal) {
      const document = (await checks.at(uri, position))?.document;
      if (document === undefined) return undefined;
      const offset = document.json.lines.offsetAt(position);
      return completionsOf(document, offset, stoppable(contents, signal), takesSnippets, await usedTypes());
    },

    async links(uri, part, signal) {
      const document = await checks.documentOf(uri);
      return document === undefined ? [] : contentLinksOf(document, stoppable(contents, signal), part);
    },

    async definition(uri, position, part, signal) {
      const document = (await checks.at(uri, position))?.document;
      return (
        document && definitionOf(document, document.json.lines.offsetAt(position), stoppable(contents, signal), part)
      );
    },

    async references(uri, position, signal) {
      const document = (await checks.at(uri, position))?.document;
      return document === undefined
        ? []
        : referencesOf(document, document.json.lines.offsetAt(position), stoppable(contents, signal));
    },

    ...navigation,
    ...createRelations(contents, checks),
    ...createRenames(host, contents, checks),

    async verify(uri, pointer, { onProgress, signal }) {
      const document = await checks.documentOf(uri);
      const written = document?.descriptors.find(({ node }) => pointerOf(node) === pointer);
      const found = written?.value && (await contents.find(written, uri));
      if (found === undefined || isRefusal(found)) return;
      const { algorithm } = written!.value!.digest;
      await contents.hash(algorithm, found, signal, (bytes) => onProgress(bytes, found.size));
      checks.filesChanged([uri]);
    },

    compare: (a, b, signal) => compareFiles([a, b], host, contents, checks, signal),
    graph: (uri, signal) => graphAround(uri, stoppable(contents, signal), checks),
    ...createView(host, contents, checks, layouts, files),
    ...createInside(files),
    ...createUpdates(host, contents, checks),
    newSorts,
    newChoices: () => newChoices(workspaceFiles(host.files, host.folders), contents),
    newDocument: (question) => newDocument(question, contents),

    rehash: (uri, signal) => rehashAround(uri, host, contents, signal),
    isToUpdate: async (uri) => (await checks.settingsOf(uri)).offersUpdate && (await isChangedBlob(uri, contents)),

    opened: checks.opened,
    saved(uri) {
      workspace.changed();
      checks.saved(uri);
    },
    closed: checks.closed,
    filesChanged(uris) {
      workspace.changed();
      checks.filesChanged(uris);
    },
  };
}

/** What is to report of a check, and what is expected of it. */
function diagnosticsOf(
  { document, ofText, ofContent, accepted }: Check,
  reported: readonly LintFinding[],
): Diagnostic[] {
  const wanted = wantedOf([...ofText, ...ofContent], accepted);
  return [...toDiagnostics(document, reported), ...toWantedHints(document, wanted)];
}
