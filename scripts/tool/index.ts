/** The library: what `npx openapi-proof generate` and `diff` do, as functions. Nothing is printed. */

import type { FileState } from "../pipeline/output.js";
import type { Problem } from "../pipeline/problem.js";
import { findNearestConfig, generate as runPipeline, sourceOnDisk } from "../pipeline/run.js";
import { review as reviewChange } from "../review/index.js";
import type { Review } from "../review/report/summary.js";

export type { FileState } from "../pipeline/output.js";
export type { Problem } from "../pipeline/problem.js";
export { OutputError } from "../pipeline/output.js";
export { BrokenSide } from "../review/document/broken-side.js";
export type { Review } from "../review/report/summary.js";

export type GenerateOptions = {
  /** Path of an OpenAPI document 3.0, 3.1 or 3.2, JSON or YAML. */
  readonly document: string;
  /** The folder of the generated files. Only what an earlier run has written is written over or removed. */
  readonly output: string;
  /** Whether a client is written beside them, and policy.ts where it is missing. Default: false. */
  readonly client?: boolean | undefined;
  /** Whether `format` only describes a value or also refuses it. Default: annotate. */
  readonly formats?: "annotate" | "assert" | undefined;
  /** Path of a redocly.yaml, or false for none. Default: the nearest one of the document's package. */
  readonly lint?: string | false | undefined;
  /** References may name files outside the document's own package. Default: false. */
  readonly allowOutside?: boolean | undefined;
  /** Compare, and write nothing. Rules of taste are errors then. Default: false. */
  readonly check?: boolean | undefined;
};

export type Generated = {
  /** Whether there were no errors. With `check` the states tell what is stale. */
  readonly ok: boolean;
  /** With file, line and column, sorted; warnings alone where it is ok. */
  readonly problems: readonly Problem[];
  /** What each file of the output was before. Empty where the document is at fault. */
  readonly states: readonly FileState[];
  /** All files that were read or looked for. */
  readonly files: readonly string[];
};

/**
 * Makes types, validators, operations and, if asked for, a client of a document. All files are written or none.
 * @throws OutputError where the folder cannot be written, or holds files of others.
 */
export async function generate(options: GenerateOptions): Promise<Generated> {
  const { document, output, formats = "annotate", lint, allowOutside, check = false, client } = options;
  const configFile = lint === false ? undefined : (lint ?? findNearestConfig(document));
  const source = sourceOnDisk(document, { allowOutside });
  return { states: [], ...(await runPipeline(source, { out: output, formats, configFile, check, client })) };
}

/** A document that is read otherwise than from the disk. */
export type DocumentSource = {
  /** How a person calls it. */
  readonly name: string;
  /** Path of its first file. Paths of other files are found relative to the file that names them. */
  readonly entry: string;
  /** The text of a file; throws or rejects with a sentence for the reader where there is none. */
  readonly read: (path: string) => string | Promise<string>;
};

/**
 * What a change of a document does to those who call the API. Each side is a path or a source.
 * @throws BrokenSide with `problems` where a side cannot be read.
 */
export async function review(base: string | DocumentSource, head: string | DocumentSource): Promise<Review> {
  return await reviewChange(base, head);
}
