import { rmSync } from "node:fs";
import { dirname } from "node:path";
import type { TestProject } from "vitest/node";
import { packTool } from "./project.js";

declare module "vitest" {
  // An interface, because vitest's own is added to.
  interface ProvidedContext {
    /** The path of the tool's tarball. */
    readonly tarball: string;
  }
}

/** Once for all of these tests. @returns what is done when they have ended. */
export function setup({ provide }: TestProject): () => void {
  const tarball = packTool();
  provide("tarball", tarball);
  return () => rmSync(dirname(tarball), { recursive: true, force: true });
}
