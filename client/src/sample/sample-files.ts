import { Disposable, EventEmitter, FileSystemError, type FileSystemProvider, Uri, workspace } from 'vscode';

/** The scheme of the bundled sample, which is read-only. */
export const sampleScheme = 'oci-sample';

/** Serves the bundled sample read-only. `root` is its folder. */
export function provideSampleFiles(root: Uri): Disposable {
  const changed = new EventEmitter<never>();
  const fileOf = ({ path }: Uri): Uri => Uri.joinPath(root, ...path.split('/').filter((name) => name !== '..'));
  const refuse = (uri: Uri): never => {
    throw FileSystemError.NoPermissions(uri);
  };
  const provider: FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new Disposable(() => {}),
    stat: (uri) => workspace.fs.stat(fileOf(uri)),
    readDirectory: (uri) => workspace.fs.readDirectory(fileOf(uri)),
    readFile: (uri) => workspace.fs.readFile(fileOf(uri)),
    createDirectory: refuse,
    writeFile: refuse,
    delete: refuse,
    rename: refuse,
  };
  return Disposable.from(changed, workspace.registerFileSystemProvider(sampleScheme, provider, { isReadonly: true }));
}
