import { readSmallFile } from '../content/files.ts';
import { maxDocumentSize } from '../content/stores/contents.ts';
import { nearMissOf } from '../content/stores/near-miss.ts';
import { toWorkspaceEdit } from '../features/code-actions.ts';
import { describeFile } from '../features/describe-content.ts';
import { fileChoicesOf } from '../features/file-choices.ts';
import { insertDescriptorOf, positionInList } from '../features/insert-descriptor.ts';
import { updateAllOf } from '../features/update-all.ts';
import { updateSizeOf } from '../features/update-size.ts';
import { readDigest } from '../oci/digest.ts';
import { decodeDocument, plainUtf8Of } from '../syntax/encoding.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { editOfDocument, ofDocument } from './asking.ts';
import type { Service } from './service-types.ts';

/** The part of the service that updates descriptors to match content and restores content to match digests. */
export type Updates = Pick<
  Service,
  | 'describeFile'
  | 'fileChoices'
  | 'updateSize'
  | 'updateAll'
  | 'insertDescriptor'
  | 'plainBytes'
  | 'restoredBytes'
  | 'writeTargetOf'
>;

export function updates(workspace: Workspace): Updates {
  const { host, contents } = workspace;
  return {
    describeFile: (uri, pointer, fileUri) =>
      editOfDocument(workspace, uri, async (document, { version }) => {
        const edits = await describeFile(document, pointer, fileUri, contents);
        return edits && toWorkspaceEdit(document, edits, version);
      }),

    async fileChoices(uri, pointer) {
      const found = await ofDocument(workspace, uri, (document) => fileChoicesOf(document, pointer, contents));
      return found ?? { choices: [], isCut: false };
    },

    updateSize: (uri, pointer) =>
      editOfDocument(workspace, uri, (document, { version }) => updateSizeOf({ document, version }, pointer, contents)),

    updateAll: (uri) =>
      editOfDocument(workspace, uri, async (document, { version }) => {
        if (document.kind === undefined) return undefined;
        const update = await updateAllOf(document, contents);
        return { ...update, edit: update.edit && toWorkspaceEdit(document, update.edit, version) };
      }),

    insertDescriptor: (uri, at, fileUri) =>
      editOfDocument(workspace, uri, async (document, { version }) => {
        const position = typeof at === 'object' ? positionInList(document, document.json.lines.offsetAt(at)) : at;
        const edits = await insertDescriptorOf(document, position, fileUri, contents);
        return edits && toWorkspaceEdit(document, edits, version);
      }),

    async plainBytes(fileUri) {
      const bytes = await readSmallFile(contents.files, fileUri, maxDocumentSize);
      const plain = bytes && plainUtf8Of(bytes);
      return plain && { bytes: plain, before: bytes };
    },

    async restoredBytes(fileUri, digestText) {
      const digest = readDigest(digestText);
      const before = digest && (await readSmallFile(contents.files, fileUri, maxDocumentSize));
      const bytes = before && nearMissOf(before, digest)?.bytes;
      return bytes && { bytes, before };
    },

    async writeTargetOf(fileUri) {
      const layout = await contents.layoutOf(fileUri);
      const folders = [...host.folders(), ...(layout === undefined ? [] : [layout.root])];
      const open = host.openText(fileUri);
      if (open === undefined) return { isOpen: false, isEdited: false, folders };
      const file = await readSmallFile(contents.files, fileUri, maxDocumentSize);
      const isEdited = file === undefined || inUnixLines(decodeDocument(file).text) !== inUnixLines(open.getText());
      return { isOpen: true, isEdited, folders };
    },
  };
}

/** Some editors normalize line endings in memory. */
function inUnixLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
