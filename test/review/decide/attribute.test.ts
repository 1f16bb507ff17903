import { expect, test } from "vitest";
import { findCauses } from "../../../scripts/review/decide/attribute.js";
import { compareSchemas } from "../../../scripts/review/differ/schemas/index.js";
import { describeUse } from "./uses.js";

/** As many members, each a text of at most `length` characters. */
const texts = (count: number, maxLength: number) => ({
  type: "object",
  properties: Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`m${100 + index}`, { type: "string", maxLength }]),
  ),
});

/** Of so many members that became shorter: those with a value of their own, and those that were not asked about. */
function find(count: number) {
  const { documents, use } = describeUse([texts(count, 5), texts(count, 4)]);
  const changes = compareSchemas(use.base, use.head, use.direction);
  const { causes, left } = findCauses(documents, use, changes, () => true);
  return { causes: causes.map(({ change, value }) => [change.path.join(), value]), left: left.map(({ path }) => path.join()) };
} // prettier-ignore

const names = (from: number, to: number) => Object.keys(texts(to, 1).properties).slice(from);

test("each change has a value that breaks it alone, up to eighty of them in the order of the document", () => {
  const { causes, left } = find(82);
  expect(causes.map(([name]) => name)).toEqual(names(0, 80));
  expect(causes.map(([, value]) => Object.entries(Object(value)).filter(([, text]) => String(text).length > 4).map(([name]) => name))).toEqual(names(0, 80).map((name) => [name]));
  expect(left).toEqual(names(80, 82));
}); // prettier-ignore
