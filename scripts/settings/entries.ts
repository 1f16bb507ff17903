// The settings of a document: Redocly's own list of APIs, with ours in an extension of the entry.

import { isRecord } from "../json/pointer.js";
import { findNearestName } from "../jsonschema/runtime/names.js";
import type { Problem } from "../pipeline/problem.js";
import { EXTENSION } from "./extension.js";
import { openYaml } from "./open-yaml.js";
import { nameOf, readChoice, readFlag, readMembers, readText, type Part } from "./part.js";
import { NO_REVIEW_SETTINGS, readReviewSettings, type ReviewSettings } from "./review-settings.js";

export const SETTINGS_FILE = "redocly.yaml";
export const FORMATS = ["annotate", "assert"] as const;

/** A document that is listed under `apis`. Paths are relative to the file. */
export type Entry = {
  readonly name: string;
  readonly document: string;
  /** Absent where nothing is made of it here. */
  readonly generated: Generated | undefined;
  readonly review: ReviewSettings;
};

/** What is made of a document. */
export type Generated = {
  /** The folder of the generated files. */
  readonly output: string;
  /** Whether a client is written beside them. Default: false. */
  readonly client: boolean;
  /** Default: annotate. */
  readonly formats: (typeof FORMATS)[number];
};

/** What is wrong stands in `problems`, each with its place; there are no entries then. */
export type Settings = { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] };

/** The documents of a redocly.yaml, in its order. @param file as messages call it. */
export function readSettings(text: string, file: string = SETTINGS_FILE): Settings {
  const { root, problems } = openYaml(text, file);
  const entries = listApis(root).flatMap((api) => readEntry(api) ?? []);
  return { entries: problems.length > 0 ? [] : entries, problems };
}

/** What else stands in the file is Redocly's business, which says itself what is wrong with it. */
function listApis({ value, report }: Part): readonly Part[] {
  const apis = isRecord(value) ? (value["apis"] ?? {}) : {};
  if (!isRecord(apis)) report(["apis"], "`apis` must be an object of documents by their names");
  return Object.entries(isRecord(apis) ? apis : {}).map(([name, api]) => ({ value: api, path: ["apis", name], report }));
} // prettier-ignore

function readEntry({ value: api, path, report }: Part): Entry | undefined {
  if (!isRecord(api)) return void report(path, `${nameOf(path)} must be an object with \`root\``);
  checkExtension(api, path, report);
  const { root, [EXTENSION]: extension } = api;
  if (extension === undefined && root === undefined) return undefined;
  if (root === undefined) report(path, `${nameOf(path)} has no \`root\`, the path of its document`, "key");
  return {
    name: String(path.at(-1)),
    document: readText({ value: root ?? "-", path: [...path, "root"], report }, "the path of a document"),
    ...readExtension({ value: extension ?? {}, path: [...path, EXTENSION], report }),
  };
}

/** Redocly leaves any name with `x-` alone, so that nobody else would say that it is misspelt. */
function checkExtension(api: object, path: Part["path"], report: Part["report"]): void {
  for (const key of Object.keys(api))
    if (key !== EXTENSION && key.startsWith("x-") && findNearestName(key, [EXTENSION]) !== undefined)
      report([...path, key], `\`${key}\` is nobody's setting; did you mean \`${EXTENSION}\`?`, "key");
}

function readExtension(part: Part): Pick<Entry, "generated" | "review"> {
  const names = ["output", "client", "formats", "review"] as const;
  const { output, client, formats, review } = readMembers(part, names);
  if (output === undefined && (client ?? formats) !== undefined)
    part.report(
      part.path,
      `${nameOf(part.path)} has no \`output\`, the folder of the generated files`,
      "key",
    );
  const made = {
    output: output && readText(output, "a folder"),
    client: client === undefined ? false : readFlag(client),
    formats: formats === undefined ? "annotate" : readChoice(formats, FORMATS),
  };
  return {
    generated: made.output === undefined ? undefined : { ...made, output: made.output },
    review: review === undefined ? NO_REVIEW_SETTINGS : readReviewSettings(review),
  };
}
