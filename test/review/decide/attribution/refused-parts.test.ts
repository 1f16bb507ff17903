import { describe, expect, test } from "vitest";
import {
  findRefusedPart,
  isFound,
  type Root,
} from "../../../../scripts/review/decide/attribution/refused-parts.js";
import { createVariants } from "../../../../scripts/review/decide/attribution/variants.js";
import { openInclusions } from "../../../../scripts/review/decide/inclusion.js";
import { compareSchemas } from "../../../../scripts/review/differ/schemas/index.js";
import { describeUse, type Pair } from "../uses.js";

/** What is refused at the spot of each change of a request, by the change's keyword. */
function find(pair: Pair, isOwn = true): Readonly<Record<string, unknown>> {
  const { documents, use } = describeUse(pair);
  const changes = compareSchemas(use.base, use.head, "request");
  const roots = changes.flatMap((change): Root[] => {
    const spot = change.trail.at(-1);
    const [[sent], [taken]] = [spot?.base ?? [], spot?.head ?? []];
    return sent && taken ? [{ change, sent: sent.pointer, taken: taken.pointer, isOwn }] : [];
  });
  const { session } = openInclusions(documents, [use]);
  const sides = { sent: documents.base, taken: documents.head };
  const ends = { ...sides, direction: "request", session, variants: createVariants(session) } as const;
  return Object.fromEntries(
    roots.flatMap((root) => {
      const part = findRefusedPart(ends, root);
      return part === undefined ? [] : [[root.change.keyword, isFound(part) ? part.value : part]];
    }),
  );
}

const text = { type: "string" };
const whole = { type: "integer" };
const isLong = expect.stringMatching(/^.{5}$/) as string;

describe("because of a change is refused", () => {
  test.each<[claim: string, pair: Pair, parts: Readonly<Record<string, unknown>>]>([
    ["what would be taken but for it", [{ ...text, maxLength: 5 }, { ...text, maxLength: 4 }], { maxLength: isLong }],
    ["nothing where head takes more", [{ ...text, maxLength: 4 }, { ...text, maxLength: 5 }], {}],
    ["what all other words of head take", [{ ...text, maxLength: 5 }, { ...text, maxLength: 4, pattern: "^b*$" }], { maxLength: "bbbbb", pattern: "a" }],
    ["what each asks by itself, where all is refused for several reasons", [text, { ...whole, enum: [1] }], { type: "", enum: "" }],
    ["a value of an alternative that goes", [{ anyOf: [text, whole] }, { anyOf: [text] }], { anyOf: 0 }],
    ["a value of an alternative that goes which no other takes", [{ anyOf: [text, { maxLength: 1 }] }, { anyOf: [text] }], { anyOf: 0 }],
    ["an object without a name that is required", [{ type: "object" }, { type: "object", required: ["a"] }], { required: {} }],
    ["what a change alone would refuse, where it cannot be told by itself", [{ type: "array" }, { type: "array", contains: text, maxItems: 0 }], { contains: [], maxItems: [""] }],
  ])("%s", (_, pair, parts) => expect(find(pair)).toEqual(parts)); // prettier-ignore
});

describe("further out than at its spot is refused", () => {
  test.each<[claim: string, pair: Pair, parts: Readonly<Record<string, unknown>>]>([
    ["what would be taken but for it", [{ ...text, maxLength: 5 }, { ...text, maxLength: 4 }], { maxLength: isLong }],
    ["what it alone would refuse", [text, { ...whole, enum: [1] }], { type: "", enum: "" }],
  ])("%s", (_, pair, parts) => expect(find(pair, false)).toEqual(parts)); // prettier-ignore
});
