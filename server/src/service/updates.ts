import { readSmallFile } from '../content/files.ts';
import { type Contents, maxDocumentSize } from '../content/stores/contents.ts';
import { nearMissOf } from '../content/stores/near-miss.ts';
import { toWorkspaceEdit } from '../features/code-actions.ts';
import { describeFile } from '../features/describe-content.ts';
import { fileChoicesOf } from '../features/file-choices.ts';
import { insertDescriptorOf, positionInList } from '../features/insert-descriptor.ts';
import { updateAllOf } from '../features/update-all.ts';
import { updateSizeOf } from '../features/update-size.ts';
import { readDigest } from '../oci/digest.ts';
import { decodeDocument, plainUtf8Of } from '../syntax/encoding.ts';
import type { Checks } from '../workspace/checks.ts';
import type { Host } from '../workspace/host.ts';
import type { Service } from './service-types.ts';

/** The part of the service that brings descriptors in line with content, and content in line with digests. */
export type Updates = Pick<
  Service,
  | 'describeFile'
  | 'fileChoices'
  | 'updateSize'
  | 'updateAll'
  | 'insertDescriptor'
  | 'plainBytes'
  | 'restoredBytes'
  | 'writingAt'
>;

export function createUpdates(host: Host, contents: Contents, checks: Checks): Updates {
  return {
    async describeFile(uri, pointer, fileUri) {
      const check = await checks.of(uri);
      const edits = check && (await describeFile(check.document, pointer, fileUri, contents));
      return edits && toWorkspaceEdit(check.document, edits, check.version);
    },

    async fileChoices(uri, pointer) {
      const document = (await checks.of(uri))?.document;
      return document === undefined ? { choices: [], isCut: false } : fileChoicesOf(document, pointer, contents);
    },

    async updateSize(uri, pointer) {
      const check = await checks.of(uri);
      return check && updateSizeOf(check, pointer, contents);
    },

    async updateAll(uri) {
      const check = await checks.of(uri);
      if (check?.document.kind === undefined) return undefined;
      const update = await updateAllOf(check.document, contents);
      return { ...update, edit: update.edit && toWorkspaceEdit(check.document, update.edit, check.version) };
    },

    async insertDescriptor(uri, at, fileUri) {
      const check = await checks.of(uri);
      if (check === undefined) return undefined;
      const { document } = check;
      const position = typeof at === 'object' ? positionInList(document, document.json.lines.offsetAt(at)) : at;
      const edits = await insertDescriptorOf(document, position, fileUri, contents);
      return edits && toWorkspaceEdit(check.document, edits, check.version);
    },

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

    async writingAt(fileUri) {
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

/** Some editors keep the ends of lines apart from the text, and give it with others. */
function inUnixLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
