// What a file of settings may say, read part by part. All that is wrong is reported; in its place stands something of
// the right type, which nobody uses once there are problems.

import { isRecord } from "../json/pointer.js";
import { findNearestName } from "../jsonschema/runtime/names.js";

/** Keys and indexes that lead to a value. */
export type Path = readonly (string | number)[];

/** A value with its place. */
export type Part = {
  readonly value: unknown;
  readonly path: Path;
  readonly report: (path: Path, message: string, on?: "key" | "value") => void;
};

/** The members by name; what nobody reads is a mistake. */
export function readMembers<const Name extends string>(
  part: Part,
  names: readonly Name[],
): Readonly<Partial<Record<Name, Part>>> {
  const { value, path, report } = part;
  if (!isRecord(value)) report(path, `${nameOf(path)} must be an object: ${names.join(", ")}`);
  const found = isRecord(value) ? value : {};
  for (const key of Object.keys(found))
    if (!names.some((name) => name === key))
      report([...path, key], `${nameOf(path)} has no setting \`${key}\`${advise(key, names)}`, "key");
  const members: Partial<Record<Name, Part>> = {};
  for (const name of names)
    if (Object.hasOwn(found, name)) members[name] = { value: found[name], path: [...path, name], report };
  return members;
}

/** Of an object that lacks something; what is none at all was told as such. */
export function reportMissing({ value, path, report }: Part, words: string): void {
  if (isRecord(value)) report(path, `${nameOf(path)} needs ${words}`);
}

function advise(key: string, names: readonly string[]): string {
  const nearest = findNearestName(key, names);
  return nearest === undefined ? `, but: ${names.join(", ")}` : `; did you mean \`${nearest}\`?`;
}

/** @param words what it must be, as a message says it. */
export function readList({ value, path, report }: Part, words: string = "a list"): readonly Part[] {
  if (Array.isArray(value))
    return value.map((item: unknown, index) => ({ value: item, path: [...path, index], report }));
  report(path, `${nameOf(path)} must be ${words}`);
  return [];
}

/** @param words what it must be, as a message says it. */
export function readText(part: Part, words: string, pattern: RegExp = /./): string {
  const { value } = part;
  return typeof value === "string" && pattern.test(value) ? value : refuse(part, words, "");
}

export function readFlag(part: Part): boolean {
  return typeof part.value === "boolean" ? part.value : refuse(part, "true or false", false);
}

/** @param words what it must be, as a message says it. */
export function readCount(part: Part, words: string): number {
  const { value } = part;
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : refuse(part, words, 0);
}

export function readChoice<const T extends string>(part: Part, choices: readonly [T, ...T[]]): T {
  const found = choices.find((choice) => choice === part.value);
  return found ?? refuse(part, `one of: ${choices.join(", ")}`, choices[0]);
}

function refuse<T>({ path, report }: Part, words: string, instead: T): T {
  report(path, `${nameOf(path)} must be ${words}`);
  return instead;
}

/** As messages call it: by its last key. */
export function nameOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return "the file";
  if (typeof last === "string") return `\`${last}\``;
  const list = path.findLast((each) => typeof each === "string");
  return list === undefined ? `entry ${last + 1}` : `entry ${last + 1} of \`${list}\``;
}
