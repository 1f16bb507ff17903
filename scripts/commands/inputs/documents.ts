// Which documents a command is about: those that are named, or those that redocly.yaml lists.

import { existsSync, readFileSync } from "node:fs";
import { chooseStyle, renderProblems } from "../../pipeline/report.js";
import { readSettings, SETTINGS_FILE, type Entry } from "../../settings/entries.js";
import { isSamePath } from "../../settings/extension.js";
import { CommandError, UsageError } from "../terminal/args.js";
import type { Terminal } from "../terminal/terminal.js";

/** Where a project that lists nothing keeps its document and what is made of it. */
const USUAL = { document: "openapi/openapi.yaml", output: "generated" };

export type Chosen = Omit<Entry, "name">;

/**
 * The document that is named, with the settings that redocly.yaml has for it; else all that are listed there.
 * @throws UsageError where there is none, CommandError where redocly.yaml is at fault.
 */
export function chooseDocuments(named: string | undefined, terminal: Terminal): readonly Chosen[] {
  const entries = readEntries(terminal);
  if (named !== undefined) {
    const own = entries.find(({ document }) => isSamePath(document, named));
    const { output = USUAL.output, client = false, formats = "annotate" } = own ?? {};
    return [{ document: named, output, client, formats }];
  }
  if (entries.length > 0) return entries;
  if (terminal.program === undefined || existsSync(USUAL.document))
    return [{ ...USUAL, client: false, formats: "annotate" }];
  throw new UsageError(
    `no document is named, and ${SETTINGS_FILE} lists none; npx openapi-proof init writes one into it`,
  );
}

/** The one document, for a command that takes no more. */
export function chooseDocument(named: string | undefined, terminal: Terminal): string {
  const [only, ...others] = chooseDocuments(named, terminal);
  if (only === undefined || others.length > 0)
    throw new UsageError(`${SETTINGS_FILE} lists several documents; name one of them`);
  return only.document;
}

function readEntries(terminal: Terminal): readonly Entry[] {
  if (!existsSync(SETTINGS_FILE)) return [];
  const { entries, problems } = readSettings(readFileSync(SETTINGS_FILE, "utf8"));
  if (problems.length === 0) return entries;
  throw new CommandError(renderProblems(problems, chooseStyle(terminal.stderr, terminal.env)));
}
