import { relative, resolve } from "node:path";
import { isUrl } from "../../pipeline/run.js";
import type { Terminal } from "../terminal/terminal.js";

/**
 * A path as the command finds it: npm starts its scripts in the package's root, and says where it was called, from
 * where a relative path is meant.
 */
export function locatePath(path: string | undefined, script: string, { env }: Terminal): string | undefined {
  const { INIT_CWD: start, npm_lifecycle_event: running } = env;
  if (path === undefined || start === undefined || running !== script || isUrl(path)) return path;
  const found = resolve(start, path);
  return found === path ? path : relative("", found) || ".";
}
