import { isMap, isScalar, parseDocument, type YAMLMap } from "yaml";
import type { Problem } from "../pipeline/problem.js";
import { readSettings, SETTINGS_FILE, type Generated } from "./entries.js";
import { EXTENSION, isSamePath } from "./extension.js";

/** What is added, by the name that it gets where it is free. */
export type NewEntry = Generated & { readonly name: string; readonly document: string };

/**
 * What was done with the text of a redocly.yaml: nothing, where the document has an output already, or the folder is
 * that of another.
 */
export type Added =
  | { readonly state: "added"; readonly text: string }
  | { readonly state: "present" }
  /** By the entry of that name. */
  | { readonly state: "taken"; readonly name: string }
  | { readonly state: "refused"; readonly problems: readonly Problem[] };

/** Adds an entry and changes nothing else; comments stay. An entry of the same document is taken. */
export function addEntry(text: string, added: NewEntry, file: string = SETTINGS_FILE): Added {
  const { name, document: root, ...generated } = added;
  const { entries, problems } = readSettings(text, file);
  if (problems.length > 0) return { state: "refused", problems };
  const own = entries.find(({ document }) => isSamePath(document, root));
  if (own?.generated !== undefined) return { state: "present" };
  const other = entries.find((each) => isSamePath(each.generated?.output ?? "", generated.output));
  if (other !== undefined) return { state: "taken", name: other.name };
  const document = parseDocument(text);
  if (document.contents !== null && !isMap(document.contents)) return refuse(file);
  const apis: unknown = document.get("apis");
  const key = own?.name ?? (isMap(apis) ? findFreeName(apis, name) : name);
  if (own === undefined) document.setIn(["apis", key, "root"], root);
  for (const [setting, value] of Object.entries(generated))
    document.setIn(["apis", key, EXTENSION, setting], value);
  return { state: "added", text: document.toString({ lineWidth: 0 }) };
}

function refuse(file: string): Added {
  const message = "The file must hold an object";
  return {
    state: "refused",
    problems: [{ severity: "error", rule: "settings", message, file, line: 1, column: 1 }],
  };
}

function findFreeName(apis: YAMLMap, preferred: string): string {
  const taken = new Set(apis.items.map(({ key }) => (isScalar(key) ? String(key.value) : "")));
  for (let name = preferred, serial = 2; ; name = `${preferred}${serial++}`)
    if (!taken.has(name)) return name;
}
