// The settings of a document: Redocly's own list of APIs, with ours in an extension of the entry.

import { isMap, isScalar, LineCounter, parseDocument, type Document, type Pair, type YAMLMap } from "yaml";
import type { Problem } from "../pipeline/problem.js";
import { EXTENSION, isSamePath } from "./extension.js";

export const SETTINGS_FILE = "redocly.yaml";
export const FORMATS = ["annotate", "assert"] as const;

/** A document that is listed under `apis`, with what is made of it. Paths are relative to the file. */
export type Entry = {
  readonly name: string;
  readonly document: string;
  /** The folder of the generated files. */
  readonly output: string;
  /** Whether a client is written beside them. Default: false. */
  readonly client: boolean;
  /** Default: annotate. */
  readonly formats: (typeof FORMATS)[number];
};

/** What is wrong stands in `problems`, each with its place; there are no entries then. */
export type Settings = { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] };

/** The entries of a redocly.yaml that have our settings, in its order. @param file as messages call it. */
export function readSettings(text: string, file: string = SETTINGS_FILE): Settings {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const report: Report = (message, offset = 0, rule = "settings") => {
    const { line, col } = lines.linePos(offset);
    problems.push({
      severity: "error",
      rule,
      message,
      file,
      line: Math.max(1, line),
      column: Math.max(1, col),
    });
  };
  const problems: Problem[] = [];
  for (const { message, pos } of document.errors) report(message, pos[0], "syntax");
  const entries =
    problems.length > 0 ? [] : listApis(document).flatMap((pair) => readEntry(pair, report) ?? []);
  return { entries: problems.length > 0 ? [] : entries, problems };
}

type Report = (message: string, offset?: number, rule?: string) => void;

function listApis(document: Document): readonly Pair[] {
  const apis: unknown = document.get("apis");
  return isMap(apis) ? apis.items : [];
}

function readEntry({ key, value: api }: Pair, report: Report): Entry | undefined {
  if (!isMap(api) || !api.has(EXTENSION)) return undefined;
  const name = textOf(key) ?? "";
  const document = textOf(api.get("root", true));
  const given: unknown = api.get(EXTENSION, true);
  if (document === undefined)
    return void report(`${name} has no \`root\`, the path of its document`, placeOf(api));
  if (!isMap(given)) return void report(`${EXTENSION} must be an object`, placeOf(given));
  const settings = Object.fromEntries(Object.keys(RULES).map((field) => [field, undefined as unknown]));
  for (const pair of given.items) readField(pair, settings, report);
  // What a review goes by is its own business, and may stand alone.
  if (!given.has("output") && given.has(REVIEW)) return undefined;
  if (!given.has("output"))
    report(`${EXTENSION} has no \`output\`, the folder of the generated files`, placeOf(given));
  // Each was checked by the rule of its name.
  const { output, client = false, formats = "annotate" } = settings as Partial<Entry>;
  return output === undefined ? undefined : { name, document, output, client, formats };
}

/** Settings of another command in the same place. */
const REVIEW = "review";

type Rule = readonly [words: string, isMet: (value: unknown) => boolean];

const RULES: Readonly<Record<"output" | "client" | "formats", Rule>> = {
  output: ["a folder", (value) => typeof value === "string" && value !== ""],
  client: ["true or false", (value) => typeof value === "boolean"],
  formats: [`one of: ${FORMATS.join(", ")}`, (value) => FORMATS.some((known) => known === value)],
};

function readField({ key, value }: Pair, settings: Record<string, unknown>, report: Report): void {
  const field = textOf(key) ?? "";
  if (field === REVIEW) return;
  const rule = Object.entries(RULES).find(([name]) => name === field)?.[1];
  const names = Object.keys(RULES).join(", ");
  if (rule === undefined)
    return report(`${EXTENSION} has no setting \`${field}\`, but: ${names}`, placeOf(key));
  const found = isScalar(value) ? value.value : undefined;
  if (!rule[1](found)) return report(`\`${field}\` must be ${rule[0]}`, placeOf(value ?? key));
  settings[field] = found;
}

function textOf(node: unknown): string | undefined {
  const value = isScalar(node) ? node.value : node;
  return typeof value === "string" ? value : undefined;
}

function placeOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) ? node.range?.[0] : undefined;
}

/** What was done with the text of a redocly.yaml: nothing, where the document has settings already. */
export type Added =
  | { readonly state: "added"; readonly text: string }
  | { readonly state: "present" }
  | { readonly state: "refused"; readonly problems: readonly Problem[] };

/** Adds an entry and changes nothing else; comments stay. An entry of the same document is taken. */
export function addEntry(text: string, { name, document: root, ...settings }: Entry, file?: string): Added {
  const { entries, problems } = readSettings(text, file);
  if (problems.length > 0) return { state: "refused", problems };
  if (entries.some(({ document }) => isSamePath(document, root))) return { state: "present" };
  const document = parseDocument(text);
  const isTree = document.contents === null || isMap(document.contents);
  const apis: unknown = document.get("apis");
  if (!isTree || (apis !== undefined && apis !== null && !isMap(apis))) return refuse(isTree, file);
  const found = isMap(apis) ? findByRoot(apis, root) : undefined;
  const key = found ?? (isMap(apis) ? findFreeName(apis, name) : name);
  if (found === undefined) document.setIn(["apis", key, "root"], root);
  document.setIn(["apis", key, EXTENSION], document.createNode(settings));
  return { state: "added", text: document.toString({ lineWidth: 0 }) };
}

function refuse(isTree: boolean, file: string = SETTINGS_FILE): Added {
  const message = isTree ? "`apis` must be an object" : "The file must hold an object";
  return {
    state: "refused",
    problems: [{ severity: "error", rule: "settings", message, file, line: 1, column: 1 }],
  };
}

function findByRoot(apis: YAMLMap, root: string): string | undefined {
  const found = apis.items.find(
    ({ value }) => isMap(value) && isSamePath(textOf(value.get("root", true)) ?? "", root),
  );
  return found && textOf(found.key);
}

function findFreeName(apis: YAMLMap, preferred: string): string {
  for (let name = preferred, serial = 2; ; name = `${preferred}${serial++}`) if (!apis.has(name)) return name;
}
