import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { posix, relative } from "node:path";
import { CommandError, createCommand, UsageError } from "../commands/terminal/args.js";
import { print, type Terminal } from "../commands/terminal/terminal.js";
import { chooseStyle, renderProblems } from "../pipeline/report.js";
import { isBundledOutput, saysOpenApi } from "../spec/document-mark.js";
import { addEntry, type NewEntry } from "../settings/add-entry.js";
import { SETTINGS_FILE } from "../settings/entries.js";

const HELP = `Usage: npx openapi-proof init [DOCUMENT] [options]

Writes an entry for the OpenAPI document of this folder into redocly.yaml: where its files go, and that a client is
written beside them. What stands in that file stays; an entry that is there is left as it is.

  DOCUMENT    the document (default: the one that is found in this folder or two below it)
  --out DIR   folder of the generated files (default: src/api where there is a folder src, else api)
  --help      show this text

Exit code: 0 done, 1 there is no document or redocly.yaml is at fault, 2 wrong usage.
`;

export const run = createCommand(
  { script: "init", help: HELP, takesWords: true, options: { out: { type: "string" } } },
  ({ out = existsSync("src") ? "src/api" : "api" }, terminal, [word, ...others]) => {
    if (others.length > 0) throw new UsageError("one document is named at most");
    const document = toSlashes(word === undefined ? findDocument() : checkDocument(word));
    const entry: NewEntry = {
      name: "main",
      document,
      output: toSlashes(out),
      client: true,
      formats: "annotate",
    };
    const text = existsSync(SETTINGS_FILE) ? readFileSync(SETTINGS_FILE, "utf8") : "";
    const added = addEntry(text, entry);
    if (added.state === "refused")
      throw new CommandError(renderProblems(added.problems, chooseStyle(terminal.stderr, terminal.env)));
    if (added.state === "present")
      return print(terminal, `${SETTINGS_FILE} has settings for ${document} and stays as it is\n`);
    if (added.state === "taken")
      throw new UsageError(`${entry.output} is the output of ${added.name}: name another folder by --out`);
    writeFileSync(SETTINGS_FILE, added.text);
    return tellNext(entry, terminal);
  },
);

function tellNext({ document, output }: NewEntry, terminal: Terminal): number {
  const next = ["npx openapi-proof generate", "npm install openapi-fetch"]
    .map((line) => `  ${line}\n`)
    .join("");
  return print(terminal, `${SETTINGS_FILE}  written: ${document} → ${output}\n\nNext:\n${next}`);
}

/** A path in a file that is read on every system. */
function toSlashes(path: string): string {
  return relative("", path).replaceAll("\\", "/") || ".";
}

function checkDocument(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new UsageError(`${path} does not exist`);
  if (!found.isFile()) throw new UsageError(`${path} is a folder, and a file is needed`);
  if (!isDocument(path))
    throw new CommandError(`${path} is no OpenAPI document: it does not say \`openapi: 3.…\``);
  return path;
}

/** How many folders below this one are looked into. */
const DEPTH = 2;

/** @throws where there is none, and where there are several. */
function findDocument(): string {
  const [only, ...others] = listDocuments("", DEPTH).filter(isDocument).toSorted();
  if (only === undefined)
    throw new CommandError(
      "There is no OpenAPI document here: no JSON or YAML file with the field `openapi`",
    );
  if (others.length > 0)
    throw new UsageError(`there are several documents, name one: ${[only, ...others].join(", ")}`);
  return only;
}

function listDocuments(folder: string, depth: number): string[] {
  const entries = readdirSync(folder || ".", { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isFile()) return /\.(?:json|ya?ml)$/i.test(entry.name) ? [path] : [];
    const isHidden = entry.name.startsWith(".") || entry.name === "node_modules";
    return entry.isDirectory() && !isHidden && depth > 0 ? listDocuments(path, depth - 1) : [];
  });
}

function isDocument(path: string): boolean {
  if (isBundledOutput(path, existsSync)) return false;
  return saysOpenApi(readFileSync(path, "utf8"));
}
