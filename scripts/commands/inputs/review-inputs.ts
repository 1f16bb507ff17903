import { existsSync, readFileSync } from "node:fs";
import { chooseStyle, renderProblems } from "../../pipeline/report.js";
import { NO_REVIEW_SETTINGS, type ReviewSettings, type StripPrefix } from "../../settings/review-settings.js";
import { CommandError, UsageError } from "../terminal/args.js";
import type { Terminal } from "../terminal/terminal.js";
import { findEntry, readEntries } from "./documents.js";

/** Where a project keeps what its reviews are told, by the names that they have in its root. */
const ACCEPTED = "openapi/accepted-changes.yaml";
const MANIFEST = "package.json";

/**
 * What the settings of the folder say of reviews of a document.
 * @throws CommandError with the place of what cannot be read.
 */
export function readReviewSettings(document: string, terminal: Terminal): ReviewSettings {
  return findEntry(readEntries(terminal), document)?.review ?? NO_REVIEW_SETTINGS;
}

/** @throws CommandError for a file that is no such list, or is named and not there. */
export async function readAcceptedChanges(named: string | undefined, terminal: Terminal) {
  const file = named ?? ACCEPTED;
  if (named === undefined && !existsSync(file)) return [];
  const { readAccepted } = await import("../../review/index.js");
  const { accepted, problems } = readAccepted(readFileSync(file, "utf8"), file.replaceAll("\\", "/"));
  if (problems.length === 0) return accepted;
  throw new CommandError(renderProblems(problems, chooseStyle(terminal.stderr, terminal.env)));
}

/** Of the package in the folder, where there is one. @throws CommandError for a manifest that is no JSON. */
export function readVersion(): string | undefined {
  if (!existsSync(MANIFEST)) return undefined;
  try {
    // npm keeps the form of its manifest.
    return (JSON.parse(readFileSync(MANIFEST, "utf8")) as { readonly version?: string }).version;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new CommandError(`${MANIFEST} is no JSON: ${error.message}`, 1, { cause: error });
  }
}

/** @throws UsageError for what is no path. */
export function readPrefixes(option: string | undefined): StripPrefix | undefined {
  if (option === undefined) return undefined;
  const [, base, head = base] = /^(\/[^=]*)(?:=(\/[^=]*))?$/.exec(option) ?? [];
  if (base === undefined) throw new UsageError("--strip-prefix must be a path such as /v1, or two: /v1=/v2");
  return { base, head };
}
