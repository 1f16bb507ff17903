import { existsSync, readFileSync } from "node:fs";
import type { Settings, StripPrefix } from "../../review/index.js";
import { SETTINGS_FILE } from "../../settings/entries.js";
import { CommandError, UsageError } from "../terminal/args.js";

/** Where a project keeps what its reviews are told, by the names that they have in its root. */
const ACCEPTED = "openapi/accepted-changes.yaml";
const MANIFEST = "package.json";

/**
 * What the configuration of the folder says of reviews of a document.
 * @throws CommandError with the place of what cannot be read.
 */
export async function readReviewSettings(document: string): Promise<Settings> {
  const { NO_SETTINGS, readSettings, SettingsError } = await import("../../review/index.js");
  if (!existsSync(SETTINGS_FILE)) return NO_SETTINGS;
  try {
    return readSettings(readFileSync(SETTINGS_FILE, "utf8"), SETTINGS_FILE, document);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    throw new CommandError(error.message, 1, { cause: error });
  }
}

/** @throws CommandError for a file that is no such list, or is named and not there. */
export async function readAcceptedChanges(named: string | undefined) {
  const file = named ?? ACCEPTED;
  if (named === undefined && !existsSync(file)) return [];
  const { AcceptedError, readAccepted } = await import("../../review/index.js");
  try {
    return readAccepted(readFileSync(file, "utf8"));
  } catch (error) {
    if (!(error instanceof AcceptedError)) throw error;
    throw new CommandError(`${file} ${error.message}`, 1, { cause: error });
  }
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
