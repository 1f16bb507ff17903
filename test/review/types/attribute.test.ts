import { expect, test } from "vitest";
import type { SchemaChange } from "../../../scripts/review/differ/schemas/index.js";
import { findCause } from "../../../scripts/review/types/attribute.js";
import type { Loss } from "../../../scripts/review/types/losses.js";

type Sketch = readonly [keyword: string, path: string, rest?: Partial<SchemaChange>];

function toChange([keyword, path, rest]: Sketch): SchemaChange {
  const places = { base: undefined, head: undefined, around: { base: undefined, head: undefined } };
  const steps = path === "" ? [] : path.split(".");
  const values = { was: undefined, now: undefined, spot: "", isDirect: true, trail: [] };
  const kinds = { kind: "assertion", comparison: "narrower", own: "narrower" } as const;
  return { ...places, ...values, ...kinds, keyword, path: steps, ...rest };
}

const property = { kind: "property" } as const;
const annotation = { kind: "annotation" } as const;

test.each<[claim: string, loss: readonly [Loss["kind"], string], changes: readonly Sketch[], cause: number | undefined]>([
  ["the one at the same spot", ["value", "a.b"], [["type", "a"], ["type", "a.b"], ["type", "a.b.c"]], 1],
  ["the nearest one around it", ["name", "a.b.c"], [["anyOf", ""], ["anyOf", "a.b"], ["type", "x"]], 1],
  ["the nearest one below it", ["value", "a"], [["type", "x"], ["type", "a.b.c"], ["type", "a.b"]], 2],
  ["the first of one above and one below that are as near", ["value", "a.b.c"], [["type", "a.b"], ["type", "a.b.c.d"]], 0],
  ["the first of one below and one above that are as near", ["value", "a.b.c"], [["type", "a.b.c.d"], ["type", "a.b"]], 0],
  ["one under the same name, where none is around it", ["name", "a.n"], [["type", "b"], ["type", "b.b.n"]], 1],
  ["a property for a name", ["name", "a"], [["required", "a"], ["properties", "a", property]], 1],
  ["what is required for a value", ["value", "a"], [["properties", "a", property], ["required", "a"]], 1],
  ["a default for a value, which makes a name optional", ["value", "a"], [["default", "a", annotation], ["default", "b", annotation]], 0],
  ["none that no type shows", ["value", "a"], [["maximum", "a"], ["type", ""]], 1],
  ["a rewrite, whatever it is called by", ["value", "a"], [["maximum", "", { kind: "rewrite" }], ["description", "a", annotation]], 0],
  ["an assertion before an annotation", ["value", "a"], [["default", "a", annotation], ["type", "a"]], 1],
  ["an assertion before one that accepts the same", ["value", "a"], [["type", "a", { comparison: "same" }], ["enum", "a"]], 1],
  ["one that no type shows, where there is no other", ["value", "a"], [["maximum", "b"]], 0],
  ["none of none", ["value", "a"], [], undefined],
])("a loss is put down to %s", (_, [kind, path], sketches, cause) => {
  const changes = sketches.map(toChange);
  const found = findCause({ kind, path: path.split(".") }, changes);
  expect(found && changes.indexOf(found)).toBe(cause);
}); // prettier-ignore
