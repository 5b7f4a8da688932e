const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'this is a folder, not a file',
  EACCES: 'no permission to read it',
  EPERM: 'no permission to read it',
  ENOTDIR: 'a part of the path is a file, not a folder',
  ENAMETOOLONG: 'the path is too long',
  ELOOP: 'the path is a loop of links',
};

const writeReasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such folder',
  EACCES: 'no permission to write it',
  EPERM: 'no permission to write it',
  ENOTFILE: 'this is a pipe or a device, not a file', // ours: the system would let it be replaced
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the quota is used up',
};

/**
 * Says in a few words why the file system refused.
 * @param error what it threw
 */
export function explainFileError(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  return reasons[code ?? ''] ?? (code === undefined ? String(error) : `the system says ${code}`);
}

/**
 * Says in a few words why something could not be written.
 * @param error what the file system threw
 */
export function explainWriteError(error: unknown): string {
  const { code = '' } = error as NodeJS.ErrnoException;
  return writeReasons[code] ?? explainFileError(error);
}
