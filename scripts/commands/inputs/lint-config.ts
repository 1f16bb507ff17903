import { existsSync } from "node:fs";
import { findLintConfig, findNearestConfig } from "../../pipeline/run.js";
import { UsageError } from "../terminal/args.js";
import type { Terminal } from "../terminal/terminal.js";

type Given = { readonly spec: string; readonly lint?: string | undefined };

/**
 * The redocly.yaml with the rules for a document, where there is one. The scripts of this repository keep its own
 * for its own document.
 * @param given.lint "none", or the path of one; undefined looks for it.
 * @throws UsageError for a path where no file is.
 */
export function chooseLintConfig({ spec, lint }: Given, { program }: Terminal): string | undefined {
  if (lint === "none") return undefined;
  if (lint === undefined && spec === "-") return undefined;
  if (lint === undefined) return program === undefined ? findLintConfig(spec) : findNearestConfig(spec);
  if (!existsSync(lint)) throw new UsageError(`--lint must be none or a file, and ${lint} does not exist`);
  return lint;
}
