import { noFiles } from '../content/files.ts';
import { startPortableHash } from '../content/hashing.ts';
import type { ClientPart } from '../features/client-part.ts';
import { createService } from '../service.ts';
import type { OpenText } from '../workspace/host.ts';
import { readEditorSettings } from '../workspace/settings.ts';
import type { LanguageService, LanguageServiceHost } from './public.d.ts';

/** No commands: all actions are plain edits. */
const part: ClientPart = {
  hasCommands: false,
  showsContents: false,
  opensDocuments: false,
  asksPeople: false,
  writesBytes: false,
};

/** A language service over texts that the calling program provides. */
export function languageService(host: LanguageServiceHost = {}): LanguageService {
  const texts = new Map<string, OpenText>();
  const { files = noFiles, folders = [] } = host;
  let settings = readEditorSettings(host.settings);
  const service = createService({
    files,
    startHash: startPortableHash,
    folders: () => folders,
    openUris: () => [...texts.keys()],
    openText: (uri) => texts.get(uri),
    settingsOf: async () => settings,
    changed: (uri) => host.onDiagnosticsChanged?.(uri),
    warn: () => {},
  });
  return {
    open(uri, text, languageId = 'json') {
      const version = (texts.get(uri)?.version ?? 0) + 1;
      texts.set(uri, { uri, version, state: {}, languageId, getText: () => text, editsSince: () => undefined });
      if (version === 1) service.opened(uri);
    },
    close(uri) {
      texts.delete(uri);
      service.closed(uri);
    },
    filesChanged: (uris) => service.filesChanged(uris),
    configure(sent) {
      settings = readEditorSettings(sent);
      service.settingsChanged();
    },
    diagnostics: async (uri) => (await service.diagnose(uri))?.diagnostics ?? [],
    hover: (uri, position) => service.hover(uri, position),
    completions: (uri, position) => service.completions(uri, position, false),
    async codeActions(uri, range) {
      const request = { range, isVersioned: false, makesFiles: false, part };
      return (await service.codeActions(uri, request)).filter(({ edit }) => edit !== undefined);
    },
    links: (uri) => service.links(uri, part),
    definition: (uri, position) => service.definition(uri, position, part),
    references: (uri, position) => service.references(uri, position),
    symbols: (uri) => service.outline(uri),
    foldingRanges: (uri) => service.foldingRanges(uri, undefined),
    selectionRanges: (uri, positions) => service.selectionRanges(uri, positions),
    inlayHints: (uri, range) => service.inlayHints(uri, range),
  };
}
