import { createRequire } from "node:module";
import { join, resolve } from "node:path";

/** What a generated client imports beside its own files. */
export const CLIENT_PACKAGE = "openapi-fetch";

/** Whether it is installed where the client in a folder would find it. */
export function hasClientPackage(folder: string): boolean {
  try {
    createRequire(join(resolve(folder), "index.js")).resolve(CLIENT_PACKAGE);
    return true;
  } catch {
    return false;
  }
}
