import { shownPath } from './paths.ts';

/** An error that prevents an operation, as a one-line message with cause and location. The exit status becomes 2. */
export class CliError extends Error {
  override readonly name = 'CliError';
}

/** What to say of an error that ends a command. A file operation that fails is not a mistake of the program. */
export function messageOf(error: unknown, cwd: string): string {
  if (error instanceof CliError) return error.message;
  const { syscall, path } = (error ?? {}) as NodeJS.ErrnoException;
  if (syscall !== undefined && path !== undefined) return `cannot access ${shownPath(path, cwd)}: ${reasonOf(error)}`;
  return `internal error: ${error} (please report)`;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'part of the path is not a folder',
  EISDIR: 'is a folder',
  ELOOP: 'too many symbolic links',
  ENOSPC: 'the disk is full',
  EROFS: 'read-only file system',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'file name too long',
};

/** The reason for a failed file operation, phrased as the end of a line. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ''] ?? (/^.*/.exec(String(message ?? error)) ?? '')[0];
}
