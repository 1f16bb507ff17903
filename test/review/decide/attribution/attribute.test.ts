import { expect, test } from "vitest";
import type { Direction } from "../../../../scripts/json/direction.js";
import { findCauses, openAttribution } from "../../../../scripts/review/decide/attribution/attribute.js";
import { openInclusions } from "../../../../scripts/review/decide/inclusion.js";
import { compareSchemas, type SchemaChange } from "../../../../scripts/review/differ/schemas/index.js";
import { describeUse, type Pair } from "../uses.js";

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
  const { causes, left } = findCauses(openAttribution(documents, openInclusions(documents, [use])), use, changes, () => true);
  return { causes: causes.map(({ change, value }) => [change.path.join(), value]), left: left.map(({ path }) => path.join()) };
} // prettier-ignore

const names = (from: number, to: number) => Object.keys(texts(to, 1).properties).slice(from);

test("each change has a value that breaks it alone, up to eighty of them in the order of the document", () => {
  const { causes, left } = find(82);
  expect(causes.map(([name]) => name)).toEqual(names(0, 80));
  expect(causes.map(([, value]) => Object.entries(Object(value)).filter(([, text]) => String(text).length > 4).map(([name]) => name))).toEqual(names(0, 80).map((name) => [name]));
  expect(left).toEqual(names(80, 82));
}); // prettier-ignore

/** Each cause by its keyword, with which of some values it would be the cause of. */
function ask(pair: Pair, values: readonly unknown[]) {
  const { documents, use } = describeUse(pair);
  const changes = compareSchemas(use.base, use.head, use.direction);
  const { causes } = findCauses(
    openAttribution(documents, openInclusions(documents, [use])),
    use,
    changes,
    () => true,
  );
  return causes.map(({ change, isCausedBy }) => [change.keyword, values.filter(isCausedBy)]);
}

test("a change is the cause of what would be taken but for it", () => {
  const pair: Pair = [
    { maxLength: 5, minLength: 1 },
    { maxLength: 4, minLength: 2 },
  ];
  expect(ask(pair, ["a", "abcde", "abcdef", ""])).toEqual([
    ["minLength", ["a"]],
    ["maxLength", ["abcde"]],
  ]);
});

test("where every value is refused for several reasons, of what it alone would refuse", () => {
  const pair: Pair = [{ type: "string" }, { type: "number", enum: [1] }];
  expect(ask(pair, ["a", 1, 2])).toEqual([
    ["type", ["a"]],
    ["enum", ["a", 1, 2]],
  ]);
});

test("no value is made of a name that nobody describes", () => {
  const described = { type: "object", properties: { a: { type: "string" } } };
  expect(ask([{ type: "object" }, described], [])).toEqual([]);
  expect(ask([{ type: "object" }, { ...described, required: ["a"] }], [{}])).toEqual([["required", [{}]]]);
});

const nameOf = ({ path, keyword }: SchemaChange) => [...path, keyword].join(" ");

/** Each cause by its spot and keyword with the whole value that shows it, and what is left open. */
function explain(pair: Pair, direction: Direction = "request") {
  const { documents, use } = describeUse(pair, direction);
  const changes = compareSchemas(use.base, use.head, direction);
  const asking = openAttribution(documents, openInclusions(documents, [use]));
  const { causes, left } = findCauses(asking, use, changes, () => true);
  return {
    ...Object.fromEntries(causes.map(({ change, value }) => [nameOf(change), value])),
    ...(left.length > 0 && { left: left.map(nameOf) }),
  };
}

const text = (maxLength: number) => ({ type: "string", maxLength });
const object = (properties: object) => ({ type: "object", properties });
const turned = (inner: object) => ({ type: "string", not: inner });

test.each<[claim: string, pair: Pair, explained: object, direction?: Direction]>([
  ["a value of its own", [text(2), text(1)], { maxLength: "aa" }],
  ["none, and nothing is open, where more is taken", [text(1), text(2)], {}],
  ["none where more is said in a response", [text(2), text(1)], {}, "response"],
  ["one of head where more is said in a response", [text(1), text(2)], { maxLength: "aa" }, "response"],
  ["the whole around it", [object({ a: text(2) }), object({ a: text(1) })], { "a maxLength": { a: "aa" } }],
  ["one that is asked around a schema that turns it", [turned({ maxLength: 1 }), turned({ maxLength: 2 })], { maxLength: "aa" }],
  ["one around two schemas that turn it", [turned({ not: { maxLength: 2 } }), turned({ not: { maxLength: 1 } })], { maxLength: "aa" }],
  ["the whole around a schema that turns it", [object({ a: turned({ maxLength: 1 }) }), object({ a: turned({ maxLength: 2 }) })], { "a maxLength": { a: "aa" } }],
  ["one around a schema of which matches are counted", [{ type: "array", contains: text(2) }, { type: "array", contains: text(1) }], { "* maxLength": ["aa"] }],
])("a change has %s", (_, pair, explained, direction) => expect(explain(pair, direction)).toEqual(explained)); // prettier-ignore
