import { isRecord } from "../../json/pointer.js";

const MOST_TRIES = 2000;

/** The smallest value that steps of taking away lead to and that still `holds`. */
export function shrink(value: unknown, holds: (value: unknown) => boolean): unknown {
  let smallest = value;
  let tries = 0;
  for (let isSmaller = true; isSmaller && tries < MOST_TRIES;) {
    isSmaller = false;
    for (const candidate of reduce(smallest)) {
      tries += 1;
      if (!holds(candidate)) continue;
      smallest = candidate;
      isSmaller = true;
      break;
    }
  }
  return smallest;
}

function* reduce(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) yield* reduceArray(value);
  else if (isRecord(value)) yield* reduceObject(value);
  else if (typeof value === "string") yield* reduceText(value);
  else if (typeof value === "number")
    yield* [0, 1, Math.trunc(value), Math.trunc(value / 2)].filter(
      (smaller) => Math.abs(smaller) < Math.abs(value),
    );
}

function* reduceArray(value: readonly unknown[]): Generator<unknown> {
  if (value.length > 8) yield value.slice(0, Math.floor(value.length / 2));
  const indexes = value.length > 200 ? [value.length - 1] : value.keys();
  for (const index of indexes) yield value.filter((_, other) => other !== index);
  if (value.length > 200) return;
  for (const [index, item] of value.entries())
    for (const smaller of reduce(item)) yield value.with(index, smaller);
}

function* reduceObject(value: Readonly<Record<string, unknown>>): Generator<unknown> {
  for (const name of Object.keys(value)) {
    const { [name]: _, ...rest } = value;
    yield rest;
  }
  for (const [name, member] of Object.entries(value))
    for (const smaller of reduce(member)) yield { ...value, [name]: smaller };
}

function* reduceText(value: string): Generator<string> {
  const characters = [...value];
  if (characters.length > 8) yield characters.slice(0, Math.floor(characters.length / 2)).join("");
  if (characters.length > 0) yield characters.slice(0, -1).join("");
  if (characters.length > 1) yield characters.slice(1).join("");
}
