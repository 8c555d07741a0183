import { isContent } from './content/stores/content-store.ts';
import { stoppable } from './content/stores/stoppable.ts';
import { completionsOf } from './features/completion/completions.ts';
import { contentLinksOf, definitionOf, referencesOf } from './features/content-links.ts';
import { hoverOf } from './features/hover.ts';
import { lensCommandOf, lensesOf, withKnownTexts } from './features/lenses.ts';
import { codeActionsAt, editOfFile, resolvedEdit } from './service/actions.ts';
import { atPosition, ofDocument, ofUneditedDocument } from './service/asking.ts';
import { compareFiles } from './service/compare.ts';
import { diagnoses } from './service/diagnose.ts';
import { formattedText } from './service/formatted.ts';
import { graphAround } from './service/graph.ts';
import { createInside } from './service/inside.ts';
import { navigation } from './service/navigation.ts';
import { artifactChoices, newChoices } from './service/new-choices.ts';
import { newDocument } from './service/new-documents.ts';
import { isChangedBlob, rehashAround } from './service/rehash.ts';
import { relations } from './service/relations.ts';
import { renames } from './service/renames.ts';
import type { Service } from './service/service-types.ts';
import { updates } from './service/updates.ts';
import { view } from './service/view.ts';
import { workspaceDiagnoses } from './service/workspace-diagnoses.ts';
import { pointerOf } from './syntax/pointer.ts';
import type { Host } from './workspace/host.ts';
import { createWorkspace } from './workspace/workspace.ts';

/** Creates the facade over what the front end provides. It is stateless: all state lives in the workspace. */
export function createService(given: Host): Service {
  const workspace = createWorkspace(given);
  const { host, contents } = workspace;
  const contentsUntil = (signal: AbortSignal | undefined) => stoppable(contents, signal);
  const workspaceUntil = (signal: AbortSignal | undefined) => ({ ...workspace, contents: contentsUntil(signal) });
  return {
    ...diagnoses(workspace),
    diagnoseWorkspace: (known, signal) => workspaceDiagnoses(workspace, known, signal),
    codeActions: (uri, question, signal) => codeActionsAt(workspaceUntil(signal), uri, question),
    resolveEdit: (left, question, signal) => resolvedEdit(workspaceUntil(signal), left, question),
    editOfFile: (uri, key, edit) => editOfFile(workspace, uri, key, edit),
    formatted: (uri) => formattedText(uri, host, contents),

    hover: (uri, position, signal) =>
      atPosition(workspace, uri, position, (document, offset) => hoverOf(document, offset, contentsUntil(signal))),

    async codeLenses(uri, part, signal) {
      const cancelable = contentsUntil(signal);
      const lenses = await ofUneditedDocument(workspace, uri, async (document, { settings }) =>
        withKnownTexts(await lensesOf(document, settings.lenses, uri, cancelable), document, cancelable, part),
      );
      return lenses ?? [];
    },

    lensCommand: (data, part, signal) =>
      ofDocument(workspace, data.uri, (document) => lensCommandOf(document, data, contentsUntil(signal), part)),

    completions: (uri, position, takesSnippets, signal) =>
      atPosition(workspace, uri, position, async (document, offset) =>
        completionsOf(document, offset, contentsUntil(signal), takesSnippets, await workspace.usedTypes(signal)),
      ),

    links: async (uri, part, signal) =>
      (await ofUneditedDocument(workspace, uri, (document) => contentLinksOf(document, contentsUntil(signal), part))) ??
      [],

    definition: (uri, position, part, signal) =>
      atPosition(workspace, uri, position, (document, offset) =>
        definitionOf(document, offset, contentsUntil(signal), part),
      ),

    async references(uri, position, signal) {
      const found = await atPosition(workspace, uri, position, (document, offset) =>
        referencesOf(document, offset, contentsUntil(signal)),
      );
      return found ?? [];
    },

    ...navigation(workspace),
    ...relations(workspace),
    ...renames(workspace),

    async verify(uri, pointer, { onProgress, signal }) {
      const document = await workspace.documentOf(uri);
      const written = document?.descriptors.find(({ node }) => pointerOf(node) === pointer);
      if (written?.value === undefined) return;
      const found = await contents.find(written, uri);
      if (!isContent(found)) return;
      const { algorithm } = written.value.digest;
      await contents.hash(algorithm, found, signal, (bytes) => onProgress(bytes, found.size));
      workspace.contentRead(uri);
    },

    compare: (a, b, signal) => compareFiles([a, b], workspace, signal),
    graph: (uri, signal) => graphAround(uri, contentsUntil(signal), workspace),
    ...view(workspace),
    ...createInside(workspace.files),
    ...updates(workspace),
    artifactChoices,
    newChoices: () => newChoices(workspace.listFiles, contents),
    newDocument: (question) => newDocument(question, contents, host),

    rehash: (uri, signal) => rehashAround(uri, host, contents, signal),
    isToUpdate: async (uri) => (await workspace.settingsOf(uri)).offersUpdate && (await isChangedBlob(uri, contents)),

    settingsChanged: workspace.settingsChanged,
    opened: workspace.opened,
    // Not every editor sends file events, so treat a save as one.
    saved: (uri) => workspace.filesChanged([uri], false),
    closed: workspace.closed,
    filesChanged: workspace.filesChanged,
  };
}
