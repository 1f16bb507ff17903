import { posix } from "node:path";
import { levels } from "../../../version.js";
import { isRecord, type JsonRecord } from "../../../json/pointer.js";
import { EXTENSION, isSamePath } from "../../../settings/extension.js";
import { parseYaml, type Path } from "./parse-yaml.js";
import { NO_SETTINGS, type Settings, type Severity, type StripPrefix } from "./settings.js";

/** The configuration cannot be read; the message begins with file, line and column. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/**
 * The settings that Redocly's configuration has for a document: `review` in the extension of the entry of `apis` whose
 * `root` it is.
 * @throws SettingsError
 */
export function readSettings(text: string, file: string, document: string): Settings {
  const { value: root, placeOf, error } = parseYaml(text, "core");
  if (error !== undefined) throw new SettingsError(`${file}:${error.place} ${error.message}`);
  const fail = (path: Path, message: string): never => {
    throw new SettingsError(`${file}:${placeOf(path)} ${message}`);
  };
  const apis = isRecord(root) && isRecord(root["apis"]) ? root["apis"] : {};
  for (const [name, api] of Object.entries(apis)) {
    if (!isRecord(api) || !isRootOf(api, file, document)) continue;
    const extension = api[EXTENSION];
    const review = isRecord(extension) ? extension["review"] : undefined;
    if (review !== undefined) return readReview({ value: review, path: ["apis", name, EXTENSION, "review"], fail });
  }
  return NO_SETTINGS;
} // prettier-ignore

function isRootOf({ root }: JsonRecord, file: string, document: string): boolean {
  if (typeof root !== "string") return false;
  return isSamePath(posix.join(posix.dirname(file.replaceAll("\\", "/")), root), document);
}

/** A value with its place. */
type Part = {
  readonly value: unknown;
  readonly path: Path;
  readonly fail: (path: Path, message: string) => never;
};

function readReview(part: Part): Settings {
  const { severity, stripPrefix, deprecation, failOn } = readMembers(part, ["severity", "stripPrefix", "deprecation", "failOn"]);
  return {
    severity: severity === undefined ? [] : readList(severity).map(readSeverity),
    stripPrefix: stripPrefix === undefined ? {} : readStripPrefix(stripPrefix),
    deprecation: deprecation && { days: readDays(deprecation) },
    failOn: failOn && readChoice(failOn, ["major", "minor", "none"]),
  };
} // prettier-ignore

function readSeverity(part: Part): Severity {
  const { path, rule, level, reason } = readMembers(part, ["path", "rule", "level", "reason"]);
  if (path === undefined && rule === undefined) return part.fail(part.path, "needs a path, a rule or both");
  if (level === undefined) return part.fail(part.path, `needs a level: ${levels.toReversed().join(", ")}`);
  return {
    path: path && readText(path),
    rule: rule && readText(rule),
    level: readChoice(level, levels.toReversed()),
    reason: reason && readText(reason),
  };
}

function readStripPrefix(part: Part): StripPrefix {
  const { base, head } = readMembers(part, ["base", "head"]);
  return { base: base && readPrefix(base), head: head && readPrefix(head) };
}

function readPrefix(part: Part): string {
  const text = readText(part);
  return text.startsWith("/") ? text : part.fail(part.path, "must be a path such as /v1");
}

function readDays(part: Part): number {
  const { days } = readMembers(part, ["days"]);
  if (days === undefined) return part.fail(part.path, "needs days");
  const { value } = days;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  return days.fail(days.path, "must be a whole number of days");
}

/** The members by name; what nobody reads is a mistake. */
function readMembers<const Name extends string>(
  { value, path, fail }: Part,
  names: readonly Name[],
): Readonly<Partial<Record<Name, Part>>> {
  if (!isRecord(value)) return fail(path, `must be an object: ${names.join(", ")}`);
  const unknown = Object.keys(value).find((key) => !names.some((name) => name === key));
  if (unknown !== undefined)
    return fail([...path, unknown], `${unknown} is not a setting: ${names.join(", ")}`);
  const members: Partial<Record<Name, Part>> = {};
  for (const name of names)
    if (value[name] !== undefined) members[name] = { value: value[name], path: [...path, name], fail };
  return members;
}

function readList({ value, path, fail }: Part): readonly Part[] {
  if (!Array.isArray(value)) return fail(path, "must be a list");
  return value.map((item: unknown, index) => ({ value: item, path: [...path, index], fail }));
}

function readText({ value, path, fail }: Part): string {
  return typeof value === "string" && value !== "" ? value : fail(path, "must be a text");
}

function readChoice<const T extends string>({ value, path, fail }: Part, choices: readonly T[]): T {
  return choices.find((choice) => choice === value) ?? fail(path, `must be one of: ${choices.join(", ")}`);
}
