import { Disposable, EventEmitter, FileSystemError, type FileSystemProvider, Uri, workspace } from 'vscode';

/** The scheme of the sample that the extension brings, which nobody can change. */
export const sampleScheme = 'oci-sample';

/** Shows the files of the extension's sample, read-only. `root`: their folder. */
export function provideSampleFiles(root: Uri): Disposable {
  const changed = new EventEmitter<never>();
  const placeOf = ({ path }: Uri): Uri => Uri.joinPath(root, ...path.split('/').filter((name) => name !== '..'));
  const refuse = (uri: Uri): never => {
    throw FileSystemError.NoPermissions(uri);
  };
  const provider: FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new Disposable(() => {}),
    stat: (uri) => workspace.fs.stat(placeOf(uri)),
    readDirectory: (uri) => workspace.fs.readDirectory(placeOf(uri)),
    readFile: (uri) => workspace.fs.readFile(placeOf(uri)),
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  return Disposable.from(changed, workspace.registerFileSystemProvider(sampleScheme, provider, { isReadonly: true }));
}
