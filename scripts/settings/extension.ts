/** The member of an entry under `apis` of redocly.yaml that holds our settings; Redocly leaves those with `x-` alone. */
export const EXTENSION = "x-openapi-proof";

/** `./a/../openapi.yaml` is no other file; a Windows path is written with either slash, and its drive in either case. */
export function isSamePath(left: string, right: string): boolean {
  return normalizePath(left) === normalizePath(right);
}

function normalizePath(path: string): string {
  const parts: string[] = [];
  const drive = /^[a-z]:/i.exec(path)?.[0] ?? "";
  for (const part of `${drive.toLowerCase()}${path.slice(drive.length)}`.replaceAll("\\", "/").split("/")) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && (part !== "" || parts.length === 0)) parts.push(part);
  }
  return parts.join("/");
}
