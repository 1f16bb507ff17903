/** The member of an entry under `apis` of redocly.yaml that holds our settings; Redocly leaves those with `x-` alone. */
export const EXTENSION = "x-openapi-proof";

/** `./a/../openapi.yaml` is no other file; a Windows path is written with either slash. */
export function isSamePath(left: string, right: string): boolean {
  return normalizePath(left) === normalizePath(right);
}

function normalizePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll("\\", "/").split("/")) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && (part !== "" || parts.length === 0)) parts.push(part);
  }
  return parts.join("/");
}
