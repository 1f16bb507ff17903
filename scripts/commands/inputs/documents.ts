// Which documents a command is about: those that are named, or those that redocly.yaml lists.

import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { chooseStyle, renderProblems } from "../../pipeline/report.js";
import { readSettings, SETTINGS_FILE, type Entry, type Generated } from "../../settings/entries.js";
import { isSamePath } from "../../settings/extension.js";
import { CommandError, UsageError } from "../terminal/args.js";
import type { Terminal } from "../terminal/terminal.js";

/** Where a project that lists nothing keeps its document. */
const USUAL = "openapi/openapi.yaml";

/** What is made of a document of which nothing is said. */
const UNSAID: Generated = { output: "generated", client: false, formats: "annotate" };

export type Chosen = Generated & { readonly document: string };

/**
 * The document that is named, by its path or as redocly.yaml calls it, with the settings that are there for it; else all
 * of which something is made.
 * @throws UsageError where there is none, CommandError where redocly.yaml is at fault.
 */
export function chooseDocuments(named: string | undefined, terminal: Terminal): readonly Chosen[] {
  return choose(named, terminal, ({ generated }) => generated !== undefined);
}

/** The same for what writes nothing: all that are listed. */
export function chooseListed(named: string | undefined, terminal: Terminal): readonly Chosen[] {
  return choose(named, terminal, () => true);
}

function choose(
  named: string | undefined,
  terminal: Terminal,
  isWanted: (entry: Entry) => boolean,
): readonly Chosen[] {
  const entries = readEntries(terminal);
  if (named?.startsWith("file:") === true) return choose(readFileUrl(named), terminal, isWanted);
  if (named !== undefined) {
    const own = findEntry(entries, named) ?? (existsSync(named) ? undefined : entries.find(({ name }) => name === named));
    return [{ document: own?.document ?? named, ...(own?.generated ?? UNSAID) }];
  }
  const listed = entries.filter(isWanted);
  if (listed.length > 0) return listed.map(({ document, generated = UNSAID }) => ({ document, ...generated }));
  if (terminal.program === undefined || existsSync(USUAL)) return [{ document: USUAL, ...UNSAID }];
  throw new UsageError(`no document is named, and ${SETTINGS_FILE} lists none; npx openapi-proof init writes one into it`);
} // prettier-ignore

/** @throws UsageError for what is no address of a file. */
function readFileUrl(text: string): string {
  try {
    return relative("", fileURLToPath(text));
  } catch {
    throw new UsageError(`${text} is no address of a file here`);
  }
}

/** The one document, for a command that takes no more. */
export function chooseDocument(named: string | undefined, terminal: Terminal): string {
  const [only, ...others] = chooseListed(named, terminal);
  if (only === undefined || others.length > 0)
    throw new UsageError(`${SETTINGS_FILE} lists several documents; name one of them`);
  return only.document;
}

/** @throws CommandError with the place of whatever is wrong in redocly.yaml. */
export function readEntries(terminal: Terminal): readonly Entry[] {
  if (!existsSync(SETTINGS_FILE)) return [];
  const { entries, problems } = readSettings(readFileSync(SETTINGS_FILE, "utf8"));
  if (problems.length === 0) return entries;
  throw new CommandError(renderProblems(problems, chooseStyle(terminal.stderr, terminal.env)));
}

/** @param document a path from the folder of redocly.yaml. */
export function findEntry(entries: readonly Entry[], document: string): Entry | undefined {
  return entries.find((entry) => isSamePath(entry.document, document));
}
