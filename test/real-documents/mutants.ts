import fc from "fast-check";
import { isRecord } from "../../scripts/json/pointer.js";

/** The value with one thing in it changed: a part of another type, a text that is none of a list, a name more or less. */
export function mutantsOf(value: unknown): fc.Arbitrary<unknown> {
  const inside = Object.entries(isRecord(value) || Array.isArray(value) ? value : {}).map(([key, member]) =>
    mutantsOf(member).map((changed) => put(value, key, changed)),
  );
  const here = [fc.constantFrom(...OTHERS.filter((other) => typeof other !== typeof value))];
  if (!isRecord(value)) return fc.oneof(...here, ...inside);
  const without = Object.keys(value).map((name) => {
    const { [name]: _, ...rest } = value;
    return fc.constant(rest);
  });
  return fc.oneof(...here, fc.constant({ ...value, [UNKNOWN_NAME]: 1 }), ...without, ...inside);
}

const OTHERS: readonly unknown[] = [null, true, 5, "no text of any list", [], [{}], {}];

/** A name that no schema has. */
export const UNKNOWN_NAME = "a name of nobody";

function put(value: unknown, key: string, changed: unknown): unknown {
  if (Array.isArray(value)) return value.with(Number(key), changed);
  return { ...(isRecord(value) ? value : {}), [key]: changed };
}
