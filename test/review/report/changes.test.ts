import { describe, expect, test } from "vitest";
import { placeAt } from "../../../scripts/json/place.js";
import { readDocument } from "../../../scripts/review/document/document.js";
import { readOperations } from "../../../scripts/review/document/operations.js";
import type { MessagePart } from "../../../scripts/review/differ/message.js";
import type { Finding, Proof, Verdict } from "../../../scripts/review/judge/findings.js";
import type { Level } from "../../../scripts/review/judge/levels.js";
import { toChanges, type Change } from "../../../scripts/review/report/changes.js";
import type { Location } from "../../../scripts/review/report/location.js";

const root = { openapi: "3.1.0", paths: { "/a": { get: { operationId: "a" }, post: { operationId: "b" } } } };
const document = readDocument(root, "head");
const [a, b] = [...readOperations(document).values()].map((operation) => ({
  base: operation,
  head: operation,
}));
const operations = [a, b].flatMap((operation) => operation ?? []);

const finding: Finding = {
  rule: "maximum-narrower",
  keyword: "maximum",
  name: undefined,
  operations: operations.slice(0, 1),
  direction: "request",
  base: undefined,
  head: placeAt(document, "/x"),
  was: 9,
  now: 8,
  subject: "`n` of the request body",
  predicate: "must now be at most 8 (was 9)",
  levels: { wire: "patch", types: "patch" },
  verdict: "compatible",
  reason: undefined,
  compiler: undefined,
  proof: undefined,
};

const location: Location = { side: "head", file: "a.yaml", line: 1, column: 1 };

function toChange(rest: Partial<Finding>): Change {
  const [change] = toChanges([{ ...finding, ...rest }], () => location);
  if (change === undefined) throw new Error("there is a change");
  return change;
}

test("a change is a finding with its place, an id and a sentence", () => {
  expect(toChange({ verdict: "undecided", reason: "none was found", levels: { wire: "major", types: "patch" } })).toEqual({
    id: "maximum-narrower@x#85718f",
    level: "major",
    levels: { wire: "major", types: "patch" },
    direction: "request",
    keyword: "maximum",
    operationId: "a",
    endpoints: [{ method: "GET", path: "/a" }],
    location,
    message: "`n` of the request body must now be at most 8 (was 9).",
    sentence: "`n` of the request body must now be at most 8 (was 9).",
    plain: "`n` of the request body must now be at most 8 (was 9).",
    verdict: "undecided",
    reason: "none was found",
  });
}); // prettier-ignore

describe("the heaviest comes first", () => {
  type Sketch = readonly [level: Level, verdict: Verdict, file: string, line: number, column: number];
  const sorted: readonly Sketch[] = [
    ["major", "proved", "b.yaml", 2, 2],
    ["major", "undecided", "a.yaml", 1, 1],
    ["major", "compatible", "a.yaml", 1, 1],
    ["minor", "proved", "a.yaml", 1, 9],
    ["minor", "proved", "a.yaml", 2, 1],
    ["minor", "proved", "a.yaml", 10, 1],
    ["minor", "proved", "a.yaml", 10, 2],
    ["minor", "proved", "b.yaml", 1, 1],
    ["patch", "proved", "a.yaml", 1, 1],
    ["none", "proved", "a.yaml", 1, 1],
  ];

  test.each([
    ["from the end", sorted.toReversed()],
    ["from the middle", [...sorted.slice(5), ...sorted.slice(0, 5)]],
  ])("by level, verdict, file, line and column, %s", (_claim, sketches) => {
    const places = new Map<unknown, Location>();
    const findings = sketches.map(([level, verdict, file, line, column], index): Finding => {
      const place = placeAt(document, `/${index}`);
      places.set(place, { side: "head", file, line, column });
      return { ...finding, head: place, levels: { wire: level, types: "none" }, verdict };
    });
    const changes = toChanges(findings, ({ head }) => places.get(head) ?? location);
    expect(changes.map(({ level, verdict, location: { file, line, column } }) => [level, verdict, file, line, column])).toEqual(sorted);
  }); // prettier-ignore
});

const issue = (keyword: string, ...path: readonly string[]) => ({
  message: `${keyword} of ${path.join(".")}`,
  path,
  keyword,
});
const prove = (...issues: Proof["issues"]): Partial<Finding> => ({
  proof: {
    operation: operations[0] ?? { base: undefined, head: undefined },
    message: { kind: "request", body: 1 },
    refusedBy: "head",
    issues,
  },
  levels: { wire: "major", types: "patch" },
  verdict: "proved",
});

const proveIn = (part: MessagePart): Proof | undefined => {
  const { proof } = prove(issue("type"));
  return proof && { ...proof, part };
};

describe("a change says", () => {
  const inSchema = { spot: "request body.n", directions: ["request"] } as const;
  const minor = { wire: "minor", types: "patch" } as const;
  const inComponent = {
    ...inSchema,
    head: placeAt(document, "/components/schemas/A/properties/n/maximum"),
    levels: minor,
  };
  test.each<[claim: string, rest: Partial<Finding>, message: string]>([
    ["outside of schemas what it is", {}, "`n` of the request body must now be at most 8 (was 9)."],
    ["of a level what follows from it", { ...inSchema, levels: { wire: "minor", types: "patch" } }, "`n` of the request body must now be at most 8 (was 9): requests only widen."],
    ["of a property nothing but that", { ...inSchema, keyword: "properties", levels: { wire: "minor", types: "patch" } }, "`n` of the request body must now be at most 8 (was 9)."],
    ["of what is undecided nothing but that", { ...inSchema, levels: { wire: "minor", types: "patch" }, verdict: "undecided" }, "`n` of the request body must now be at most 8 (was 9)."],
    ["of a proof who refuses it", { ...inSchema, ...prove() }, "`n` of the request body must now be at most 8 (was 9): requests that worked are now refused."],
    ["of two proofs what follows of each", { ...inSchema, ...prove(), second: { operation: { base: undefined, head: undefined }, message: { kind: "response", status: "200" }, refusedBy: "base", issues: [] } }, "`n` of the request body must now be at most 8 (was 9): requests that worked are now refused, and callers may get a response that they do not expect."],
    ["that no operation uses the schema", { ...inSchema, directions: [], subject: "component `A`" }, "Component `A` must now be at most 8 (was 9): no operation uses it."],
    ["the component that holds it", { ...inSchema, head: placeAt(document, "/components/schemas/A/properties/n/maximum") }, "`n` of component `A` must now be at most 8 (was 9)."],
    ["the component in base, where head has none", { ...inSchema, head: undefined, base: placeAt(document, "/components/schemas/B/maximum") }, "Component `B` must now be at most 8 (was 9)."],
    ["in responses alone that it is there, for a component stands anywhere", { ...inComponent, directions: ["response"] }, "`n` of component `A` must now be at most 8 (was 9) in responses: no caller breaks."],
    ["of both ways that nobody breaks", { ...inComponent, directions: ["request", "response"] }, "`n` of component `A` must now be at most 8 (was 9): no caller breaks."],
    ["of what accepts the same nothing but that", { ...inSchema, levels: minor, comparison: "same" }, "`n` of the request body must now be at most 8 (was 9)."],
    ["which operation is deprecated", { rule: "deprecated", subject: "operation", predicate: "is now deprecated" }, "Operation `GET /a` is now deprecated."],
    ["of several that are deprecated how many", { rule: "deprecated", subject: "operation", predicate: "is now deprecated", operations }, "Operation is now deprecated. In 2 operations."],
    ["outside of schemas no component", { head: placeAt(document, "/components/schemas/A/maximum") }, "`n` of the request body must now be at most 8 (was 9)."],
    ["how many operations it reaches", { operations }, "`n` of the request body must now be at most 8 (was 9). In 2 operations."],
  ])("%s", (_claim, rest, message) => expect(toChange(rest).message).toBe(message)); // prettier-ignore

  test.each<[claim: string, rest: Partial<Finding>, own: Partial<Change>]>([
    ["the one operation that it reaches", {}, { operationId: "a" }],
    ["all that it reaches, each once", { operations: [...operations, ...operations] }, { operationId: "a", operations: ["a", "b"] }],
    ["no operation where it reaches none", { operations: [{ base: undefined, head: undefined }] }, { operationId: "" }],
    ["the worse of its levels", { levels: { wire: "patch", types: "minor" } }, { level: "minor" }],
    ["the worse of its levels, the other way", { levels: { wire: "minor", types: "none" } }, { level: "minor" }],
    ["what the compiler says, which proves a break of types", { compiler: "no", levels: { wire: "patch", types: "major" } }, { compiler: "no", verdict: "proved" }],
    ["nothing proved where types do not break", { compiler: "no", levels: { wire: "patch", types: "minor" } }, { compiler: "no", verdict: "compatible" }],
    ["nothing proved without the compiler", { levels: { wire: "patch", types: "major" } }, { verdict: "compatible" }],
    ["undecided what is undecided on the wire", { compiler: "no", levels: { wire: "major", types: "major" }, verdict: "undecided" }, { verdict: "undecided" }],
    ["why it is undecided", { verdict: "undecided", reason: "a riddle", isKept: true }, { reason: "a riddle" }],
    ["how it was decided", { isKept: true }, { reason: "every request that worked still works" }],
    ["that something else is refused", { isKept: false }, { reason: "no request or response breaks because of this change" }],
    ["that TypeScript code alone breaks", { isKept: true, levels: { wire: "patch", types: "major" } }, { reason: "every request that worked still works; TypeScript code alone breaks" }],
    ["of a message the part that is refused", { ...prove(issue("type")), proof: proveIn({ kind: "body", mediaType: "a/b" }) }, { part: { kind: "body", mediaType: "a/b" } }],
    ["of both ways the response besides", { ...prove(issue("type")), second: { operation: { base: undefined, head: undefined }, message: { kind: "response", status: "200" }, part: { kind: "response", status: "200", mediaType: "a/b" }, refusedBy: "base", issues: [] } }, { second: { counterexample: { response: { operationId: "", status: "200" }, refusedBy: "base", issues: [] }, part: { kind: "response", status: "200", mediaType: "a/b" } } }],
    ["what its level rests on", { note: "so it is", ...prove(issue("format", "n")) }, { note: "so it is" }],
    ["that a format alone is to blame", prove(issue("format", "n"), issue("format", "m")), { note: "Only the `format` refuses this, and many servers do not check formats." }],
    ["first the issue of its own name, and three in all", { name: "d", ...prove(...["a", "b", "c", "d"].map((each) => issue("type", each))) }, { counterexample: expect.objectContaining({ issues: ["d", "a", "b"].map((each) => issue("type", each)) }) }],
    ["other names by which it is known", { spot: "x" }, { aliases: [expect.stringMatching(/^maximum-narrower@x#/)] }],
  ])("%s", (_claim, rest, own) => expect(toChange(rest)).toMatchObject(own)); // prettier-ignore

  test.each<[claim: string, rest: Partial<Finding>, absent: readonly (keyof Change)[]]>([
    ["of a format where more is to blame", prove(issue("format", "n"), issue("type", "m")), ["note"]],
    ["of one operation", {}, ["operations", "compiler", "reason", "note", "counterexample", "curl", "aliases"]],
    ["of what is proved", { ...prove(issue("type", "n")), isKept: true }, ["reason", "note"]],
    ["of an answer", { ...prove(), proof: { operation: { base: undefined, head: undefined }, message: { kind: "response", status: "200" }, refusedBy: "base", issues: [] } }, ["curl"]],
  ])("nothing where there is nothing to say %s", (_claim, rest, absent) => {
    const change = toChange(rest);
    expect(absent.filter((key) => key in change)).toEqual([]);
  }); // prettier-ignore

  test("of a message first why the name that changed is refused, and how to send it", () => {
    const issues = [issue("type", "m"), issue("required", "a", "n"), issue("maximum", "n")];
    const { counterexample, curl } = toChange({ ...prove(...issues), name: "n" });
    expect(counterexample?.issues.map(({ keyword }) => keyword)).toEqual(["required", "maximum", "type"]);
    expect(curl).toMatch(/^curl .*\/a'/);
  });
});
