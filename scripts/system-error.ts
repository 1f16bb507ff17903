/** What the operating system refused, in words for a person; undefined for an error of any other kind. */
export function describeSystemError(error: unknown): string | undefined {
  if (!(error instanceof Error && "syscall" in error && "code" in error)) return undefined;
  const reason = explainCode(String(error.code));
  return "path" in error ? `${String(error.path)}: ${reason}` : reason;
}

/** @param code as Node names it, such as ENOENT. */
export function explainCode(code: string): string {
  return REASONS[code] ?? code;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission is missing",
  EEXIST: "a file stands where a folder is needed",
  EISDIR: "a folder stands where a file is needed",
  ENOENT: "there is no such file or folder",
  ENOSPC: "the disk is full",
  ENOTDIR: "a file stands where a folder is needed",
  EPERM: "permission is missing",
  EROFS: "the file system can only be read",
};
